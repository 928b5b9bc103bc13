// Everything the page says: words/<language>.json. A word that a language lacks is shown in English.
const names = {
  en: 'English', pl: 'Polski', cs: 'Čeština', de: 'Deutsch', hi: 'हिन्दी', lt: 'Lietuvių', ru: 'Русский',
};
const locales = { en: 'en-GB', pl: 'pl-PL', cs: 'cs-CZ', de: 'de-DE', hi: 'hi-IN', lt: 'lt-LT', ru: 'ru-RU' };
const tags = Object.keys(names);
const books = {};

const read = async (path) => (await fetch(path)).json();
async function load(tag) {
  books[tag] ??= await read(`words/${tag}.json`);
}

const asked = (localStorage.getItem('samokasa.language') || navigator.language || 'en').slice(0, 2).toLowerCase();
let language = tags.includes(asked) ? asked : 'en';
// Only what is spoken here, and English to fall back to.
const [canned] = await Promise.all([read('words/canned.json'), load('en'), load(language)]);
const en = books.en;
document.documentElement.lang = language;

export const currentLanguage = () => language;
export const languages = Object.entries(names);

/** Dates and money are written as in the country, not as in the browser: no month first. */
export const locale = () => locales[language];

/** Speaks another language from now on; stays with the old one when its words cannot be had. */
export async function switchLanguage(tag) {
  try {
    await load(tag);
  } catch (unreachable) {
    return;
  }
  language = tag;
  document.documentElement.lang = tag;
  localStorage.setItem('samokasa.language', tag);
}

const fill = (text, values) => text.replace(/\{(\d)\}/g, (all, i) => values[i] ?? '');

/** The words for a key with values put in; the key itself when nobody has written them. */
export function say(key, ...values) {
  const text = books[language][key] ?? en[key] ?? key;
  return typeof text === 'string' ? fill(text, values) : key;
}

/** The words for a key, or undefined when nobody has written them. */
export const known = (key) => books[language][key] ?? en[key];

/** What to say of a command that was refused. */
export const refusal = ({ error, detail }) => (known(error) ? say(error, detail) : say('NOT_DONE', `${error} ${detail}`));

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

/** What a request or a question is about; otherwise what the lane calls it. */
export const causeWords = (cause, otherwise = cause) => known('cause-' + cause) ?? otherwise;
