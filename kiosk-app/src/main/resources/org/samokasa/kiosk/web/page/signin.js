// Who works at this device: name and PIN, a quick change to somebody else, going off duty.
import { say, refusal } from './words.js';
import { h, clockTime } from './view.js';
import { ask, holdSession, hasSession } from './net.js';

document.body.append(h('dialog', { id: 'sign-in', 'aria-labelledby': 'sign-in-title' },
  h('form', { id: 'sign-in-form', method: 'dialog' },
    h('h2', { id: 'sign-in-title', 'data-word': 'whoAreYou' }),
    h('p', { id: 'sign-in-for', class: 'quiet-text' }),
    h('p', { id: 'sign-in-shown' }),
    h('div', { id: 'known-names', class: 'row' }),
    h('label', { id: 'name-box' }, h('span', { 'data-word': 'yourName' }),
      h('input', { id: 'name', name: 'name', maxlength: 40, autocomplete: 'given-name', required: true })),
    h('label', { id: 'pin-box', hidden: true }, h('span', { 'data-word': 'pinAsk' }),
      h('input', { id: 'pin', type: 'password', inputmode: 'numeric', pattern: '[0-9]*', maxlength: 12, autocomplete: 'off' })),
    h('p', { id: 'sign-in-wrong', class: 'wrong', role: 'alert' }),
    h('button', { id: 'sign-in-go', class: 'primary', type: 'submit', 'data-word': 'start' }),
    h('button', { id: 'off-duty', class: 'quiet', type: 'button', 'data-word': 'offDuty', hidden: true }))));

const by = (id) => document.getElementById(id);
let house = { pin: false, people: [], map: [] };
let shown = 'nameIsShown';
let chosen = '';
let extra = {};
let done = () => {};

/** The name signed in here; empty when nobody is. */
export const myName = () => (hasSession() ? localStorage.getItem('samokasa.name') || '' : '');

/** Told how the shop is set up, whom to tell when somebody has signed in, and the word for where their name is shown. */
export function beginSignIn(how, told, where = shown) {
  house = how;
  done = told;
  shown = where;
}

function known() {
  return house.people.length ? house.people.map((one) => one.name) : JSON.parse(localStorage.getItem('samokasa.names') || '[]');
}

function choose(name) {
  chosen = name;
  by('name').value = name;
  if (house.pin) {
    paint();
    by('pin').focus();
  } else {
    enter();
  }
}

function paint() {
  const closed = house.people.length > 0;
  by('name-box').hidden = closed;
  by('name').required = !closed;
  by('pin-box').hidden = !house.pin || (closed && !chosen);
  by('pin').required = house.pin;
  by('sign-in-go').hidden = closed && !house.pin;
  by('off-duty').hidden = !myName();
  by('known-names').replaceChildren(...known().map((name) =>
    h('button', { type: 'button', class: name === chosen ? 'secondary' : 'quiet', 'aria-pressed': String(name === chosen), onclick: () => choose(name) }, name)));
}

/** Opens the dialog; nobody may close it before somebody is signed in. At a centre it may be about one shop { id, name }. */
export function signIn(shop = null) {
  if (by('sign-in').open) return; // somebody is typing
  extra = shop ? { shop: shop.id } : {};
  chosen = shop ? myName() : '';
  by('name').value = chosen;
  by('sign-in-shown').textContent = say(shown);
  by('sign-in-for').hidden = !shop;
  by('sign-in-for').textContent = shop ? say('pinFor', shop.name) : '';
  by('pin').value = '';
  by('sign-in-wrong').textContent = '';
  paint();
  by('sign-in').showModal();
}

async function enter() {
  const name = (house.people.length ? chosen : by('name').value).trim();
  if (!name) return;
  const { ok, failure } = await ask('/sign-in', { name, ...(house.pin ? { pin: by('pin').value } : {}), ...extra });
  by('pin').value = '';
  if (!ok) {
    const detail = failure.error === 'PIN_LOCKED' ? clockTime(failure.detail) : failure.detail;
    by('sign-in-wrong').textContent = refusal({ ...failure, detail });
    return;
  }
  holdSession(ok.session);
  const names = JSON.parse(localStorage.getItem('samokasa.names') || '[]');
  localStorage.setItem('samokasa.name', ok.name);
  localStorage.setItem('samokasa.names', JSON.stringify([ok.name, ...names.filter((one) => one !== ok.name)].slice(0, 6)));
  by('sign-in').close();
  done(ok);
}

async function offDuty() {
  await ask('/off-duty', {});
  holdSession('');
  by('sign-in').close();
  done();
  signIn();
}

by('sign-in-form').addEventListener('submit', (event) => { event.preventDefault(); enter(); });
by('sign-in').addEventListener('cancel', (event) => { if (!myName()) event.preventDefault(); });
by('off-duty').addEventListener('click', offDuty);
