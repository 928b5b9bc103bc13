// The report for whoever takes over: who is on duty, what is still open, what was done lately.
import { say, causeWords } from './words.js';
import { h, clockTime } from './view.js';

const line = (card, rest) => h('li', {}, h('b', {}, say('laneNumber', card.lane)), ` ${causeWords(card.cause)}, ${clockTime(card.openedAt)}: ${rest}`);
const list = (items) => (items.length ? h('ul', { class: 'report' }, items) : h('p', { class: 'empty' }, say('shiftNone')));

function done(card) {
  const decisions = card.problems.filter((problem) => problem.decided).map((problem) =>
    `${problem.lineName ?? problem.title} ${say(problem.decided.decision)} ${say('byName', problem.decided.by)} ${problem.decided.reason}`.trim());
  const end = [say(card.phase), card.ending?.by ? say('byName', card.ending.by) : '', card.ending?.action ?? ''].filter(Boolean).join(' ');
  return line(card, [end, ...decisions].join(' \u00b7 '));
}

/** The inside of the report's dialog. */
export function shiftReport(shop, close) {
  return [h('header', {}, h('h2', { id: 'shift-title' }, `${say('shift')} \u00b7 ${new Date().toLocaleString()}`),
    h('button', { type: 'button', class: 'quiet', onclick: () => print() }, say('print')),
    h('button', { type: 'button', class: 'quiet', onclick: close }, say('close'))),
  h('p', {}, shop.onDuty.length ? say('onDuty', shop.onDuty.map((one) => one.name).join(', ')) : say('nobodyOnDuty')),
  shop.sales === null ? null : h('p', {}, say('salesToday', shop.sales)),
  h('h3', {}, say('shiftOpen')), list(shop.requests.map((card) => line(card, card.owner ? say('ownerIs', card.owner.name) : say('waitsStill')))),
  h('h3', {}, say('shiftDone')), list(shop.ended.map(done))].filter(Boolean);
}
