package org.samokasa.protocol.wedge;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells a reader's typing from a person's. Keys are held back until it is clear: a reader's are taken out as one label, a
 * person's are let go in their order. Times are milliseconds of any clock that only goes forward.
 */
public final class WedgeDecider {
    /**
     * A longer gap is a person's: slow readers stay within 50 ms, fast typists have single gaps down to 60 ms and above
     * 100 ms on average (sheet section 3).
     */
    public static final int HOLD_MILLIS = 60;
    /** Half of a reader's gaps are shorter than this. */
    static final int MEDIAN_MILLIS = 35;
    /** Fewer characters are no evidence. */
    static final int CHARACTERS_MIN = 6;
    /** More than this between two ends is no label a keyboard reader sends. */
    static final int CHARACTERS_MAX = 512;

    private static final String TERMINATORS = "\r\n\t";
    private static final char GS = 0x1D;
    /** What Alt and the keypad's 0, 2, 9 mean: the separator GS, written in decimal. */
    private static final String ALT_GS = "029";

    /** What becomes of held keys. */
    public sealed interface Outcome {
        /** A reader typed this; its keys are used up. */
        record Label(String text) implements Outcome {}

        /** So many of the oldest held keys are a person's and go on to whoever has the focus. */
        record Released(int keys) implements Outcome {}
    }

    private record Key(char character, boolean alt, long at) {}

    private final String prefix;
    private final List<Key> held = new ArrayList<>();

    /** @param prefix characters the reader is set to send first, empty for none; with one nothing else is ever held */
    public WedgeDecider(String prefix) {
        this.prefix = prefix;
    }

    public boolean isHolding() {
        return !held.isEmpty();
    }

    /**
     * A key went down.
     *
     * @param character as the keyboard's layout gives it
     * @param alt the Alt key is held, as readers do that send control characters by their numbers
     */
    public List<Outcome> pressed(char character, boolean alt, long atMillis) {
        List<Outcome> outcomes = new ArrayList<>();
        if (isHolding() && atMillis - held.get(held.size() - 1).at() > HOLD_MILLIS) {
            release(outcomes);
        }
        held.add(new Key(character, alt, atMillis));
        if (!beginsRight() || held.size() > CHARACTERS_MAX) {
            release(outcomes);
        } else if (!alt && TERMINATORS.indexOf(character) >= 0) {
            end(outcomes);
        }
        return outcomes;
    }

    /** Time passed without a key. */
    public List<Outcome> idle(long atMillis) {
        List<Outcome> outcomes = new ArrayList<>();
        if (isHolding() && atMillis - held.get(held.size() - 1).at() >= HOLD_MILLIS) {
            release(outcomes);
        }
        return outcomes;
    }

    private void release(List<Outcome> outcomes) {
        outcomes.add(new Outcome.Released(held.size()));
        held.clear();
    }

    private boolean beginsRight() {
        int known = Math.min(prefix.length(), held.size());
        for (int i = 0; i < known; i++) {
            if (held.get(i).character() != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void end(List<Outcome> outcomes) {
        String text = text();
        boolean enough = text.length() >= prefix.length() + (prefix.isEmpty() ? CHARACTERS_MIN : 1);
        if (enough && medianGap() < MEDIAN_MILLIS) {
            held.clear();
            outcomes.add(new Outcome.Label(text.substring(prefix.length())));
        } else {
            release(outcomes);
        }
    }

    /** What was typed before the terminator, with characters given by their numbers put in. */
    private String text() {
        StringBuilder text = new StringBuilder();
        StringBuilder number = new StringBuilder();
        for (Key key : held) {
            if (key.alt()) {
                number.append(key.character());
                if (number.toString().equals(ALT_GS)) {
                    text.append(GS);
                    number.setLength(0);
                }
            } else if (TERMINATORS.indexOf(key.character()) < 0) {
                text.append(key.character());
            }
        }
        return text.toString();
    }

    private long medianGap() {
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < held.size(); i++) {
            gaps.add(held.get(i).at() - held.get(i - 1).at());
        }
        gaps.sort(Long::compare);
        return gaps.isEmpty() ? Long.MAX_VALUE : gaps.get(gaps.size() / 2);
    }
}
