/**
 * ZVT, the interface between a till and a payment terminal used in the German-speaking countries and around them.
 *
 * <p>From the outside in: {@link org.samokasa.protocol.zvt.ZvtFramer} cuts the TCP stream into
 * {@link org.samokasa.protocol.zvt.Apdu}s and masks card data on the way,
 * {@link org.samokasa.protocol.zvt.ZvtCodec} turns them into records and back, and
 * {@link org.samokasa.protocol.zvt.ZvtSession} keeps the conversation: who may speak, which answer is owed, when a
 * payment is in doubt and how the doubt ends. Section numbers in comments are those of
 * {@code protocols/payment-zvt.md}, which summarises the public documents PA00P015 (13.08) and PA00P016.
 */
package org.samokasa.protocol.zvt;
