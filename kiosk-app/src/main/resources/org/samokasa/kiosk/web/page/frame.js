// What every page of ours has around its content: the tools of the bar, notices, the ages of cards, the knowledge base.
import { say, currentLanguage, switchLanguage, languages } from './words.js';
import { icon } from './icons.js';
import { h, age } from './view.js';
import { play, afterTouch } from './alarm.js';
import { signIn } from './signin.js';
import { foundCards, loadKnowledge } from './knowledge.js';

const lateSeconds = 15; // amber from here: HelpClocks.acceptSoon
const tooLateSeconds = 30; // red from here: HelpClocks.nextPerson
const noticeMillis = 6000;
const themes = ['auto', 'light', 'dark'];
let theme = localStorage.getItem('samokasa.theme') || 'auto';
let loud = localStorage.getItem('samokasa.sound') !== 'off';

document.body.append(h('dialog', { id: 'knowledge-box', 'aria-labelledby': 'knowledge-title' },
  h('header', {}, h('h2', { id: 'knowledge-title', 'data-word': 'knowledge' }),
    h('button', { id: 'knowledge-close', class: 'quiet', type: 'button', 'data-word': 'close' })),
  h('label', {}, h('span', { 'data-word': 'searchKnowledge' }), h('input', { id: 'typed', type: 'search', maxlength: 60, autocomplete: 'off' })),
  h('div', { id: 'found', 'aria-live': 'polite' })));

export const by = (id) => document.getElementById(id);
export const isLoud = () => loud;

let noticeTimer = 0;
let lasting = false;

/** Says something for some seconds; what lasts stays, and nothing comes after it. */
export function notice(text, lasts = false) {
  lasting ||= lasts;
  by('notice').textContent = text;
  by('notice').hidden = !text;
  clearTimeout(noticeTimer);
  if (text && !lasting) noticeTimer = setTimeout(() => notice(''), noticeMillis);
}

/** Puts new children into a place; the control that had the keyboard keeps it. */
export function replace(place, children) {
  const key = place.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  place.replaceChildren(...children);
  if (key) [...place.querySelectorAll('[data-key]')].find((e) => e.dataset.key === key)?.focus();
}

/** Says how old each card is; skewOf(card) is how far the clock of its hub is ahead of ours, in milliseconds. */
export function tickCards(skewOf) {
  for (const card of document.querySelectorAll('.card[data-since]')) {
    const seconds = (Date.now() + skewOf(card) - Date.parse(card.dataset.since)) / 1000;
    const waits = card.dataset.waits === '';
    const level = !waits ? 'calm' : seconds < lateSeconds ? 'fresh' : seconds < tooLateSeconds ? 'late' : 'too-late';
    if (level === 'too-late' && card.dataset.level === 'late') navigator.vibrate?.([200, 100, 200]);
    card.dataset.level = level;
    const text = age(seconds);
    card.querySelector('.age-text').textContent = level === 'too-late' ? `${text} ! ` : text;
    card.querySelector('.age').title = level === 'too-late' ? say('lateHint') : '';
  }
}

/** Everything in the bar that is the same on every page. */
export function paintFrame(me) {
  document.documentElement.lang = currentLanguage();
  document.documentElement.dataset.theme = theme;
  by('who').replaceChildren(icon('PERSON'), me || say('whoAreYou'));
  by('who').setAttribute('aria-label', say('signedInAs', me));
  by('sound').replaceChildren(icon(loud ? 'SOUND' : 'SILENT'));
  by('sound').setAttribute('aria-label', say(loud ? 'soundOn' : 'soundOff'));
  by('sound').setAttribute('aria-pressed', String(loud));
  by('theme').replaceChildren(icon('THEME'));
  by('theme').setAttribute('aria-label', say('theme' + theme[0].toUpperCase() + theme.slice(1)));
  by('language').value = currentLanguage();
  by('language').setAttribute('aria-label', say('language'));
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = say(element.dataset.word);
}

/** How the line is: [style, drawing, word]. */
export function paintLink([style, drawing, word]) {
  by('link').className = 'pill ' + style;
  by('link').replaceChildren(icon(drawing), say(word));
}

/** Makes the tools work; paintBar and paintAll draw the page anew. */
export function beginFrame(paintBar, paintAll) {
  by('who').addEventListener('click', () => signIn());
  by('language').replaceChildren(...languages.map(([tag, name]) => h('option', { value: tag }, name)));
  by('language').addEventListener('change', async () => { await switchLanguage(by('language').value); await loadKnowledge(); paintAll(); });
  by('knowledge').addEventListener('click', () => { by('typed').value = ''; by('found').replaceChildren(...foundCards('')); by('knowledge-box').showModal(); });
  by('typed').addEventListener('input', () => by('found').replaceChildren(...foundCards(by('typed').value)));
  by('knowledge-close').addEventListener('click', () => by('knowledge-box').close());
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
  navigator.serviceWorker?.register('sw.js').catch(() => {}); // not on a page without TLS; then nothing is kept
}
