package org.samokasa.protocol.qr;

import java.time.Duration;
import java.util.List;

/** Every wait and limit of the conversation with a gateway. Project choices where no section is named. */
final class QrTimes {
    /** Connection and TLS handshake, as for nexo. */
    static final Duration CONNECT = Duration.ofSeconds(8);

    static final Duration ANSWER = Duration.ofSeconds(5);

    /** From answer to question while a code is shown. */
    static final Duration POLL = Duration.ofSeconds(2);

    /** A code that cannot be shown by then is in doubt: the gateway may have opened the payment. */
    static final Duration CREATE_AT_MOST = Duration.ofSeconds(20);

    /** A gateway that still calls a code open so long after its time is asked to close it. */
    static final Duration CLOSE_AFTER = Duration.ofSeconds(4);

    /** Then the payment is in doubt, and a question takes its place. */
    static final Duration DOUBT_AFTER = Duration.ofSeconds(20);

    /** Between two looks for money that is to be given back, which also show that the gateway is there. */
    static final Duration PROBE = Duration.ofSeconds(30);

    /** Pause before a gateway that could not be reached is tried again (section 8). */
    static final Duration RETRY = Duration.ofSeconds(10);

    /** Pauses between questions about an attempt in doubt, the last one repeats. */
    static final List<Duration> ASK =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15));

    /** "Not known" is believed after three more questions: the request may be on its way. */
    static final Duration NOT_FOUND_PAUSE = Duration.ofSeconds(10);

    static final int NOT_FOUND_TIMES = 4;

    /** Then a human may decide; the question is asked on. */
    static final Duration HUMAN_AFTER = Duration.ofMinutes(5);

    private QrTimes() {}
}
