// A lane's machines for whoever looks after them: how each is, what to do about it, its tests and what came of them.
import { say, known } from './words.js';
import { icon } from './icons.js';
import { h, clockTime } from './view.js';

const idle = ['ATTRACT', 'CLOSED', 'OUT_OF_SERVICE'];
const irreversible = ['END_OF_DAY'];
const signs = { UP: 'READY', DOWN: 'FAULT', DEGRADED: 'FAULT', STARTING: 'CLOCK' };

function lastTest(test) {
  return h('div', { class: 'tested ' + test.outcome },
    h('p', {}, h('b', {}, say('outcome' + test.outcome)), ` ${say('test' + test.test)} \u00b7 ${clockTime(test.at)} \u00b7 ${test.by}`),
    test.detail ? h('p', {}, test.detail) : null,
    test.lines.length ? h('pre', { tabindex: '0' }, test.lines.join('\n')) : null);
}

/** A press is a wish: the lane decides, and says in its state what came of it. */
function tests(tile, device, act) {
  const path = `/lanes/${tile.lane}/machines/${encodeURIComponent(device.name)}/test`;
  const free = tile.state !== 'GONE' && idle.includes(tile.phase) && !tile.devices.some((other) => other.running);
  const press = (test) => { if (!irreversible.includes(test) || confirm(say('sure' + test))) act(path, { test, told: true }); };
  return h('div', { class: 'row' }, device.tests.map((test) =>
    h('button', { type: 'button', class: 'quiet', disabled: !free, 'data-key': path + test, onclick: () => press(test) },
      say('test' + test))));
}

function machine(tile, device, act) {
  const name = known('machine-' + device.name) ?? device.name;
  return h('li', { class: 'machine ' + device.health, 'data-machine': device.name },
    h('h4', {}, icon(signs[device.health] ?? 'CLOCK'), name),
    h('p', {}, h('b', {}, say(device.health)), device.cause ? ` \u00b7 ${known('cause' + device.cause) ?? device.cause}` : '',
      device.since ? ` \u00b7 ${say('since', clockTime(device.since))}` : ''),
    device.cause ? h('p', { class: 'to-do' }, known('do' + device.cause) ?? '') : null,
    device.detail ? h('p', { class: 'quiet-text' }, device.detail) : null,
    device.driver ? h('p', { class: 'quiet-text wire' }, `${device.driver} \u00b7 ${device.address ?? ''}`) : null,
    tests(tile, device, act),
    device.running ? h('p', { class: 'note' }, say('testRuns', say('test' + device.running))) : null,
    device.tested ? lastTest(device.tested) : null);
}

/** The inside of the dialog about the machines of a lane. */
export function machinesDetail(tile, act, back) {
  return [h('header', {},
    h('h2', { id: 'lane-title' }, `${say('laneNumber', tile.lane)}: ${say('devices')}`),
    h('button', { type: 'button', class: 'quiet', 'data-key': 'machines-back', onclick: back }, say('back'))),
  idle.includes(tile.phase) ? null : h('p', { class: 'note' }, say('testsLater')),
  h('ul', { class: 'machine-list' }, tile.devices.map((device) => machine(tile, device, act)))].filter(Boolean);
}
