// The order in which requests of many shops are looked at: as each hub orders its own (HelpOrder), then by shop.
export const causes = ['PAYMENT_IN_DOUBT', 'PAYMENT_TROUBLE', 'AGE_CHECK', 'RESTRICTED_ITEM', 'SECURITY_CHECK', 'UNKNOWN_ITEM', 'PRICE_QUERY',
  'STUCK_SHOPPER', 'SHOPPER_CALLED', 'WEIGHT_MISMATCH', 'IDLE_BASKET', 'ROUTINE_CHECK', 'DEVICE_FAULT', 'PAPER_OUT'];
const waiting = ['RAISED', 'ROUTED', 'HANDED_OVER'];
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
// A cause of a newer hub is better seen too early than too late.
const rank = (card) => [waiting.includes(card.phase) ? 0 : 1, causes.indexOf(card.cause), Date.parse(card.openedAt), card.id];

/** Compares { shop, card } pairs: nobody has it, the cause, the oldest. */
export function mostUrgentFirst(one, other) {
  const [a, b] = [[...rank(one.card), one.shop], [...rank(other.card), other.shop]];
  return a.map((part, i) => compare(part, b[i])).find((order) => order !== 0) ?? 0;
}
