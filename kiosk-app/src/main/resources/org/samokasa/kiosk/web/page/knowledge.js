// What to do in each case: three steps and the shop's policy with its date. The page keeps a copy for when the hub is away.
import { say, causeWords, currentLanguage } from './words.js';
import { causeIcon } from './icons.js';
import { h, day } from './view.js';

const books = {};
async function load(tag) {
  const answer = books[tag] ? null : await fetch(`knowledge/${tag}.json`).catch(() => null);
  if (answer?.ok) books[tag] = await answer.json();
}
await load(currentLanguage());

/** Brings the cards of the language that was chosen. */
export const loadKnowledge = () => load(currentLanguage());

function text(cause, card) {
  return [h('ol', { class: 'steps' }, card.steps.map((step) => h('li', {}, step))),
    h('p', { class: 'policy' }, card.policy, ' ', h('small', {}, say('policyOf', day(card.version))))];
}

/** The steps for a cause. */
export function adviceFor(cause, key, opened) {
  const card = books[currentLanguage()]?.[cause];
  if (!card) return null;
  return unfolding(say('whatToDo'), key, opened, text(cause, card));
}

/** Something closed until it is wanted; what was opened stays open when the card is painted again. */
export function unfolding(title, key, opened, ...inside) {
  const details = h('details', { class: 'advice', open: opened.has(key) }, h('summary', { 'data-key': key }, title), inside);
  details.addEventListener('toggle', () => { if (details.open) opened.add(key); else opened.delete(key); });
  return details;
}

/** Without accents and capitals, for those who type in a hurry. Signs of Hindi are letters and stay. */
const folded = (text) => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replaceAll('ł', 'l').replaceAll('ß', 'ss');

/** All cards in which every typed word occurs. */
export function foundCards(typed) {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  const found = Object.entries(books[currentLanguage()] ?? {}).filter(([cause, card]) => {
    const all = folded([causeWords(cause), card.policy, ...card.steps].join(' '));
    return words.every((word) => all.includes(word));
  });
  if (!found.length) return [h('p', { class: 'empty' }, say('nothingFound'))];
  return found.map(([cause, card]) => h('article', { class: 'knowledge-card' }, h('h3', {}, causeIcon(cause), causeWords(cause)), text(cause, card)));
}
