package org.samokasa.protocol.nexo;

import java.time.Duration;
import java.util.List;

/** Every wait and limit of the conversation (section 7). */
final class NexoTimes {
    /** Connection and TLS handshake (section 1 says 5 s for the first; the second gets 3 more). */
    static final Duration CONNECT = Duration.ofSeconds(8);

    static final Duration MONEY = Duration.ofSeconds(150);
    static final Duration QUESTION = Duration.ofSeconds(15);

    /** Diagnosis while idle (section 5.6). */
    static final Duration IDLE = Duration.ofSeconds(60);

    /** Pause before a terminal that could not be reached is tried again (payment-rules section 8). */
    static final Duration RETRY = Duration.ofSeconds(10);

    /** Pauses between questions about an attempt in doubt, the last one repeats (section 6 step 2). */
    static final List<Duration> ASK =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15));

    /** "Not found" is believed after three more questions over 30 s (section 6 step 6). */
    static final Duration NOT_FOUND_PAUSE = Duration.ofSeconds(10);

    static final int NOT_FOUND_TIMES = 4;

    /** Then a human decides (section 6 step 7). */
    static final Duration ASK_AT_MOST = Duration.ofMinutes(5);

    private NexoTimes() {}
}
