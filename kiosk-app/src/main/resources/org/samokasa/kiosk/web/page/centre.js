// A help centre's page: the open requests of many shops in one order, and what each hub lets somebody far away do about them.
import { say, refusal, causeWords } from './words.js';
import { icon } from './icons.js';
import { h, clockTime, timeIn } from './view.js';
import { listen, post, sendKept } from './net.js';
import { requestCard } from './cards.js';
import { laneDetail } from './lanes.js';
import { machinesDetail } from './machines.js';
import { askFor } from './ask.js';
import { signIn, beginSignIn, myName } from './signin.js';
import { alarm } from './alarm.js';
import { by, notice, replace, tickCards, paintFrame, paintLink, beginFrame, isLoud } from './frame.js';
import { mostUrgentFirst } from './order.js';
import { shopTile, shopDetail, factSheet, onSite, standingOf } from './shops.js';

const shops = new Map();
const page = { up: false, shop: null, lane: null, machines: false, heard: new Set(), opened: new Set() };
let me = myName();

const isHeard = (shop) => shop.line.standing === 'LIVE';
/** Cards of a shop that is silent stay, marked as old; where the operator is not let in there are none. */
const isShown = (shop) => ['LIVE', 'NO_CONTACT', 'TRYING'].includes(shop.line.standing);
const newShop = (line) => ({ line, skew: 0, sheet: null, onDuty: [], brokerUp: true, lanes: new Map(), requests: [] });
const openRequests = (isMeant) => [...shops.values()].filter(isMeant)
  .flatMap((shop) => shop.requests.map((card) => ({ shop: shop.line.shop, card }))).sort(mostUrgentFirst);

// --- commands -------------------------------------------------------------------------------------------------------

/** Sends commands to one shop. What `first` names is done before: who hands over must have accepted. */
const actIn = (shop) => async (path, { ask, kind, told, to, first, words, ...body }) => {
  const place = '/shops/' + shop.line.shop;
  if (ask) {
    const people = ask === 'note' ? [...shop.onDuty].sort((a, b) => (a.role === 'REMOTE') - (b.role === 'REMOTE')).filter((one) => one.name !== me) : [];
    const given = await askFor({ ask, kind, people, to });
    if (given === null) return;
    Object.assign(body, given);
  }
  let failure = first ? await post(place + first, { by: me }) : null;
  if (!failure || failure.error === 'kept') failure = await post(place + path, { by: me, ...body });
  if (failure) notice(`${shop.line.name}: ${refusal(failure)}`);
  else if (told) notice(say('sent'));
};

// --- painting -------------------------------------------------------------------------------------------------------

function farFrom(shop) {
  return {
    shop: shop.line.shop, name: shop.line.name, zone: shop.sheet?.zone, presence: shop.sheet?.presence ?? [], onSite: onSite(shop),
    silentSince: isHeard(shop) ? null : shop.line.since ? clockTime(shop.line.since) : '',
    open: () => openShop(shop.line.shop),
    beside: () => beside(shop),
  };
}

/** What stands beside a card that the operator has accepted. */
function beside(shop) {
  return h('aside', { class: 'facts', 'aria-label': say('aboutShop', shop.line.name) }, h('h4', {}, say('aboutShop', shop.line.name)), factSheet(shop));
}

function paintRequests() {
  const open = openRequests(isShown);
  replace(by('cards'), open.length ? open.map((one) => cardOf(shops.get(one.shop), one.card)) : [nothing()]);
  by('requests-title').textContent = `${say('requests')} (${open.length})`;
  document.title = open.length ? `(${open.length}) Samokasa` : 'Samokasa';
  tick();
}

/** Nobody waits, as far as is known: a shop that is not heard may have somebody. */
function nothing() {
  const all = [...shops.values()];
  const silent = all.filter((shop) => !isHeard(shop)).map((shop) => shop.line.name);
  if (silent.length === all.length) return h('div', { class: 'nothing' }, icon('GONE'), h('p', {}, h('b', {}, say('noShopHeard'))));
  return h('div', { class: 'nothing' }, icon('READY'), h('p', {}, h('b', {}, say('nothingOpen'))),
    h('p', {}, silent.length ? say('notHeard', silent.join(', ')) : say('nothingOpenMore')));
}

function cardOf(shop, card) {
  const tile = shop.lanes.get(card.lane);
  const element = requestCard(card, tile, { me, act: actIn(shop), opened: page.opened, far: farFrom(shop) });
  if (tile) (element.querySelector('.own') ?? element).append(h('button', { type: 'button', class: 'quiet', 'data-key': `lane${card.id}`, onclick: () => openLane(shop.line.shop, card.lane) }, say('lookAtLane')));
  return element;
}

function paintShops() {
  by('shops-title').textContent = say('shops');
  replace(by('tiles'), [...shops.values()].map((shop) => shopTile(shop, openShop)));
  paintDialogs();
  tick();
}

