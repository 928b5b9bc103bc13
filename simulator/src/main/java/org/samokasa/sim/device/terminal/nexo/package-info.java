/**
 * A terminal that speaks nexo in Adyen's local envelope from the far end of the wire: payments, aborts, reversals,
 * questions about the past, and the ways in which envelopes and answers go wrong. It shares codec and envelope with the
 * driver and nothing else.
 */
package org.samokasa.sim.device.terminal.nexo;
