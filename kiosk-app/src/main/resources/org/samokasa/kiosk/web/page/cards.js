// A card for each request: what, where, since when, what there is to see, and what can be done about it.
import { say, known, count, causeWords } from './words.js';
import { icon, causeIcon } from './icons.js';
import { h, money, amount, day, shortTime, languageName } from './view.js';
import { adviceFor, unfolding } from './knowledge.js';

const linesShown = 4;
const alikeShown = 5;
const unitGrams = new Set(['gramsExpected', 'gramsMeasured', 'gramsGoods']);

function evidenceValue({ key, value }) {
  if (unitGrams.has(key)) return say('grams', value);
  switch (key) {
    case 'bornOnOrBefore': return day(value);
    case 'amount': return amount(value);
    case 'again': return say('againValue'); // its value is the request that was not solved
    case 'friction': return known('friction' + value) ?? value;
    case 'steps': return value.split(' ').map((step) => known('step' + step) ?? causeWords(step)).join(' \u2192 ');
    case 'refused': return known('refused' + value) ?? value;
    case 'device': return known('machine-' + value) ?? value;
    default: return value;
  }
}

/** The goods as the shopper sees them, where there is a drawing. */
function drawing(evidence) {
  const name = evidence.find((one) => one.key === 'picture')?.value ?? '';
  return /^[a-z0-9-]+$/.test(name) ? h('img', { class: 'goods', src: `pictures/${name}.svg`, alt: '' }) : null;
}

function evidenceList(evidence) {
  if (!evidence.length) return null;
  const facts = evidence.filter((one) => one.key !== 'picture').map((one) => [one.key, say(one.key), evidenceValue(one)]);
  const grams = (key) => Number.parseInt(evidence.find((one) => one.key === key)?.value, 10);
  const difference = grams('gramsMeasured') - grams('gramsExpected');
  if (Number.isFinite(difference)) {
    facts.push(['difference', say('difference'), say('grams', (difference > 0 ? '+' : '\u2212') + Math.abs(difference))]);
  }
  return h('dl', { class: 'evidence' }, facts.map(([key, name, value]) =>
    h('div', { class: 'fact ' + key }, h('dt', {}, name), h('dd', {}, value))));
}

function answers(kind) {
  if (kind.startsWith('AGE')) return ['oldEnough', 'notOldEnough'];
  if (kind.startsWith('WEIGHT')) return ['acceptWeight', 'keepChecking'];
  return ['approve', 'reject'];
}

function problemOutcome(problem) {
  if (problem.decided) {
    const done = problem.decided.decision;
    return h('p', { class: 'outcome ' + done }, icon(done === 'APPROVED' ? 'READY' : 'CLOSED'),
      `${say(done)} ${say('byName', problem.decided.by)}`);
  }
  return h('p', { class: 'outcome' }, icon('READY'), say('gone'));
}

/** One has approved; it takes another one, who need not own the request. */
function secondPerson(card, problem, me, act) {
  const path = `/problems/${card.lane}/${encodeURIComponent(problem.problemId)}/approve`;
  if (problem.first.by === me) return h('p', { class: 'outcome' }, icon('CLOCK'), say('waitsForSecond'));
  return [h('p', { class: 'outcome' }, icon('CLOCK'), say('secondPerson', problem.first.by)),
    h('div', { class: 'row' }, h('button', { type: 'button', class: 'primary', 'data-key': path, onclick: () => act(path, {}) }, icon('READY'), say('agree')))];
}

const isOver = (problem) => problem.decided || problem.settled;

/** Whether the law lets only somebody in the shop decide it. */
const isTied = (card, kind, far) => Boolean(far) && (far.presence.includes(card.cause) || far.presence.includes(kind));

/** Whether nothing is left here that somebody far away may decide. */
function isForThem(card, far) {
  const left = card.problems.filter((problem) => !isOver(problem));
  return card.problems.length ? left.length > 0 && left.every((problem) => isTied(card, problem.kind, far)) : isTied(card, card.cause, far);
}

function problemActions(card, problem, mine, me, act, far) {
  if (isOver(problem)) return problemOutcome(problem);
  if (isTied(card, problem.kind, far)) return h('p', { class: 'outcome walk' }, icon('SHIELD'), say('lawPresence', causeWords(problem.kind)));
  if (!problem.consoleSolvable) {
    const why = known('why' + problem.kind) ?? say('whyOther');
    return h('p', { class: 'outcome walk' }, icon('WALK'), say(far ? 'mustGo' : 'walkOver', why));
  }
  if (problem.first) return secondPerson(card, problem, me, act);
  if (!waits(card) && !mine) return null;
  const path = `/problems/${card.lane}/${encodeURIComponent(problem.problemId)}/`;
  const [yes, no] = answers(problem.kind);
  return h('div', { class: 'row' },
    h('button', { type: 'button', class: 'primary', 'data-key': path + 'approve', onclick: () => act(path + 'approve', {}) },
      icon('READY'), say(yes)),
    h('button', { type: 'button', class: 'danger', 'data-key': path + 'reject', onclick: () => act(path + 'reject', { ask: 'reason', kind: problem.kind }) },
      say(no)));
}

