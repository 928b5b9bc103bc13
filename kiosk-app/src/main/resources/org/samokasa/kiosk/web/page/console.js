// The attendant's console: holds what the hub tells, paints it, ticks the ages, and makes itself heard.
import { say, causeWords, currentLanguage, switchLanguage, languages } from './words.js';
import { icon } from './icons.js';
import { h, age } from './view.js';
import { listen, post, get } from './net.js';
import { requestCard, endedLine } from './cards.js';
import { laneMap, mapWidth, bulk, laneDetail, legend } from './lanes.js';
import { machinesDetail } from './machines.js';
import { askFor } from './ask.js';
import { signIn, beginSignIn, myName } from './signin.js';
import { alarm, afterTouch, isQuiet, play } from './alarm.js';
import { foundCards, loadKnowledge } from './knowledge.js';
import { showShift } from './shift.js';

const lateSeconds = 15; // amber from here: HelpClocks.acceptSoon
const tooLateSeconds = 30; // red from here: HelpClocks.nextPerson
const noticeMillis = 6000;
const figuresMillis = 60000;
const themes = ['auto', 'light', 'dark'];
const by = (id) => document.getElementById(id);

const shop = { shop: 'Samokasa', brokerUp: true, onDuty: [], lanes: new Map(), requests: [], ended: [], sales: null };
const page = { up: false, refused: false, clockSkew: 0, lane: null, machines: false, known: new Set(), first: true, opened: new Set() };
const house = (await get('/house')) ?? { pin: false, people: [], map: [] };
let me = myName();
let theme = localStorage.getItem('samokasa.theme') || 'auto';
let loud = localStorage.getItem('samokasa.sound') !== 'off';

// --- commands -------------------------------------------------------------------------------------------------------

async function act(path, { ask, kind, told, ...body }) {
  if (ask) {
    const people = ask === 'note' ? shop.onDuty.map((one) => one.name).filter((name) => name !== me) : [];
    const given = await askFor({ ask, kind, people });
    if (given === null) return;
    Object.assign(body, given);
  }
  const failure = await post(path, { by: me, ...body });
  if (failure) notice(say(failure.error, failure.detail));
  else if (told) notice(say('sent'));
  if (failure?.error === 'NOT_SIGNED_IN') signIn();
}

let noticeTimer = 0;
function notice(text) {
  by('notice').textContent = text;
  by('notice').hidden = !text;
  clearTimeout(noticeTimer);
  if (text && !page.refused) noticeTimer = setTimeout(() => notice(''), noticeMillis);
}

// --- painting -------------------------------------------------------------------------------------------------------

/** Puts new children into a place; the control that had the keyboard keeps it. */
function replace(place, children) {
  const key = place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  place.replaceChildren(...children);
  if (key) [...place.querySelectorAll('[data-key]')].find((e) => e.dataset.key === key)?.focus();
}

function paintRequests() {
  const cards = shop.requests.map((card) => requestCard(card, shop.lanes.get(card.lane), { me, act, opened: page.opened }));
  by('requests-title').textContent = `${say('requests')} (${cards.length})`;
  document.title = cards.length ? `(${cards.length}) Samokasa` : 'Samokasa';
  replace(by('cards'), cards.length ? cards : [h('div', { class: 'nothing' }, icon('READY'),
    h('p', {}, h('b', {}, say('nothingOpen'))), h('p', {}, say('nothingOpenMore')))]);
  by('ended-box').hidden = !shop.ended.length;
  by('ended-title').textContent = `${say('ended')} (${shop.ended.length})`;
  replace(by('ended'), shop.ended.map(endedLine));
  tick();
}

function paintLanes() {
  const tiles = [...shop.lanes.values()].sort((a, b) => a.lane - b.lane);
  by('lanes-title').textContent = say('lanes');
  replace(by('tiles'), tiles.length ? laneMap(tiles, house.map, openLane) : [h('p', { class: 'empty' }, say('noLaneYet'))]);
  by('tiles').classList.toggle('map', mapWidth(house.map) > 0);
  by('tiles').style.setProperty('--columns', mapWidth(house.map));
  replace(by('bulk'), tiles.length ? bulk(tiles, act) : []);
  replace(by('legend'), tiles.length ? legend() : []);
  paintOpenLane();
}

function paintOpenLane() {
  const tile = shop.lanes.get(page.lane);
  if (!tile) return;
  const machines = (open) => () => { page.machines = open; paintOpenLane(); };
  replace(by('lane'), page.machines ? machinesDetail(tile, act, machines(false))
    : laneDetail(tile, act, () => by('lane').close(), machines(true)));
}

function openLane(lane) {
  page.lane = lane;
  paintOpenLane();
  by('lane').showModal();
}

