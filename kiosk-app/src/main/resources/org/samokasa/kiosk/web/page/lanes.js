// The lane map, and what one lane shows when it is touched.
import { say, cannedKeys, cannedIn, cannedHere, count, known, causeWords } from './words.js';
import { icon } from './icons.js';
import { h, money, clockTime } from './view.js';

/** A tile: colour, shape and word say the same thing. */
export function laneTile(tile, open) {
  return h('button', {
    type: 'button', class: 'tile ' + tile.state, 'data-lane': tile.lane, 'data-key': 'lane' + tile.lane,
    onclick: () => open(tile.lane),
  },
  h('span', { class: 'tile-top' }, h('span', { class: 'out-of-sight' }, say('lane'), ' '), h('b', { class: 'tile-number' }, tile.lane), icon(tile.state)),
  h('span', { class: 'tile-word' }, say(tile.state)),
  tile.closing ? h('span', { class: 'tile-doubt' }, say('closing')) : null,
  tile.problems.includes('PAYMENT_IN_DOUBT') ? h('span', { class: 'tile-doubt' }, say('inDoubt')) : null,
  h('span', { class: 'tile-sum' }, tile.itemCount
    ? `${count('items', tile.itemCount)} \u00b7 ${money(tile.totalMinor, tile.currency)}` : '\u00a0'));
}

/** The tiles where the lanes stand; a lane that is not drawn comes after the others. */
export function laneMap(tiles, rows, open) {
  const places = new Map();
  rows.forEach((row, y) => row.trim().split(/ +/).forEach((lane, x) => { if (lane !== '.') places.set(Number(lane), [x + 1, y + 1]); }));
  return tiles.map((tile) => {
    const element = laneTile(tile, open);
    const place = places.get(tile.lane);
    if (place) [element.style.gridColumn, element.style.gridRow] = place.map(String);
    return element;
  });
}

/** How many lanes stand side by side at most. */
export const mapWidth = (rows) => Math.max(0, ...rows.map((row) => row.trim().split(/ +/).length));

/** Orders for all lanes that are not so yet. */
export function bulk(tiles, act) {
  const here = tiles.filter((tile) => tile.state !== 'GONE');
  const closed = here.filter((tile) => tile.phase === 'CLOSED' || tile.closing);
  const others = here.filter((tile) => tile.phase !== 'CLOSED' && !tile.closing);
  const going = here.filter((tile) => tile.phase !== 'CLOSED' && !tile.paused);
  const button = (word, verb, chosen) => h('button', {
    type: 'button', class: 'quiet', 'data-key': word, disabled: !chosen.length,
    onclick: () => { if (confirm(say('sure' + word[0].toUpperCase() + word.slice(1), chosen.length))) chosen.forEach((tile) => act(`/lanes/${tile.lane}/${verb}`, {})); },
  }, say(word));
  return [button('openAll', 'open', closed), button('closeAll', 'close', others),
    button('pauseAll', 'pause', going), button('resumeAll', 'resume', here.filter((tile) => tile.paused))];
}

/** What the colours of the tiles mean. */
export function legend() {
  return ['READY', 'IN_USE', 'NEEDS_HELP', 'FAULT', 'PAUSED', 'CLOSED', 'GONE'].map((state) =>
    h('li', {}, h('span', { class: 'swatch ' + state }, icon(state)), say(state)));
}

/** What is in a basket, the last thing first. */
export function basketLines(tile) {
  return [h('ul', { class: 'basket whole' }, [...tile.lines].reverse().map((line) =>
    h('li', {}, h('span', { class: 'name' }, line.name), h('span', { class: 'quantity' }, line.quantity),
      h('span', { class: line.amountMinor < 0 ? 'amount saving' : 'amount' }, money(line.amountMinor, tile.currency))))),
  h('p', { class: 'basket-total' }, h('span', {}, say('total')), h('b', {}, money(tile.totalMinor, tile.currency)))];
}