function problemPart(card, problem, mine, me, act, far) {
  const title = card.problems.length > 1 || problem.kind !== card.cause ? causeWords(problem.kind, problem.title) : null;
  return h('section', { class: 'problem' },
    title || problem.lineName ? h('h4', {}, drawing(problem.evidence), [title, problem.lineName].filter(Boolean).join(' \u00b7 ')) : null,
    evidenceList(problem.evidence), problemActions(card, problem, mine, me, act, far));
}

/** Whether anybody may take it: nobody has it, or who has it wishes to give it away. */
const waits = (card) => !card.owner || card.phase === 'HANDED_OVER';

function ownerLine(card, mine) {
  if (waits(card)) return null;
  const key = {
    ACCEPTED: ['youAreOnIt', 'isOnIt'], ON_THE_WAY: ['youAreComing', 'isComing'],
    ARRIVED: ['youAreThere', 'isThere'], REMOTE: ['youDoItHere', 'doesItRemotely'],
  }[card.phase];
  const eta = ['ACCEPTED', 'ON_THE_WAY'].includes(card.phase) && card.owner.etaSeconds > 0
    ? ', ' + say('aboutSeconds', card.owner.etaSeconds) : '';
  return h('p', { class: mine ? 'owner mine' : 'owner' }, icon(card.phase === 'ON_THE_WAY' ? 'WALK' : 'PERSON'),
    say(key[mine ? 0 : 1], card.owner.name) + eta);
}

/** Who has been called, so that nobody wonders whether somebody comes. */
function alertedLine(card, me) {
  if (!waits(card) || !card.alerted.length) return null;
  const mine = card.alerted.includes(me);
  return h('p', { class: mine ? 'alerted mine' : 'alerted' }, icon('PERSON'),
    mine ? say('youAreCalled') : say('isCalled', card.alerted.join(', ')));
}

/** What the shopper was told, and how far the alarm has gone. */
function promises(card) {
  const facts = [];
  if (card.forecastSeconds > 0 && ['RAISED', 'ROUTED', 'ACCEPTED', 'ON_THE_WAY'].includes(card.phase)) {
    facts.push(h('p', { class: 'told' }, icon('CLOCK'), say('told', card.forecastSeconds)));
  }
  if (waits(card) && ['NEXT_PERSON', 'DUTY_MANAGER'].includes(card.level)) facts.push(h('p', { class: 'escalated' }, icon('FAULT'), say(card.level)));
  if (card.overdue !== 'ON_TIME') facts.push(h('p', { class: 'escalated' }, icon('FAULT'), say(card.overdue)));
  return facts.length ? h('div', { class: 'promises' }, facts) : null;
}

function handedOver(card) {
  if (!card.handOver) return null;
  const { by, note, to } = card.handOver;
  return h('p', { class: 'note' }, say('noteFrom', by, to ? say('handOverTo', to, note) : note));
}

function actions(card, mine, act, far) {
  const path = `/requests/${encodeURIComponent(card.id)}/`;
  const button = (verb, word, style, drawing, body = {}) =>
    h('button', { type: 'button', class: style, 'data-key': path + verb, onclick: () => act(path + verb, body) },
      drawing ? icon(drawing) : null, say(word, ...(body.words ?? [])));
  if (far) return farActions(card, mine, far, button, path);
  if (waits(card)) {
    return [button('accept', 'accept', 'quiet', 'PERSON'), button('go', 'go', 'secondary', 'WALK')];
  }
  if (!mine) return [];
  const walking = card.phase === 'ARRIVED' ? []
    : [card.phase === 'ON_THE_WAY' ? button('arrive', 'arrive', 'secondary', 'PERSON') : button('go', 'go', 'secondary', 'WALK')];
  return [button('solve', 'solve', 'primary', 'READY'), ...walking, button('hand-over', 'handOver', 'quiet', null, { ask: 'note' })];
}

/** Who cannot walk over hands over; what nobody has is accepted first, because only its owner can give it away. */
function farActions(card, mine, far, button, path) {
  const [best] = far.onSite;
  const handOver = (style) => button('hand-over', best ? 'handOverName' : 'handOver', style, 'WALK',
    { ask: 'note', to: best, words: [best], first: waits(card) ? path + 'accept' : null });
  if (waits(card)) return isForThem(card, far) ? [handOver('secondary')] : [button('accept', 'accept', 'secondary', 'PERSON')];
  if (!mine) return [];
  return isForThem(card, far) ? [handOver('secondary')] : [button('solve', 'solve', 'primary', 'READY'), handOver('secondary')];
}

