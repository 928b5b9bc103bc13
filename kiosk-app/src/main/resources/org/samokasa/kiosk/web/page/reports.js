// The reports: tables of a week beside the week before, their charts and files, and the inbox of recurring issues.
import { h } from './view.js';
import { post, get, fetched, addressed } from './net.js';

const by = (id) => document.getElementById(id);
const numberLike = /^-?[0-9]+([.][0-9]+)?$/;
let week = new URLSearchParams(location.search).get('week') || '';
let monday = null;

const titles = {
  causes: ['Why shoppers needed help', 'Calls for each 100 baskets by cause; the line is how much of all calls the causes are together.'],
  trend: ['Calls by day', 'Calls for each 100 baskets.'],
  responseByHour: ['How fast help came, by hour', 'Seconds from the first alert until somebody was at the lane or took it from the console.'],
  responseByLoad: ['How fast help came, by load', 'The same by machines for each helper on duty; six is the line.'],
  forecast: ['Did the told wait hold?', 'By the seconds that shoppers were told: of a hundred, so many did not wait longer.'],
  ratings: ['What shoppers said', 'Answers by face.'],
  reasons: ['Why they said so', ''],
  selfHelp: ['What self-help cards were worth', 'Cards that came with calls: shown, read, said to have helped, or read before the need went away by itself with nobody there.'],
  sales: ['When the shop sells', 'Sales by day and hour.'],
  goods: ['Goods that stop shoppers', 'For each 100 sales of them, with the field of the catalogue that is most likely wrong.'],
  uptime: ['How much lanes were there', 'Of the hours in which any lane was heard, less the time of open calls about machines and paper.'],
  helpers: ['Who helped', 'Busy from arrival to the end.'],
  lanes: ['Which lanes called', ''],
};
const heads = {
  count: 'calls', countBefore: 'before', per100: 'per 100 baskets', per100Before: 'before', shareSoFar: '% so far', p50Seconds: 'half within s',
  p90Seconds: '9 of 10 within s', p50SecondsBefore: 'half, before', p90SecondsBefore: '9 of 10, before', toldSeconds: 'told s', heldPercent: '% held',
  heldPercentBefore: 'before', machinesPerHost: 'machines per helper', per100Sales: 'per 100 sales', per100SalesBefore: 'before', salesBefore: 'before',
  shownBefore: 'before', opened: 'read', ended: 'that helped', cleared: 'went away', solvedPercent: '% settled', solvedPercentBefore: 'before',
  busyMinutes: 'busy min', busyMinutesBefore: 'before', shopHours: 'shop h', heardHours: 'heard h', faultMinutes: 'fault min', percent: '% there', percentBefore: 'before',
};
const say = (text) => /^[A-Z][A-Z_]+$/.test(text) ? text[0] + text.slice(1).replaceAll('_', ' ').toLowerCase() : text;

function notice(text) {
  by('notice').textContent = text;
  by('notice').hidden = !text;
}

/** Hands a file of the hub to the browser. */
async function file(path, name) {
  const blob = await fetched(path);
  if (!blob) return notice('The hub does not give this file.');
  const address = URL.createObjectURL(blob);
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

function grid(table) {
  const numeric = table.columns.map((c, i) => table.rows.every((row) => row[i] === '' || numberLike.test(row[i])));
  const cell = (kind, text, i) => h(kind, numeric[i] ? { class: 'number' } : {}, text);
  return h('div', { class: 'scroll' }, h('table', {},
    h('thead', {}, h('tr', {}, ...table.columns.map((c, i) => cell('th', heads[c] || c, i)))),
    h('tbody', {}, ...table.rows.map((row) => h('tr', {}, ...row.map((text, i) => cell('td', say(text), i)))))));
}

function report(table) {
  const [title, meaning] = titles[table.id] || [table.id, ''];
  const csv = h('button', { type: 'button', class: 'quiet', 'aria-label': 'CSV: ' + title }, 'CSV');
  csv.addEventListener('click', () => file(`/reports/${table.id}/csv?week=${week}`, `${table.id}-${week}.csv`));
  const picture = h('img', { alt: title + '; the same figures are in the table below', width: '1800', height: '760', hidden: '' });
  const body = table.rows.length ? grid(table) : h('p', { class: 'empty' }, 'Nothing this week and the week before.');
  const section = h('section', { class: 'report' }, h('h2', {}, title, csv), h('p', { class: 'meaning' }, meaning), picture);
  fetched(`/reports/${table.id}/chart?week=${week}`).then((blob) => {
    if (!blob) return section.append(body);
    picture.src = URL.createObjectURL(blob);
    picture.hidden = false;
    section.append(h('details', {}, h('summary', {}, 'Figures'), body));
  });
  return section;
}

async function act(path, body) {
  const failure = await post(path, { by: localStorage.getItem('samokasa.name') || 'console', ...body });
  notice(failure ? `${failure.error} ${failure.detail}` : '');
  inbox();
}

function issueLine(issue) {
  const key = issue.key;
  const id = `${key.kind}/${key.subject}/${key.name}`;
  const where = key.subject === 'GOODS' ? key.name : 'lane ' + key.name;
  const take = h('button', { type: 'button', class: 'secondary' }, 'Take');
  take.addEventListener('click', () => act('/issues/take', { id }));
  const changed = h('input', { 'aria-label': 'what was changed', placeholder: 'what was changed', maxlength: '500', required: '' });
  const form = h('form', {}, take, changed, h('button', { type: 'submit', class: 'primary' }, 'Close'));
  form.addEventListener('submit', (event) => { event.preventDefault(); act('/issues/close', { id, changed: changed.value }); });
  const before = (issue.changed || []).map((c) => h('p', { class: 'quiet-text' }, `Changed before by ${c.by}: ${c.what}`));
  return h('div', { class: 'issue' }, h('b', {}, `${say(key.kind)}: ${where}`),
    h('p', {}, `${issue.cases} calls on lanes ${issue.lanes.join(', ')}; for ${issue.department === 'IT' ? 'IT' : say(issue.department).toLowerCase()}` +
      `${issue.owner ? '; ' + issue.owner + ' looks into it' : ''}${issue.opened > 1 ? `; opened ${issue.opened} times` : ''}`), ...before, form);
}

async function inbox() {
  const issues = await get('/issues');
  const open = (issues && issues.open) || [];
  by('issues').replaceChildren(...(open.length ? open.map(issueLine) : [h('p', { class: 'empty' }, 'Nothing is open.')]));
}

async function load() {
  const answer = await get('/reports' + (week ? '?week=' + week : ''));
  if (!answer) return notice('The hub gives no figures. Open the address that the hub prints first.');
  notice('');
  week = answer.week;
  monday = answer.from;
  by('week').textContent = `${week}: ${answer.from} – ${answer.to}`;
  by('tables').replaceChildren(...answer.tables.map(report));
}

/** The ISO week of a day so many days from this week's Monday. */
function move(days) {
  const day = new Date(Date.parse(monday + 'T00:00:00Z') + (days + 3) * 86400000);
  const first = Date.UTC(day.getUTCFullYear(), 0, 1);
  week = `${day.getUTCFullYear()}-W${String(1 + Math.floor((day.getTime() - first) / 604800000)).padStart(2, '0')}`;
  load();
}

by('earlier').addEventListener('click', () => move(-7));
by('later').addEventListener('click', () => move(7));
by('html').addEventListener('click', () => window.open(addressed(`/report?format=html&week=${week}`)));
by('pdf').addEventListener('click', () => file(`/report?format=pdf&week=${week}`, `samokasa-${week}.pdf`));
inbox();
load();
