// The reports: tables of a week beside the week before, their charts and files, and the inbox of recurring issues.
import { say, refusal, causeWords, known, currentLanguage, locale } from './words.js';
import { h, date } from './view.js';
import { post, get, fetched, addressed } from './net.js';

const by = (id) => document.getElementById(id);
const numberLike = /^-?[0-9]+(?:[.]([0-9]+))?$/;
const lang = currentLanguage();
let week = new URLSearchParams(location.search).get('week') || '';
let monday = null;
let words = {}; // of the tables, from the hub: its charts and pages say the same

// Columns whose cells are keys of words, and those whose digits are no amount.
const wordsOf = { cause: 'cause', kind: 'cause', day: 'day', reason: 'reason', edit: 'edit', topic: 'topic' };
const asWritten = ['hour', 'lane', 'goods', 'helper', 'evidence'];

function notice(text) {
  by('notice').textContent = text;
  by('notice').hidden = !text;
}

/** Hands a file of the hub to the browser. */
async function file(path, name) {
  const blob = await fetched(path);
  if (!blob) return notice(say('noFile'));
  const address = URL.createObjectURL(blob);
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

function shown(column, text) {
  if (wordsOf[column]) return words[`${wordsOf[column]}.${text}`] ?? text;
  const [number, decimals] = (asWritten.includes(column) ? null : numberLike.exec(text)) ?? [];
  return number ? new Intl.NumberFormat(locale(), { minimumFractionDigits: decimals?.length ?? 0 }).format(number) : text;
}

function grid(table) {
  const numeric = table.columns.map((c, i) => table.rows.every((row) => row[i] === '' || numberLike.test(row[i])));
  const cell = (kind, text, i) => h(kind, numeric[i] ? { class: 'number' } : {}, text);
  return h('div', { class: 'scroll' }, h('table', {},
    h('thead', {}, h('tr', {}, ...table.columns.map((c, i) => cell('th', words['column.' + c] ?? c, i)))),
    h('tbody', {}, ...table.rows.map((row) => h('tr', {}, ...row.map((text, i) => cell('td', shown(table.columns[i], text), i)))))));
}

function report(table) {
  const title = words['table.' + table.id] ?? table.id;
  const csv = h('button', { type: 'button', class: 'quiet', 'aria-label': 'CSV: ' + title }, 'CSV');
  csv.addEventListener('click', () => file(`/reports/${table.id}/csv?week=${week}`, `${table.id}-${week}.csv`));
  const picture = h('img', { alt: say('chartOf', title), width: '1800', height: '760', hidden: '' });
  const body = table.rows.length ? grid(table) : h('p', { class: 'empty' }, say('nothingInWeeks'));
  const section = h('section', { class: 'report' }, h('h2', {}, title, csv),
    h('p', { class: 'meaning' }, words['meaning.' + table.id] ?? ''), picture);
  fetched(`/reports/${table.id}/chart?week=${week}&lang=${lang}`).then((blob) => {
    if (!blob) return section.append(body);
    picture.src = URL.createObjectURL(blob);
    picture.hidden = false;
    section.append(h('details', {}, h('summary', {}, say('figures')), body));
  });
  return section;
}

async function act(path, body) {
  const failure = await post(path, { by: localStorage.getItem('samokasa.name') || 'console', ...body });
  notice(failure ? refusal(failure) : '');
  inbox();
}

function issueLine(issue) {
  const key = issue.key;
  const id = `${key.kind}/${key.subject}/${key.name}`;
  const where = key.subject === 'GOODS' ? key.name : say('laneNumber', key.name);
  const take = h('button', { type: 'button', class: 'secondary' }, say('take'));
  take.addEventListener('click', () => act('/issues/take', { id }));
  const changed = h('input', { 'aria-label': say('whatChanged'), placeholder: say('whatChanged'), maxlength: '500', required: '' });
  const form = h('form', {}, take, changed, h('button', { type: 'submit', class: 'primary' }, say('close')));
  form.addEventListener('submit', (event) => { event.preventDefault(); act('/issues/close', { id, changed: changed.value }); });
  const before = (issue.changed || []).map((c) => h('p', { class: 'quiet-text' }, say('changedBefore', c.by, c.what)));
  const facts = [say('issueCalls', issue.cases, issue.lanes.join(', '), known('department-' + issue.department) ?? issue.department),
    issue.owner ? say('issueOwner', issue.owner) : '', issue.opened > 1 ? say('issueOpened', issue.opened) : ''];
  return h('div', { class: 'issue' }, h('b', {}, `${causeWords(key.kind)}: ${where}`),
    h('p', {}, facts.filter(Boolean).join('; ')), ...before, form);
}

async function inbox() {
  const issues = await get('/issues');
  const open = (issues && issues.open) || [];
  by('issues').replaceChildren(...(open.length ? open.map(issueLine) : [h('p', { class: 'empty' }, say('allSettled'))]));
}

async function load() {
  const answer = await get(`/reports?lang=${lang}${week ? '&week=' + week : ''}`);
  if (!answer) return notice(say('noFigures'));
  notice('');
  week = answer.week;
  monday = answer.from;
  words = answer.words;
  by('week').textContent = `${week}: ${date(answer.from)} – ${date(answer.to)}`;
  by('tables').replaceChildren(...answer.tables.map(report));
}

/** The ISO week of a day so many days from this week's Monday. */
function move(days) {
  const day = new Date(Date.parse(monday + 'T00:00:00Z') + (days + 3) * 86400000);
  const first = Date.UTC(day.getUTCFullYear(), 0, 1);
  week = `${day.getUTCFullYear()}-W${String(1 + Math.floor((day.getTime() - first) / 604800000)).padStart(2, '0')}`;
  load();
}

document.title = say('reports');
for (const element of document.querySelectorAll('[data-word]')) element.textContent = say(element.dataset.word);
by('earlier').setAttribute('aria-label', say('weekBefore'));
by('later').setAttribute('aria-label', say('weekAfter'));
by('earlier').addEventListener('click', () => move(-7));
by('later').addEventListener('click', () => move(7));
by('html').addEventListener('click', () => window.open(addressed(`/report?format=html&week=${week}&lang=${lang}`)));
by('pdf').addEventListener('click', () => file(`/report?format=pdf&week=${week}&lang=${lang}`, `samokasa-${week}.pdf`));
inbox();
load();
