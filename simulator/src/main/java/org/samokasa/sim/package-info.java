/**
 * The simulator: machines made of software at the far end of real wires.
 *
 * <p>It stays across the wire: it may use the codecs of {@code org.samokasa.protocol}, never a {@code *Session} and never
 * a driver, so that two ends cannot share one misunderstanding and agree.
 */
package org.samokasa.sim;
