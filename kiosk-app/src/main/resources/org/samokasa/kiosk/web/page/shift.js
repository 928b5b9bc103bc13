// The report for whoever takes over: what is open now, who was on duty, what the hours before were like.
import { say, causeWords } from './words.js';
import { h, clockTime, shortTime, dayAndTime } from './view.js';
import { get } from './net.js';

const hoursOffered = [4, 8, 12, 24];
let hours = 8;

const line = (card, rest) => h('li', {}, h('b', {}, say('laneNumber', card.lane)), ` ${causeWords(card.cause)}, ${clockTime(card.openedAt)}: ${rest}`);
const list = (items) => (items.length ? h('ul', { class: 'report' }, items) : h('p', { class: 'empty' }, say('shiftNone')));

function done(card) {
  const decisions = card.problems.filter((problem) => problem.decided).map((problem) =>
    `${problem.lineName ?? causeWords(problem.kind, problem.title)} ${say(problem.decided.decision)} ${say('byName', problem.decided.by)} ${problem.decided.reason}`.trim());
  const end = [say(card.phase), card.ending?.by ? say('byName', card.ending.by) : '', card.ending?.action ?? ''].filter(Boolean).join(' ');
  return line(card, [end, ...decisions].join(' \u00b7 '));
}

/** One line for each person, with all their stays. */
function people(report) {
  const names = [...new Set([...report.stays.map((stay) => stay.name), ...report.people.map((one) => one.name)])];
  return names.map((name) => {
    const stays = report.stays.filter((stay) => stay.name === name)
      .map((stay) => `${shortTime(stay.from)}\u2013${stay.to ? shortTime(stay.to) : say('shiftStill')}`).join(', ');
    const did = report.people.find((one) => one.name === name);
    return h('li', {}, h('b', {}, name), ' ', stays, did ? ` \u00b7 ${say('shiftHelped', did.requests, did.busyMinutes)}` : '');
  });
}

function notable(one) {
  const waited = one.waitedSeconds === undefined ? '' : ' ' + say('shiftWaited', one.waitedSeconds);
  return h('li', {}, h('b', {}, say('laneNumber', one.lane)), ` ${causeWords(one.cause)}, ${clockTime(one.raised)}: ${say('shift-' + one.why)}${waited}${one.by ? ' ' + say('byName', one.by) : ''}`);
}

function hoursBefore(report) {
  if (!report) return [h('p', { class: 'empty' }, say('NO_ANSWER'))];
  return [h('p', {}, say('shiftFigures', report.sales, report.calls), report.halfWithin === undefined ? ''
    : ' ' + say('shiftWithin', report.halfWithin, report.mostWithin)),
  h('h3', {}, say('shiftPeople')), list(people(report)),
  h('h3', {}, say('shiftCauses')), list(report.causes.map((one) => h('li', {}, `${one.count} \u00d7 ${causeWords(one.cause)}`))),
  h('h3', {}, say('shiftNotable')), list(report.notable.map(notable))];
}

function chooser(again) {
  const select = h('select', { id: 'shift-hours', 'aria-label': say('shiftHours') }, hoursOffered.map((some) =>
    h('option', { value: some, selected: some === hours }, say('shiftLast', some))));
  select.addEventListener('change', () => { hours = Number(select.value); again(); });
  return select;
}

/** Fills the report's dialog, and again when other hours are chosen. */
export async function showShift(box, shop, close) {
  const report = await get(`/shift?hours=${hours}`);
  box.replaceChildren(...[h('header', {}, h('h2', { id: 'shift-title' }, `${say('shift')} \u00b7 ${dayAndTime(new Date())}`),
    chooser(() => showShift(box, shop, close)),
    h('button', { type: 'button', class: 'quiet', onclick: () => print() }, say('print')),
    h('button', { type: 'button', class: 'quiet', 'data-key': 'shift-close', onclick: close }, say('close'))),
  h('p', {}, shop.onDuty.length ? say('onDuty', shop.onDuty.map((one) => one.name).join(', ')) : say('nobodyOnDuty')),
  h('h3', {}, say('shiftOpen')), list(shop.requests.map((card) => line(card, card.owner ? say('ownerIs', card.owner.name) : say('waitsStill')))),
  ...hoursBefore(report), h('h3', {}, say('shiftDone')), list(shop.ended.map(done))]);
}
