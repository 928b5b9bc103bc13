package org.samokasa.kiosk.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What each lane last said of itself, as the hub knows it. A lane repeats what it says; one that is silent for longer
 * than it may be has gone, even if the broker never told.
 */
public final class LaneRoll {
    private final Duration silence;
    private final Map<Integer, LaneState> states = new TreeMap<>();
    private final Map<Integer, Instant> heard = new HashMap<>();

    /** @param silence how long a lane that is there may say nothing */
    public LaneRoll(Duration silence) {
        this.silence = Objects.requireNonNull(silence);
    }

    /** A lane, or the broker for a lane that has gone, says how it is. */
    public void said(LaneState state, Instant now) {
        states.put(state.lane(), state);
        heard.put(state.lane(), now);
    }

    /** Whether the hub hears its lanes from now on: what was not said while it was deaf is no silence. */
    public void hearsAgain(Instant now) {
        heard.replaceAll((lane, before) -> now);
    }

    /** Writes off the lanes that were silent for too long; says whether there were any. */
    public boolean writeOff(Instant now) {
        boolean any = false;
        for (LaneState state : states.values()) {
            Instant last = heard.get(state.lane());
            if (state.online() && last.plus(silence).isBefore(now)) {
                states.replace(state.lane(), LaneState.gone(state.lane(), last));
                any = true;
            }
        }
        return any;
    }

    /** The last word of each lane, in the order of their numbers; a view. */
    public Map<Integer, LaneState> states() {
        return Collections.unmodifiableMap(states);
    }
}
