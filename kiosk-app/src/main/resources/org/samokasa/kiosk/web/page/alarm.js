// Sound and vibration: one short tone by class, for those who are called, until somebody has accepted.
const classOf = (cause) => (/^(PAYMENT|AGE|RESTRICTED|SECURITY)/.test(cause) ? 'urgent' : /^(DEVICE|PAPER|ROUTINE|IDLE)/.test(cause) ? 'later' : 'shopper');
const tones = { urgent: [[988, 0], [784, 0.18], [988, 0.36]], shopper: [[880, 0], [660, 0.2]], later: [[523, 0]] }; // Hz, seconds
const shakes = { urgent: [200, 80, 200, 80, 200], shopper: [200, 100, 200], later: [120] }; // milliseconds on, off, on
const again = 10000; // milliseconds between two reminders
let audio = null;
let last = 0;
let heard = new Set();

/** Whether a request waits for this person: called by name, or nobody is on duty and everybody is meant. */
export const isFor = (card, me) => (!card.owner || card.phase === 'HANDED_OVER') && (!card.alerted.length || card.alerted.includes(me));

/** Whether it is between "22:00" and "07:00" of "22:00-07:00, ..". */
export function isQuiet(spans, now) {
  const minutes = (text) => text.trim().split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  const time = now.getHours() * 60 + now.getMinutes();
  return (spans ?? '').split(',').filter((span) => span.includes('-')).some((span) => {
    const [from, to] = span.split('-').map(minutes);
    return from < to ? time >= from && time < to : time >= from || time < to;
  });
}

/** Each note lasts 180 ms, soft at both ends. */
export function play(kind) {
  if (!audio) return;
  for (const [frequency, delay] of tones[kind]) {
    const start = audio.currentTime + delay;
    const tone = new OscillatorNode(audio, { frequency });
    const volume = new GainNode(audio, { gain: 0 });
    volume.gain.setTargetAtTime(0.25, start, 0.01);
    volume.gain.setTargetAtTime(0, start + 0.14, 0.02);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.3);
  }
}

/** Makes itself heard for what is new, and again while it waits; to be called each second and on every change. */
export function alarm(requests, me, loud) {
  const mine = requests.filter((card) => isFor(card, me));
  const fresh = mine.filter((card) => !heard.has(card.id + card.waitSince));
  heard = new Set(mine.map((card) => card.id + card.waitSince));
  const due = fresh.length || (mine.length && Date.now() - last > again);
  if (!due) return;
  last = Date.now();
  const kind = classOf((fresh[0] ?? mine[0]).cause);
  if (loud) play(kind);
  navigator.vibrate?.(shakes[kind]);
}

/** Browsers let a page make noise and stay awake only after it was touched. */
export async function afterTouch() {
  audio ??= new AudioContext();
  audio.resume();
  await stayAwake();
}

async function stayAwake() {
  try {
    await navigator.wakeLock?.request('screen');
  } catch (refused) {
    // The screen may go dark; everything else works as before.
  }
}
// A lock ends when the page is hidden.
document.addEventListener('visibilitychange', () => { if (!document.hidden && audio) stayAwake(); });
