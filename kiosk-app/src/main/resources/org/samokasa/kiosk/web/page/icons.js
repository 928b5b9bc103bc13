// Our own line drawings on a 24 by 24 grid. A lane state has a shape of its own, so colour is never needed to tell it.
const drawings = {
  READY: 'M4 13l5 5L20 6',
  IN_USE: 'M3 5h3l3 11h9l3-8H8M10 20h.01M17 20h.01',
  NEEDS_HELP: 'M8 12V5.5a1.5 1.5 0 0 1 3 0V11M11 10V4a1.5 1.5 0 0 1 3 0v7M14 11V5.5a1.5 1.5 0 0 1 3 0V14a7 7 0 0 1-7 7c-3 0-4.500-1.500-6-4l-1.500-3a1.500 1.500 0 0 1 2.600-1.500L8 15',
  FAULT: 'M12 4L2.500 20h19zM12 10v5M12 17.500h.01',
  CLOSED: 'M4 12h16',
  PAUSED: 'M8 5v14M16 5v14',
  GONE: 'M4 4l16 16M8 8a6 6 0 0 0-3 3M19 11a9 9 0 0 0-6-4M12 18h.01',
  AGE_CHECK: 'M3 5h18v14H3zM7 15c0-3 5-3 5 0M9.500 10.500a1.600 1.600 0 1 0 0-.01M15 10h3M15 14h3',
  WEIGHT_MISMATCH: 'M5 21h14l-2-11H7zM12 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6M12 14v3',
  PAYMENT: 'M3 6h18v12H3zM3 10h18M7 15h3',
  QUESTION: 'M9 9a3 3 0 1 1 4.500 2.600C12.500 12.300 12 13 12 14M12 18h.01',
  TAG: 'M3 3h8l10 10-8 8L3 11zM7.500 7.500h.01',
  PAPER: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  MACHINE: 'M14 6a4 4 0 0 0-5 5l-6 6 3 3 6-6a4 4 0 0 0 5-5l-3 3-3-3z',
  CLOCK: 'M12 3a9 9 0 1 0 .01 0M12 7v5l3 2',
  SHIELD: 'M12 3l8 3v6c0 5-3.500 8-8 9-4.500-1-8-4-8-9V6z',
  PERSON: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c0-5 3-7 8-7s8 2 8 7',
  WALK: 'M13 5h.01M10 21l2-6-3-3 1-5 3 1 2 3h3M12 15l3 2 1 4M10 7l-3 3',
  SOUND: 'M4 9v6h4l5 4V5L8 9zM17 9a4 4 0 0 1 0 6M19.500 6.500a8 8 0 0 1 0 11',
  SILENT: 'M4 9v6h4l5 4V5L8 9zM17 9l5 6M22 9l-5 6',
  SHOP: 'M4 10v10h16V10M3 10l2-6h14l2 6zM10 20v-6h4v6',
  THEME: 'M12 3a9 9 0 1 0 .01 0M12 3v18',
};
const ofCause = {
  PAYMENT_IN_DOUBT: 'PAYMENT', PAYMENT_TROUBLE: 'PAYMENT', AGE_CHECK: 'AGE_CHECK', RESTRICTED_ITEM: 'SHIELD', SECURITY_CHECK: 'SHIELD',
  UNKNOWN_ITEM: 'QUESTION', PRICE_QUERY: 'TAG', STUCK_SHOPPER: 'QUESTION', SHOPPER_CALLED: 'NEEDS_HELP', WEIGHT_MISMATCH: 'WEIGHT_MISMATCH',
  IDLE_BASKET: 'CLOCK', ROUTINE_CHECK: 'SHIELD', DEVICE_FAULT: 'MACHINE', PAPER_OUT: 'PAPER',
};
const space = 'http://www.w3.org/2000/svg';

/** A drawing that says nothing to a screen reader: the word beside it does. */
export function icon(name) {
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', drawings[name] ?? drawings.QUESTION);
  svg.append(path);
  return svg;
}

export const causeIcon = (cause) => icon(ofCause[cause] ?? 'QUESTION');
