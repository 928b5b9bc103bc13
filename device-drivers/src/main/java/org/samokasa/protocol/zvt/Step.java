package org.samokasa.protocol.zvt;

/** What a session wants done, in this order. */
public sealed interface Step {
    /**
     * Hand this message to the line.
     *
     * @param onceTold true when the notices told before it must be safe with their receiver first
     */
    record Send(Apdu apdu, boolean onceTold) implements Step {}

    /** Pass this on to the shop's side. */
    record Tell(Notice notice) implements Step {}

    /** Drop the connection and open a new one. */
    record Restart(String why) implements Step {}
}
