package org.samokasa.kiosk.lane;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.help.HelpRating;

/**
 * The help a shopper had last in the visit that goes on, and what they say of it.
 *
 * @param end how the request ended; only one that somebody called solved is asked about
 * @param endedAt when
 * @param solved the answer to "was that solved?"; empty while it is not given, and it may never be
 * @param faces 1, the saddest, to {@value HelpRating#FACES}; 0 while none was touched
 * @param reasons keys of the reasons touched, of {@link #reasonsFor}
 * @param ratedAt when a face or a reason was touched last
 */
public record Helped(
        String requestId,
        HelpCall.End end,
        Instant endedAt,
        Optional<Boolean> solved,
        int faces,
        List<String> reasons,
        Instant ratedAt) {
    /** Faces from this one on smile, and what is asked then is what was good. */
    private static final int SMILE = 3;

    public Helped {
        reasons = List.copyOf(reasons);
    }

    static Helped ended(String requestId, HelpCall.End end, Instant at) {
        return new Helped(requestId, end, at, Optional.empty(), 0, List.of(), Instant.EPOCH);
    }

    /** Whether "was that solved?" is still to be answered. */
    public boolean isAsked() {
        return end == HelpCall.End.SOLVED && solved.isEmpty();
    }

    public Helped answered(boolean yes) {
        return new Helped(requestId, end, endedAt, Optional.of(yes), faces, reasons, ratedAt);
    }

    public Helped rated(int face, List<String> why, Instant at) {
        return new Helped(requestId, end, endedAt, solved, face, why, at);
    }

    /** The reasons offered after a face: three fit one row of any screen. */
    public static List<String> reasonsFor(int faces) {
        return faces >= SMILE ? List.of("quick", "friendly", "clear") : List.of("slow", "unfriendly", "unsolved");
    }
}