function basketPart(tile) {
  if (!tile || !tile.lines.length) return null;
  const shown = tile.lines.slice(-linesShown).reverse();
  const more = tile.lines.length - shown.length;
  return h('ul', { class: 'basket' }, shown.map((line) =>
    h('li', {}, h('span', { class: 'name' }, line.name), h('span', { class: 'quantity' }, line.quantity),
      h('span', { class: line.amountMinor < 0 ? 'amount saving' : 'amount' }, money(line.amountMinor, tile.currency)))),
  more > 0 ? h('li', { class: 'more' }, say('moreLines', more)) : null);
}

/** Where it is, for who serves many shops: the shop, its time, the shopper's language. */
function placePart(tile, far) {
  if (!far) return null;
  return h('div', { class: 'place' },
    h('button', { type: 'button', class: 'tool', 'data-key': 'shop' + far.shop, onclick: far.open }, icon('SHOP'), far.name),
    far.zone ? h('p', {}, icon('CLOCK'), h('span', { 'data-zone': far.zone })) : null,
    tile ? h('p', {}, say('shopperReads', languageName(tile.language))) : null,
    far.silentSince === null ? null : h('p', { class: 'escalated' }, icon('GONE'), say('mayBeOld', far.silentSince)));
}

/** How the last calls of the same cause ended: what helped there may help here. */
function alikePart(card, ended, opened) {
  const alike = ended.filter((one) => one.cause === card.cause).slice(0, alikeShown);
  if (!alike.length) return null;
  return unfolding(say('alike'), 'alike' + card.id, opened, h('ul', { class: 'report' }, alike.map((one) =>
    h('li', {}, h('b', {}, say('laneNumber', one.lane)), ` ${shortTime(one.openedAt)}: ${outcome(one)}${one.ending?.action ? ', ' + one.ending.action : ''}`))));
}

/**
 * The card of a request; tile is its lane, me the name signed in, act(path, body) sends a command, opened has what was
 * unfolded, ended are the last that are over. At a help centre far says where it is: { shop, name, zone, presence, onSite, silentSince, open(), beside() }.
 */
export function requestCard(card, tile, { me, act, opened, ended = [], far = null }) {
  const mine = !waits(card) && card.owner.name === me;
  const buttons = actions(card, mine, act, far);
  const parts = [placePart(tile, far), h('header', {},
    h('p', { class: 'lane-number' }, h('small', {}, say('lane')), h('b', {}, card.lane)),
    h('div', { class: 'what' },
      h('h3', {}, causeIcon(card.cause), h('span', {}, causeWords(card.cause))),
      h('div', { class: 'meta' },
        h('p', { class: 'age' }, icon('CLOCK'), h('span', { class: 'age-text' })),
        tile && tile.itemCount ? h('p', { class: 'sum' }, `${count('items', tile.itemCount)} \u00b7 `, h('b', {}, money(tile.totalMinor, tile.currency))) : null))),
  ownerLine(card, mine),
  alertedLine(card, me),
  promises(card),
  handedOver(card),
  evidenceList(card.evidence),
  far && !card.problems.length && isForThem(card, far) ? h('p', { class: 'outcome walk' }, icon('SHIELD'), say('lawPresence', causeWords(card.cause))) : null,
  card.problems.map((problem) => problemPart(card, problem, mine, me, act, far)),
  basketPart(tile),
  adviceFor(card.cause, 'advice' + card.id, opened),
  alikePart(card, ended, opened),
  buttons.length ? h('footer', { class: 'row' }, buttons) : null];
  const where = far ? far.name + ', ' : '';
  return h('article', {
    class: `card ${waits(card) ? 'waiting' : 'taken'} ${mine ? 'mine' : ''}`, 'data-id': card.id, 'data-shop': far?.shop,
    'data-since': card.waitSince, 'data-waits': waits(card), 'aria-label': where + say('newRequest', card.lane, causeWords(card.cause)),
  }, far && mine ? [h('div', { class: 'own' }, parts), far.beside()] : parts);
}

/** How it ended, and by whose hand. */
function outcome(card) {
  if (card.ending?.selfHelp) return say('solvedAlone', say('selfHelp' + card.ending.selfHelp));
  return say(card.phase) + (card.ending?.by ? ' ' + say('byName', card.ending.by) : '');
}

/** One line about a request that is over. */
export function endedLine(card) {
  return h('li', {}, causeIcon(card.cause), h('b', {}, say('laneNumber', card.lane)), ` ${causeWords(card.cause)}: ${outcome(card)}`);
}