function paintBar() {
  document.documentElement.lang = currentLanguage();
  document.documentElement.dataset.theme = theme;
  by('shop').textContent = shop.shop;
  const state = !page.up ? ['bad', 'GONE', 'reconnecting'] : !shop.brokerUp ? ['bad', 'FAULT', 'noLanes'] : ['good', 'READY', 'live'];
  by('link').className = 'pill ' + state[0];
  by('link').replaceChildren(icon(state[1]), say(state[2]));
  by('figures').textContent = shop.sales === null ? '' : say('salesToday', shop.sales);
  by('who').replaceChildren(icon('PERSON'), me || say('whoAreYou'));
  by('who').setAttribute('aria-label', say('signedInAs', me));
  by('sound').replaceChildren(icon(loud ? 'SOUND' : 'SILENT'));
  by('sound').setAttribute('aria-label', say(loud ? 'soundOn' : 'soundOff'));
  by('sound').setAttribute('aria-pressed', String(loud));
  by('theme').replaceChildren(icon('THEME'));
  by('theme').setAttribute('aria-label', say('theme' + theme[0].toUpperCase() + theme.slice(1)));
  by('language').value = currentLanguage();
  by('language').setAttribute('aria-label', say('language'));
  by('on-duty').textContent = shop.onDuty.length ? say('onDuty', shop.onDuty.map((one) => one.name).join(', ')) : say('nobodyOnDuty');
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = say(element.dataset.word);
}

function paintAll() {
  paintBar();
  paintLanes();
  paintRequests();
}

// --- time and sound -------------------------------------------------------------------------------------------------

function tick() {
  const now = Date.now() + page.clockSkew;
  for (const card of document.querySelectorAll('.card')) {
    const seconds = (now - Date.parse(card.dataset.since)) / 1000;
    const waits = card.dataset.waits === '';
    const level = !waits ? 'calm' : seconds < lateSeconds ? 'fresh' : seconds < tooLateSeconds ? 'late' : 'too-late';
    if (level === 'too-late' && card.dataset.level === 'late') navigator.vibrate?.([200, 100, 200]);
    card.dataset.level = level;
    const text = age(seconds);
    card.querySelector('.age-text').textContent = level === 'too-late' ? `${text} ! ` : text;
    card.querySelector('.age').title = level === 'too-late' ? say('lateHint') : '';
  }
}

const makesNoise = () => loud && !isQuiet(house.quiet, new Date());

function announceNews() {
  const fresh = shop.requests.filter((card) => !page.known.has(card.id));
  page.known = new Set(shop.requests.map((card) => card.id));
  if (page.first) {
    page.first = false;
  } else if (fresh.length) {
    by('news').textContent = fresh.map((card) => say('newRequest', card.lane, causeWords(card.cause))).join('. ');
  }
  alarm(shop.requests, me, makesNoise());
}

// --- start ----------------------------------------------------------------------------------------------------------

async function readFigures() {
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  const figures = await get('/figures?since=' + encodeURIComponent(midnight.toISOString()));
  shop.sales = figures ? figures.sales : null;
  paintBar();
}

by('lane').addEventListener('close', () => { page.lane = null; page.machines = false; });
by('who').addEventListener('click', signIn);
by('language').replaceChildren(...languages.map(([tag, name]) => h('option', { value: tag }, name)));
by('language').addEventListener('change', async () => { switchLanguage(by('language').value); await loadKnowledge(); paintAll(); });
by('knowledge').addEventListener('click', () => { by('typed').value = ''; by('found').replaceChildren(...foundCards('')); by('knowledge-box').showModal(); });
by('typed').addEventListener('input', () => by('found').replaceChildren(...foundCards(by('typed').value)));
by('knowledge-close').addEventListener('click', () => by('knowledge-box').close());
by('shift').addEventListener('click', () => { showShift(by('shift-box'), shop, () => by('shift-box').close()).then(() => by('shift-box').showModal()); });
by('sound').addEventListener('click', () => {
  loud = !loud;
  localStorage.setItem('samokasa.sound', loud ? 'on' : 'off');
  paintBar();
  if (loud) play('shopper');
});
by('theme').addEventListener('click', () => {
  theme = themes[(themes.indexOf(theme) + 1) % themes.length];
  localStorage.setItem('samokasa.theme', theme);
  paintBar();
});
document.addEventListener('pointerdown', afterTouch, { once: true });
document.addEventListener('keydown', afterTouch, { once: true });

const again = listen({
  clock: (skew) => { page.clockSkew = skew; },
  link: (up) => { page.up = up; paintBar(); },
  refused: () => { page.refused = true; notice(say('noToken')); },
  kept: (outcome, action, failure) => notice(failure ? say(failure.error, failure.detail) : say(outcome, action.path)),
  snapshot: ({ state }) => {
    Object.assign(shop, { shop: state.shop, brokerUp: state.brokerUp, onDuty: state.onDuty, requests: state.requests, ended: state.ended });
    shop.lanes = new Map(state.lanes.map((tile) => [tile.lane, tile]));
    announceNews();
    paintAll();
  },
  shop: (part) => { Object.assign(shop, part); paintBar(); },
  lane: (tile) => { shop.lanes.set(tile.lane, tile); paintLanes(); paintRequests(); },
  requests: (part) => { Object.assign(shop, part); announceNews(); paintRequests(); readFigures(); },
});
paintAll();
readFigures();
setInterval(() => { tick(); alarm(shop.requests, me, makesNoise()); }, 1000);
setInterval(readFigures, figuresMillis);
beginSignIn(house, () => { me = myName(); again(); paintAll(); });
if (!me) signIn();
navigator.serviceWorker?.register('sw.js').catch(() => {}); // not on a page without TLS; then nothing is kept
