// Everything the page says: words/<language>.json. A word that a language lacks is shown in English.
const names = { en: 'English', pl: 'Polski' };
const tags = Object.keys(names);
const read = async (path) => (await fetch(path)).json();
const [books, canned] = await Promise.all([
  Promise.all(tags.map(async (tag) => [tag, await read(`words/${tag}.json`)])).then(Object.fromEntries),
  read('words/canned.json'),
]);
const en = books.en;
const asked = (localStorage.getItem('samokasa.language') || navigator.language || 'en').slice(0, 2).toLowerCase();
let language = tags.includes(asked) ? asked : 'en';

export const currentLanguage = () => language;
export const languages = Object.entries(names);

/** Dates and money are written as in the country, not as in the browser: no month first. */
export const locale = () => ({ en: 'en-GB', pl: 'pl-PL' })[language];

export function switchLanguage(tag) {
  language = tag;
  localStorage.setItem('samokasa.language', language);
}

const fill = (text, values) => text.replace(/\{(\d)\}/g, (all, i) => values[i] ?? '');

/** The words for a key with values put in; the key itself when nobody has written them. */
export function say(key, ...values) {
  const text = books[language][key] ?? en[key] ?? key;
  return typeof text === 'string' ? fill(text, values) : key;
}

/** The words for a key, or undefined when nobody has written them. */
export const known = (key) => books[language][key] ?? en[key];

/** Keys of the sentences that a shopper can be sent. */
export const cannedKeys = Object.keys(canned.en);

/** Such a sentence in the language of somebody else, a shopper's. */
export const cannedIn = (tag, key) => (canned[tag.slice(0, 2).toLowerCase()] ?? canned.en)[key];

/** The same as the attendant reads it. */
export const cannedHere = (key) => cannedIn(language, key);

/** The same in the plural form that a count needs. */
export function count(key, number) {
  const forms = books[language][key] ?? en[key];
  return fill(forms[new Intl.PluralRules(language).select(number)] ?? forms.other, [number]);
}

export const causeWords = (cause) => known('cause-' + cause) ?? cause;
