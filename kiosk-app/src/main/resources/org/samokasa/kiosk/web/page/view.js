// Small helpers to build the page. Text is always set as text: nothing a lane says can become markup.
import { locale } from './words.js';

/** An element: h('p', {class: 'x', onclick: f}, 'text', child, null, [more]). */
export function h(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** Minor units as money of the shop, "12,49 zł". */
export function money(minor, currency) {
  if (!currency) return '';
  const format = new Intl.NumberFormat(locale(), { style: 'currency', currency });
  return format.format(minor / 10 ** format.resolvedOptions().maximumFractionDigits);
}

/** An amount as a lane writes it, "12.49 PLN", as money; as it is when it is none. */
export function amount(text) {
  const [, figure, currency] = /^(-?[0-9]+(?:[.][0-9]+)?) ([A-Z]{3})$/.exec(text) ?? [];
  return currency ? new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(figure) : text;
}

/** A date as people of this language write it. */
export function day(iso) {
  const date = new Date(iso + 'T12:00:00');
  return Number.isNaN(date.getTime()) ? iso : new Intl.DateTimeFormat(locale(), { dateStyle: 'long' }).format(date);
}

/** A day in figures. */
export const date = (iso) => new Intl.DateTimeFormat(locale(), { day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(iso + 'T12:00:00'));

/** Day and time of a moment. */
export const dayAndTime = (date) => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(date);

/** A time of day without its seconds. */
export const shortTime = (iso) => new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(new Date(iso));

/** A language as people of the page's language call it. */
export function languageName(tag) {
  try {
    return new Intl.DisplayNames(locale(), { type: 'language' }).of(tag);
  } catch (unknown) {
    return tag;
  }
}

/** What the clock shows in a zone, in hours and minutes. */
export function timeIn(zone, date = new Date()) {
  try {
    return new Intl.DateTimeFormat(locale(), { timeStyle: 'short', timeZone: zone }).format(date);
  } catch (unknown) {
    return '';
  }
}

export const clockTime = (iso) => new Intl.DateTimeFormat(locale(), { timeStyle: 'medium' }).format(new Date(iso));

/** Seconds as 0:07 or 12:40; hours when it must be. */
export function age(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  const two = (n) => String(n).padStart(2, '0');
  return s < 3600 ? `${Math.floor(s / 60)}:${two(s % 60)}` : `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}
