// The attendant's console: holds what the hub tells, paints it, ticks the ages, and makes itself heard.
import { say, refusal, causeWords } from './words.js';
import { icon } from './icons.js';
import { h } from './view.js';
import { listen, post, get } from './net.js';
import { requestCard, endedLine } from './cards.js';
import { laneMap, mapWidth, bulk, laneDetail, legend } from './lanes.js';
import { machinesDetail } from './machines.js';
import { askFor } from './ask.js';
import { signIn, beginSignIn, myName } from './signin.js';
import { alarm, isQuiet } from './alarm.js';
import { by, notice, replace, tickCards, paintFrame, paintLink, beginFrame, isLoud } from './frame.js';
import { showShift } from './shift.js';
import { suspendedCard } from './suspended.js';

const figuresMillis = 60000;

const shop = { shop: 'Samokasa', brokerUp: true, onDuty: [], lanes: new Map(), requests: [], ended: [], suspended: [], sales: null };
const page = { up: false, clockSkew: 0, lane: null, machines: false, known: new Set(), first: true, opened: new Set() };
const house = (await get('/house')) ?? { pin: false, people: [], map: [] };
let me = myName();

// --- commands -------------------------------------------------------------------------------------------------------

async function act(path, { ask, kind, told, ...body }) {
  if (ask) {
    const people = ask === 'note' ? shop.onDuty.filter((one) => one.name !== me) : [];
    const given = await askFor({ ask, kind, people });
    if (given === null) return;
    Object.assign(body, given);
  }
  const failure = await post(path, { by: me, ...body });
  if (failure) notice(refusal(failure));
  else if (told) notice(say('sent'));
  if (failure?.error === 'NOT_SIGNED_IN') signIn();
}

// --- painting -------------------------------------------------------------------------------------------------------

function paintRequests() {
  const cards = shop.requests.map((card) => requestCard(card, shop.lanes.get(card.lane), { me, act, opened: page.opened, ended: shop.ended }));
  by('requests-title').textContent = `${say('requests')} (${cards.length})`;
  document.title = cards.length ? `(${cards.length}) Samokasa` : 'Samokasa';
  replace(by('cards'), cards.length ? cards : [h('div', { class: 'nothing' }, icon('READY'),
    h('p', {}, h('b', {}, say('nothingOpen'))), h('p', {}, say('nothingOpenMore')))]);
  by('ended-box').hidden = !shop.ended.length;
  by('ended-title').textContent = `${say('ended')} (${shop.ended.length})`;
  replace(by('ended'), shop.ended.map(endedLine));
  tick();
}

function paintSuspended() {
  const free = [...shop.lanes.values()].filter((tile) => tile.state === 'READY').map((tile) => tile.lane).sort((a, b) => a - b);
  by('suspended-box').hidden = !shop.suspended.length;
  by('suspended-title').textContent = `${say('suspended')} (${shop.suspended.length})`;
  replace(by('suspended'), shop.suspended.map((kept) => suspendedCard(kept, free, act, page.opened)));
}

function paintLanes() {
  const tiles = [...shop.lanes.values()].sort((a, b) => a.lane - b.lane);
  by('lanes-title').textContent = say('lanes');
  replace(by('tiles'), tiles.length ? laneMap(tiles, house.map, openLane) : [h('p', { class: 'empty' }, say('noLaneYet'))]);
  by('tiles').classList.toggle('map', mapWidth(house.map) > 0);
  by('tiles').style.setProperty('--columns', mapWidth(house.map));
  replace(by('bulk'), tiles.length ? bulk(tiles, act) : []);
  replace(by('legend'), tiles.length ? legend() : []);
  paintSuspended();
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
  paintFrame(me);
  by('shop').textContent = shop.shop;
  paintLink(!page.up ? ['bad', 'GONE', 'reconnecting'] : !shop.brokerUp ? ['bad', 'FAULT', 'noLanes'] : ['good', 'READY', 'live']);
  by('figures').textContent = shop.sales === null ? '' : say('salesToday', shop.sales);
  by('on-duty').textContent = shop.onDuty.length ? say('onDuty', shop.onDuty.map((one) => one.name).join(', ')) : say('nobodyOnDuty');
}

function paintAll() {
  paintBar();
  paintLanes();
  paintRequests();
}

// --- time and sound -------------------------------------------------------------------------------------------------

const tick = () => tickCards(() => page.clockSkew);
const makesNoise = () => isLoud() && !isQuiet(house.quiet, new Date());

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
beginFrame(paintBar, paintAll);
by('shift').addEventListener('click', () => { showShift(by('shift-box'), shop, () => by('shift-box').close()).then(() => by('shift-box').showModal()); });

const again = listen({
  clock: (skew) => { page.clockSkew = skew; },
  link: (up) => { page.up = up; paintBar(); },
  refused: () => notice(say('noToken'), true),
  kept: (outcome, action, failure) => notice(failure ? refusal(failure) : say(outcome, action.path)),
  snapshot: ({ state }) => {
    Object.assign(shop, { shop: state.shop, brokerUp: state.brokerUp, onDuty: state.onDuty, requests: state.requests, ended: state.ended, suspended: state.suspended });
    shop.lanes = new Map(state.lanes.map((tile) => [tile.lane, tile]));
    announceNews();
    paintAll();
  },
  suspended: (part) => { Object.assign(shop, part); paintSuspended(); },
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
