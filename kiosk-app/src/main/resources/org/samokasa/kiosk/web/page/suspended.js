// Baskets that were put aside: what is in each, and at which lane it can go on.
import { say, count } from './words.js';
import { h, money, clockTime } from './view.js';
import { unfolding } from './knowledge.js';
import { basketLines } from './lanes.js';

/** One of them; lanes are those that are free, opened is what somebody has unfolded. */
export function suspendedCard(kept, lanes, act, opened) {
  const path = '/suspended/' + encodeURIComponent(kept.id);
  const free = lanes.map((lane) => h('button', {
    type: 'button', class: 'secondary', 'data-key': `${path}/${lane}`, onclick: () => act(path + '/recall', { lane, told: true }),
  }, say('goOnAt', lane)));
  return h('article', { class: 'card', 'data-suspended': kept.id },
    h('header', {}, h('h3', {}, `${count('items', kept.itemCount)} \u00b7 ${money(kept.totalMinor, kept.currency)}`)),
    h('p', { class: 'quiet-text' }, say('suspendedBy', kept.lane, clockTime(kept.since), kept.by)),
    unfolding(say('basket'), path, opened, basketLines(kept)),
    kept.refusedBy ? h('p', { class: 'note' }, say('wasNotFree', kept.refusedBy)) : null,
    kept.going ? h('p', { class: 'note' }, say('onItsWayTo', kept.going.lane))
      : free.length ? [h('p', { class: 'quiet-text' }, say('lookFirst')), h('div', { class: 'row' }, free)]
        : h('p', { class: 'empty' }, say('noFreeLane')),
    h('div', { class: 'row' }, h('button', {
      type: 'button', class: 'quiet', 'data-key': path + '/give-up', onclick: () => act(path + '/give-up', { ask: 'reason', told: true }),
    }, say('giveUp'))));
}
