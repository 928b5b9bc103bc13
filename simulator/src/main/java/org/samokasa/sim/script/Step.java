package org.samokasa.sim.script;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * One line of a scenario, known to be well formed.
 *
 * @param line where it stands, from 1
 * @param text its arguments as written, blanks between words reduced to one
 * @param expects what the lane must show afterwards; {@link Expectation#NOTHING} when the line says nothing
 */
public record Step(int line, Verb verb, String text, Expectation expects) {
    public Step {
        Objects.requireNonNull(verb, "verb");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(expects, "expects");
    }

    /** The arguments word by word. */
    public List<String> words() {
        return List.of(text.split(" "));
    }

    public String first() {
        return words().get(0);
    }

    /** What stands behind the first word; empty when nothing does. */
    public String afterFirst() {
        int blank = text.indexOf(' ');
        return blank < 0 ? "" : text.substring(blank + 1);
    }

    /** The weight of put, take, bag and unbag. */
    public int grams() {
        List<String> words = words();
        return Integer.parseInt(words.get(words.size() - 2));
    }

    /** The time of wait. */
    public Duration time() {
        return Durations.parse(text);
    }

    @Override
    public String toString() {
        return verb.word() + " " + text;
    }
}
