// The dialog in which somebody gives a reason or a note, and says to whom a request goes.
import { say } from './words.js';
import { h } from './view.js';

document.body.append(h('dialog', { id: 'ask', 'aria-labelledby': 'ask-title' },
  h('form', { id: 'ask-form', method: 'dialog' },
    h('h2', { id: 'ask-title' }),
    h('label', { id: 'ask-label', class: 'out-of-sight', for: 'answer' }),
    h('div', { id: 'ready-answers', class: 'row' }),
    h('input', { id: 'answer', maxlength: 200, autocomplete: 'off', required: true }),
    h('label', { id: 'to-box', hidden: true }, h('span', { 'data-word': 'toWhom' }), h('select', { id: 'to' })),
    h('div', { class: 'row' },
      h('button', { class: 'primary', type: 'submit', value: 'send', 'data-word': 'send' }),
      h('button', { class: 'quiet', type: 'submit', value: '', 'data-word': 'cancel', formnovalidate: true })))));

const by = (id) => document.getElementById(id);
const reasonsOf = [
  [/^AGE/, ['reasonNoCard', 'reasonTooYoung', 'reasonOther']],
  [/^WEIGHT/, ['reasonNotScanned', 'reasonWrongItem', 'reasonBag']],
];

/** Asks for a text, which may not be empty; for a note also to whom, which is to unless they choose another. Null when the attendant thinks better of it. */
export function askFor({ ask, kind, people = [], to = '' }) {
  const dialog = by('ask');
  const ready = (reasonsOf.find(([pattern]) => pattern.test(kind ?? '')) ?? [null, []])[1];
  by('ask-title').textContent = say(ask + 'Ask');
  by('ask-label').textContent = say(ask + 'Ask');
  by('answer').value = '';
  by('ready-answers').replaceChildren(...ready.map((key) =>
    h('button', { type: 'button', class: 'quiet', onclick: () => { by('answer').value = say(key); dialog.close('send'); } }, say(key))));
  by('to-box').hidden = !people.length;
  by('to').replaceChildren(h('option', { value: '' }, say('anybody')), ...people.map(({ name, role }) =>
    h('option', { value: name, selected: name === to }, role === 'REMOTE' ? say('inCentre', name) : name)));
  dialog.returnValue = '';
  dialog.showModal();
  by('answer').focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      if (!dialog.returnValue) return resolve(null);
      const whom = by('to').value;
      return resolve({ [ask]: by('answer').value.trim(), ...(people.length && whom ? { to: whom } : {}) });
    }, { once: true });
  });
}
