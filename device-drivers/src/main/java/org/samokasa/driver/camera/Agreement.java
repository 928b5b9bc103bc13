package org.samokasa.driver.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Believes a code when several frames agree on it, and tells it once for as long as it stays in view. */
final class Agreement {
    /** Equal reads in different frames before a code is told (barcode sheet, section 17). */
    private static final int FRAMES = 2;

    /** The same for short codes that a part of another one may look like. */
    private static final int FRAMES_UNSURE = 3;

    /** A code not seen for this long was taken away; seen again it is another piece. */
    private static final Duration GONE = Duration.ofMillis(1_200);

    /** UPC-E is not believed so soon after a code that it may be a part of. */
    private static final Duration SHADOW = Duration.ofSeconds(1);

    private final Map<String, Sighting> inView = new HashMap<>();
    private Instant wholeCodeSeen = Instant.MIN;

    private static final class Sighting {
        private int frames;
        private boolean told;
        private Instant last;
    }

    /** Takes what one frame showed; answers the code that is to be told now. */
    Optional<SeenCode> see(SeenCode code, Instant now) {
        forgetGone(now);
        boolean part = code.symbology().equals("UPC_E");
        if (part && (wholeCodeSeen.plus(SHADOW).isAfter(now) || !code.text().startsWith("]E000"))) {
            return Optional.empty();
        }
        if (!part) {
            wholeCodeSeen = now;
        }
        Sighting sighting = inView.computeIfAbsent(code.text(), text -> new Sighting());
        sighting.frames++;
        sighting.last = now;
        boolean believed = sighting.frames >= (code.sure() ? FRAMES : FRAMES_UNSURE);
        if (!believed || sighting.told) {
            return Optional.empty();
        }
        sighting.told = true;
        return samePack(code) ? Optional.empty() : Optional.of(code);
    }

    private void forgetGone(Instant now) {
        for (Iterator<Sighting> each = inView.values().iterator(); each.hasNext(); ) {
            if (each.next().last.plus(GONE).isBefore(now)) {
                each.remove();
            }
        }
    }

    /** A pack may carry bars and a square of the same article: whichever was told first stands for it. */
    private boolean samePack(SeenCode code) {
        return inView.entrySet().stream()
                .filter(other -> other.getValue().told && !other.getKey().equals(code.text()))
                .anyMatch(other ->
                        holdsArticleOf(other.getKey(), code.text()) || holdsArticleOf(code.text(), other.getKey()));
    }

    /** @param bars an EAN-13 as a scanner sends it */
    private static boolean holdsArticleOf(String bars, String square) {
        return bars.matches("\\]E0[0-9]{13}") && !square.startsWith("]E") && square.contains("0" + bars.substring(3));
    }
}
