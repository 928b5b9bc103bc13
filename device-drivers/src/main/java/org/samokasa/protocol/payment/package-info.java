/**
 * What the payment protocols have in common: the words in which a session tells what happened, and the steps by which it
 * asks for a wire. A protocol with bytes of its own has its own package beside this one.
 */
package org.samokasa.protocol.payment;
