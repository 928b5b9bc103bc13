// The line to the hub: the key from the address, commands, and live events that come back by themselves.
const silenceMillis = 12000; // two beats of five seconds and some
const retryMillis = 1500;

const fromAddress = new URLSearchParams(location.search).get('token');
if (fromAddress) {
  localStorage.setItem('samokasa.token', fromAddress);
  history.replaceState(null, '', location.pathname);
}
const token = localStorage.getItem('samokasa.token') || '';

/** Sends a command; answers what went wrong, or null. Repeating one does no harm. */
export async function post(path, body) {
  try {
    const answer = await fetch('/api' + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Console-Token': token },
      body: JSON.stringify(body),
    });
    return answer.ok ? null : await answer.json();
  } catch (unreachable) {
    return { error: 'NO_ANSWER', detail: '' };
  }
}

/** Reads something, or null when the hub does not give it. */
export async function get(path) {
  try {
    const answer = await fetch('/api' + path, { headers: { 'X-Console-Token': token } });
    return answer.ok ? await answer.json() : null;
  } catch (unreachable) {
    return null;
  }
}

/**
 * Listens for ever. Handlers: on.snapshot, on.shop, on.lane, on.requests with the parsed data, on.link(true or false),
 * on.refused() when the key does not open the door.
 */
export function listen(on) {
  let source = null;
  let heardAt = Date.now();

  async function connect() {
    heardAt = Date.now();
    source = new EventSource('/api/events?token=' + encodeURIComponent(token));
    for (const name of ['snapshot', 'shop', 'lane', 'requests', 'beat']) {
      source.addEventListener(name, (event) => {
        heardAt = Date.now();
        const data = JSON.parse(event.data);
        if (data.now) on.clock(Date.parse(data.now) - Date.now());
        if (name === 'snapshot') on.link(true);
        if (on[name]) on[name](data);
      });
    }
    source.onerror = () => again();
  }

  async function again() {
    if (!source) return;
    source.close();
    source = null;
    on.link(false);
    const probe = await fetch('/api/state', { headers: { 'X-Console-Token': token } }).catch(() => null);
    if (probe && probe.status === 401) {
      on.refused();
    } else {
      setTimeout(connect, retryMillis);
    }
  }

  // A line that died without a word, as when a phone slept, is noticed by the missing beat.
  setInterval(() => { if (source && Date.now() - heardAt > silenceMillis) again(); }, 1000);
  connect();
}

/** A file of the hub, or null when it does not give it. */
export async function fetched(path) {
  try {
    const answer = await fetch('/api' + path, { headers: { 'X-Console-Token': token } });
    return answer.ok ? await answer.blob() : null;
  } catch (unreachable) {
    return null;
  }
}

/** The address of a page of the hub that a browser opens by itself, and so cannot send the key in a header. */
export const addressed = (path) => `/api${path}&token=${encodeURIComponent(token)}`;
