// The line to the hub: the key from the address, who is signed in, commands, and live events that come back by themselves.
const silenceMillis = 12000; // two beats of five seconds and some
const retryMillis = 1500;
const keptMillis = 120000; // older than that, what somebody meant to do is no longer what the shop needs

const fromAddress = new URLSearchParams(location.search).get('token');
if (fromAddress) {
  localStorage.setItem('samokasa.token', fromAddress);
  history.replaceState(null, '', location.pathname);
}
const token = localStorage.getItem('samokasa.token') || '';
let session = localStorage.getItem('samokasa.session') || '';

/** From now on this device acts for whoever has this session. */
export function holdSession(secret) {
  session = secret;
  localStorage.setItem('samokasa.session', secret);
}
export const hasSession = () => session !== '';

const headers = () => ({ 'X-Console-Token': token, 'X-Console-Session': session });

async function call(path, body, id) {
  const answer = await fetch('/api' + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Action-Id': id, ...headers() },
    body: JSON.stringify(body),
  });
  if (answer.ok) return { ok: await answer.json() };
  const failure = await answer.json();
  // A centre that cannot reach the shop: as good as not sent.
  if (failure.error === 'NO_CONTACT' && path.startsWith('/shops/')) throw new Error(failure.error);
  return { failure };
}

/** Sends at once or not at all; answers {ok} or {failure}. */
export async function ask(path, body) {
  try {
    return await call(path, body, newId());
  } catch (unreachable) {
    return { failure: { error: 'NO_ANSWER', detail: '' } };
  }
}

// Not crypto.randomUUID: browsers have it only on secure pages.
const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const kept = () => JSON.parse(localStorage.getItem('samokasa.kept') || '[]');
const keep = (all) => localStorage.setItem('samokasa.kept', JSON.stringify(all));

/**
 * Sends a command; answers what went wrong, or null. When the hub cannot be reached the command is kept and sent once
 * when it can; its id tells the hub a repeat.
 */
export async function post(path, body) {
  const action = { path, body, id: newId(), at: Date.now(), session };
  try {
    return (await call(path, body, action.id)).failure ?? null;
  } catch (unreachable) {
    keep([...kept(), action]);
    return { error: 'kept', detail: '' };
  }
}

/** Sends what was kept for this place, in its order; told(outcome, action, failure) hears of each. */
export async function sendKept(told, place = '/') {
  const next = () => kept().find((one) => one.path.startsWith(place));
  for (let action = next(); action; action = next()) {
    if (action.session !== session || Date.now() - action.at > keptMillis) {
      told('tooOld', action);
    } else {
      try {
        told('sentLater', action, (await call(action.path, action.body, action.id)).failure);
      } catch (unreachable) {
        return;
      }
    }
    keep(kept().filter((one) => one.id !== action.id));
  }
}

/** Reads something, or null when the hub does not give it. */
export async function get(path) {
  try {
    const answer = await fetch('/api' + path, { headers: headers() });
    return answer.ok ? await answer.json() : null;
  } catch (unreachable) {
    return null;
  }
}

const hub = { names: ['snapshot', 'shop', 'lane', 'requests', 'suspended', 'beat'], first: 'snapshot', read: JSON.parse, probe: '/state' };

/**
 * Listens for ever to a hub, or to another line with other events. Handlers: one for each event with what was read of it,
 * on.link(true or false), on.clock(skew), on.refused(error) when the door stays closed, on.kept(outcome, action, failure)
 * for what was sent late. Answers a function that connects anew, for somebody else who has signed in.
 */
export function listen(on, line = hub) {
  let source = null;
  let timer = 0;
  let heardAt = Date.now();

  function connect() {
    clearTimeout(timer);
    source?.close();
    heardAt = Date.now();
    source = new EventSource(`/api/events?token=${encodeURIComponent(token)}&session=${encodeURIComponent(session)}`);
    for (const name of line.names) {
      source.addEventListener(name, (event) => {
        heardAt = Date.now();
        const data = line.read(event.data);
        if (data.now && on.clock) on.clock(Date.parse(data.now) - Date.now());
        if (name === line.first) {
          on.link(true);
          if (on.kept) sendKept(on.kept);
        }
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
    const probe = await fetch('/api' + line.probe, { headers: headers() }).catch(() => null);
    if (probe && probe.status === 401) {
      on.refused((await probe.json()).error);
    } else {
      timer = setTimeout(connect, retryMillis);
    }
  }

  // A line that died without a word, as when a phone slept, is noticed by the missing beat.
  setInterval(() => { if (source && Date.now() - heardAt > silenceMillis) again(); }, 1000);
  addEventListener('online', connect);
  document.addEventListener('visibilitychange', () => { if (!document.hidden && Date.now() - heardAt > 2 * retryMillis) connect(); });
  connect();
  return connect;
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
