package org.samokasa.kiosk.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody far away has to know to help in a shop they have never seen. All of it is told to people, none of it is
 * acted on; whatever the shop does not say is left out.
 *
 * @param address          where an ambulance or a courier is sent
 * @param telephone        of the shop itself
 * @param emergency        who comes when nobody is there: a name and a number
 * @param keys             where the keys of the lanes and machines are
 * @param firstAid         where the first-aid box is
 * @param fireExtinguisher where it hangs
 * @param paper            where new paper rolls are
 * @param languages        that the people in the shop speak
 * @param notes            anything else, a line each
 */
public record ShopFacts(
        Optional<String> address,
        Optional<String> telephone,
        Optional<String> emergency,
        Optional<String> keys,
        Optional<String> firstAid,
        Optional<String> fireExtinguisher,
        Optional<String> paper,
        List<String> languages,
        List<String> notes) {
    /** A line that is read while a shopper waits; what is longer belongs into two. */
    public static final int LINE_LENGTH_MAX = 200;

    /** More is a manual, and nobody reads one during a call. */
    public static final int LINES_MAX = 20;

    public ShopFacts {
        languages = List.copyOf(languages);
        notes = List.copyOf(notes);
        if (languages.size() > LINES_MAX || notes.size() > LINES_MAX) {
            throw new IllegalArgumentException("a list has at most " + LINES_MAX + " lines");
        }
        Stream.of(address, telephone, emergency, keys, firstAid, fireExtinguisher, paper)
                .flatMap(Optional::stream)
                .forEach(ShopFacts::line);
        Stream.concat(languages.stream(), notes.stream()).forEach(ShopFacts::line);
    }

    /**
     * The same text.
     *
     * @throws IllegalArgumentException if it is not one line that somebody can read
     */
    public static String line(String text) {
        if (text.isBlank() || text.length() > LINE_LENGTH_MAX) {
            throw new IllegalArgumentException("has 1 to " + LINE_LENGTH_MAX + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("is one line of text");
        }
        return text;
    }
}
