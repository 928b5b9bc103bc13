// The shops of a help centre: the strip, and what somebody far away has to know of each.
import { say, count, causeWords, locale } from './words.js';
import { icon } from './icons.js';
import { h, clockTime, languageName } from './view.js';
import { laneTile } from './lanes.js';

const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const dayName = (day) => new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + days.indexOf(day))); // a Monday
const needPin = ['PIN_NEEDED', 'PIN_WRONG'];

/** Those on duty in the shop itself, who has the least to do in front. */
export function onSite(shop) {
  const load = (name) => shop.requests.filter((card) => card.owner?.name === name).length;
  return shop.onDuty.filter((one) => one.role !== 'REMOTE').map((one) => one.name)
    .sort((a, b) => load(a) - load(b) || a.localeCompare(b));
}

/** How the operator stands with the shop, in words. */
export function standingOf(line) {
  if (line.standing === 'NO_CONTACT' && line.since) return say('noContactSince', clockTime(line.since));
  return say(line.standing, line.standing === 'PIN_LOCKED' ? clockTime(line.detail) : line.detail);
}

const isLive = (shop) => shop.line.standing === 'LIVE';

/** A shop in the strip: colour, shape and words say the same. */
export function shopTile(shop, open) {
  const live = isLive(shop);
  const there = onSite(shop).length;
  const style = !live ? 'GONE' : shop.requests.length ? 'NEEDS_HELP' : 'READY';
  return h('button', { type: 'button', class: `tile shop ${style}`, 'data-shop': shop.line.shop, 'data-key': 'tile' + shop.line.shop, onclick: () => open(shop.line.shop) },
    h('span', { class: 'tile-top' }, h('b', { class: 'shop-name' }, shop.line.name), icon(style)),
    h('span', { class: 'tile-word' }, live ? count('openRequests', shop.requests.length) : standingOf(shop.line)),
    live ? h('span', {}, there ? count('onDutyThere', there) : say('nobodyThere')) : null,
    live && !shop.brokerUp ? h('span', { class: 'tile-doubt' }, say('noLanes')) : null,
    live && shop.sheet ? h('span', {}, say(shop.sheet.openNow ? 'openNow' : 'closedNow'), ' \u00b7 ', h('span', { 'data-zone': shop.sheet.zone })) : null);
}

const row = (word, value) => (value ? h('div', {}, h('dt', {}, say(word)), h('dd', {}, value)) : null);

function hours(sheet) {
  const open = days.filter((day) => sheet.hours[day]);
  if (!open.length) return say('neverCloses');
  return h('ul', {}, open.map((day) => h('li', {}, `${dayName(day)} ${sheet.hours[day]}`)));
}

/** What the shop says about itself, and what it may not be helped with from here. */
export function factSheet(shop) {
  const { sheet } = shop;
  if (!sheet) return [h('p', { class: 'empty' }, say('noSheet'))];
  const facts = sheet.facts ?? {};
  const list = (items) => (items?.length ? h('ul', {}, items.map((item) => h('li', {}, item))) : null);
  return [h('dl', { class: 'sheet' },
    row('presenceHere', list(sheet.presence.map(causeWords))),
    row('twoPersonsHere', list(sheet.twoPersons.map(causeWords))),
    row('dutyThere', onSite(shop).join(', ') || say('nobodyThere')),
    ['address', 'telephone', 'emergency', 'keys', 'firstAid', 'fireExtinguisher', 'paper'].map((fact) => row('fact-' + fact, facts[fact])),
    row('fact-languages', facts.languages?.map(languageName).join(', ')),
    row('fact-hours', hours(sheet)),
    row('fact-notes', list(facts.notes))),
  sheet.facts ? null : h('p', { class: 'empty' }, say('noFacts'))].filter(Boolean);
}

/** The inside of the dialog about a shop. */
export function shopDetail(shop, { close, openLane, enterPin }) {
  const lanes = [...shop.lanes.values()].sort((a, b) => a.lane - b.lane);
  return [h('header', {}, h('h2', { id: 'shop-title' }, shop.line.name),
    h('button', { type: 'button', class: 'quiet', 'data-key': 'close', onclick: close }, say('close'))),
  isLive(shop) ? null : h('p', { class: 'note' }, standingOf(shop.line)),
  needPin.includes(shop.line.standing)
    ? h('button', { type: 'button', class: 'primary', 'data-key': 'pin', onclick: enterPin }, say('enterPin')) : null,
  factSheet(shop),
  lanes.length ? [h('h3', {}, say('lanes')), h('div', { class: 'tiles' }, lanes.map((tile) => laneTile(tile, openLane)))] : null].flat(2).filter(Boolean);
}