const basket = (tile) => (tile.lines.length ? basketLines(tile) : h('p', { class: 'empty' }, say('emptyBasket')));

function machines(tile, openMachines) {
  if (!tile.devices.length) return null;
  return [h('h3', {}, say('devices')), h('ul', { class: 'machines' }, tile.devices.map((device) =>
    h('li', { class: device.health }, icon(device.health === 'UP' ? 'READY' : device.health === 'DOWN' ? 'FAULT' : 'CLOCK'),
      h('b', {}, known('machine-' + device.name) ?? device.name), ' ', say(device.health),
      device.cause ? ` (${known('cause' + device.cause) ?? device.cause})` : ''))),
  h('button', { type: 'button', class: 'quiet', 'data-key': 'machines', onclick: openMachines }, say('lookAfter'))];
}

function messages(tile, act) {
  const path = `/lanes/${tile.lane}/message`;
  return [h('h3', {}, say('messageTo')), h('div', { class: 'row' }, cannedKeys.map((key) =>
    h('button', { type: 'button', class: 'quiet', 'data-key': path + key, onclick: () => act(path, { text: cannedIn(tile.language, key), told: true }) }, cannedHere(key))))];
}

const order = (tile, verb, drawing, word, act, also = {}) => h('button', {
  type: 'button', class: 'secondary', 'data-key': `/lanes/${tile.lane}/${verb}`, onclick: () => act(`/lanes/${tile.lane}/${verb}`, { told: true, ...also }),
}, icon(drawing), say(word));

/** An age check is made again where the basket goes on; anything else is settled first. */
const canBePutAside = (tile) => tile.phase === 'SHOPPING' && tile.saleNumber && tile.itemCount && tile.problems.every((kind) => kind === 'AGE_CHECK');

/** Whichever orders change something: a closed lane can only be opened. Only who is here puts goods aside. */
function orders(tile, act, here) {
  if (tile.phase === 'CLOSED') return [order(tile, 'open', 'READY', 'openLane', act)];
  return [tile.paused ? order(tile, 'resume', 'READY', 'resumeLane', act) : order(tile, 'pause', 'PAUSED', 'pauseLane', act),
    tile.closing ? order(tile, 'open', 'READY', 'keepOpen', act) : order(tile, 'close', 'CLOSED', 'closeLane', act),
    here && canBePutAside(tile) ? order(tile, 'suspend', 'CLOCK', 'suspendLane', act, { sale: tile.saleNumber }) : null];
}

const standing = (tile) => ['paused', 'closing'].filter((what) => tile[what])
  .map((what) => h('p', { class: 'note' }, say(what + 'By', tile[what].by, clockTime(tile[what].since))));

/** The inside of the dialog about a lane; where is its shop, for who serves many. */
export function laneDetail(tile, act, close, openMachines, where = '') {
  return [h('header', {},
    h('h2', { id: 'lane-title' }, [where, say('laneNumber', tile.lane)].filter(Boolean).join(', ')),
    h('p', { class: 'state-chip ' + tile.state }, icon(tile.state), say(tile.state)),
    h('button', { type: 'button', class: 'quiet', 'data-key': 'close', onclick: close }, say('close'))),
  h('p', { class: 'quiet-text' }, say(tile.phase), tile.seenAt ? ' \u00b7 ' + say('lastHeard', clockTime(tile.seenAt)) : ''),
  standing(tile),
  tile.unreadable ? h('p', { class: 'note' }, say('unreadable', tile.unreadable)) : null,
  tile.problems.length ? h('p', { class: 'note' }, say('asksFor', tile.problems.map((kind) => causeWords(kind)).join(', '))) : null,
  h('h3', {}, say('basket')), basket(tile), machines(tile, openMachines),
  tile.state === 'GONE' ? null : [messages(tile, act), h('footer', { class: 'row' }, orders(tile, act, !where))]].flat(2).filter(Boolean);
}