function paintDialogs() {
  const shop = shops.get(page.shop);
  if (!shop) return;
  if (by('shop-box').open) replace(by('shop-box'), shopDetail(shop, { close: () => by('shop-box').close(), openLane: (lane) => openLane(page.shop, lane), enterPin }));
  const tile = shop.lanes.get(page.lane);
  if (!tile || !by('lane').open) return;
  const machines = (shown) => () => { page.machines = shown; paintDialogs(); };
  replace(by('lane'), page.machines ? machinesDetail(tile, actIn(shop), machines(false))
    : laneDetail(tile, actIn(shop), () => by('lane').close(), machines(true), shop.line.name));
}

function openShop(id) {
  page.shop = id;
  if (!by('shop-box').open) by('shop-box').showModal();
  paintDialogs();
  tick();
}

function openLane(id, lane) {
  Object.assign(page, { shop: id, lane, machines: false });
  by('lane').showModal();
  paintDialogs();
}

function enterPin() {
  const shop = shops.get(page.shop);
  by('shop-box').close();
  signIn({ id: shop.line.shop, name: shop.line.name });
}

function paintBar() {
  paintFrame(me);
  by('link').hidden = !me;
  paintLink(page.up ? ['good', 'READY', 'live'] : ['bad', 'GONE', 'reconnecting']);
}

function paintAll() {
  paintBar();
  paintShops();
  paintRequests();
}

// --- time and sound -------------------------------------------------------------------------------------------------

function tick() {
  tickCards((card) => shops.get(card.dataset.shop)?.skew ?? 0);
  for (const element of document.querySelectorAll('[data-zone]')) {
    const text = say('timeThere', timeIn(element.dataset.zone));
    if (element.textContent !== text) element.textContent = text;
  }
}

/** A shop's quiet hours are for its own rooms; the centre is somewhere else. */
const ring = () => alarm(openRequests(isHeard).map((one) => one.card), me, isLoud());

function announceNews(shop) {
  const news = shop.requests.filter((card) => !page.heard.has(shop.line.shop + card.id));
  news.forEach((card) => page.heard.add(shop.line.shop + card.id));
  if (news.length) {
    by('news').textContent = news.map((card) => `${shop.line.name}, ${say('newRequest', card.lane, causeWords(card.cause))}`).join('. ');
  }
  ring();
}

// --- start ----------------------------------------------------------------------------------------------------------

/** What is the centre's own is plain; what a hub says has its shop in front. A shop that says nonsense is not listened to. */
function read(text) {
  if (text.startsWith('{')) return JSON.parse(text);
  const space = text.indexOf(' ');
  try {
    return { shop: shops.get(text.slice(0, space)), said: JSON.parse(text.slice(space + 1)) };
  } catch (nonsense) {
    return {};
  }
}

const of = (take) => ({ shop, said }) => { if (shop && said) take(shop, said); };

const again = listen({
  link: (up) => { page.up = up; paintBar(); },
  refused: (error) => { if (error === 'NOT_SIGNED_IN') signIn(); else notice(say('noToken'), true); },
  shops: ({ shops: lines }) => {
    const before = new Map(shops);
    shops.clear();
    for (const line of lines) shops.set(line.shop, { ...(before.get(line.shop) ?? newShop(line)), line });
    paintAll();
  },
  standing: of((shop, line) => {
    shop.line = line;
    if (line.standing === 'LIVE') sendKept((outcome, action, failure) => notice(failure ? refusal(failure) : say(outcome, shop.line.name)), `/shops/${line.shop}/`);
    paintShops();
    paintRequests();
  }),
  house: of((shop, house) => { shop.sheet = house.sheet ?? null; paintShops(); paintRequests(); }),
  snapshot: of((shop, { now, state }) => {
    shop.skew = Date.parse(now) - Date.now();
    Object.assign(shop, { onDuty: state.onDuty, brokerUp: state.brokerUp, requests: state.requests });
    shop.lanes = new Map(state.lanes.map((tile) => [tile.lane, tile]));
    announceNews(shop);
    paintShops();
    paintRequests();
  }),
  shop: of((shop, part) => { Object.assign(shop, { onDuty: part.onDuty, brokerUp: part.brokerUp }); paintShops(); paintRequests(); }),
  lane: of((shop, tile) => { shop.lanes.set(tile.lane, tile); paintDialogs(); paintRequests(); }),
  requests: of((shop, part) => { shop.requests = part.requests; announceNews(shop); paintShops(); paintRequests(); }),
}, { names: ['shops', 'standing', 'house', 'snapshot', 'shop', 'lane', 'requests', 'beat'], first: 'shops', read, probe: '/session' });

for (const box of ['shop-box', 'lane']) by(box).addEventListener('close', () => { if (box === 'lane') page.lane = null; });
beginFrame(paintBar, paintAll);
paintAll();
setInterval(() => { tick(); ring(); }, 1000);
beginSignIn({ pin: true, people: [], map: [] }, (answer) => {
  if (me !== myName()) shops.clear();
  me = myName();
  const closed = (answer?.shops ?? []).filter((line) => !['LIVE', 'TRYING'].includes(line.standing));
  if (closed.length) notice(closed.map((line) => `${line.name}: ${standingOf(line)}`).join(' \u00b7 '));
  again();
  paintAll();
}, 'nameIsShownFar');
if (!me) signIn();
