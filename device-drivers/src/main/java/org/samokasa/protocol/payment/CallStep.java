package org.samokasa.protocol.payment;

import org.samokasa.protocol.Bytes;

/**
 * What a session wants done, in this order. Lines are numbered from 0; each is a connection that is opened for one
 * question and closed after its answer.
 */
public sealed interface CallStep {
    /** Open this line; answered by opened or by unavailable. */
    record Dial(int line) implements CallStep {}

    record Send(int line, Bytes bytes) implements CallStep {}

    /** Close this line; nothing more is heard of it. */
    record HangUp(int line) implements CallStep {}

    /** Pass this on to the shop's side. */
    record Tell(PaymentNotice notice) implements CallStep {}
}
