package org.samokasa.kiosk.help;

import java.util.Objects;
import java.util.Set;

/**
 * Somebody who helps shoppers.
 *
 * @param name      as colleagues and shoppers see it, 1 to 40 characters
 * @param role      what they are there for
 * @param causes    what they can deal with; empty for everything
 * @param languages BCP 47 tags of the languages they speak with shoppers; empty when nobody said
 * @param lanes     the lanes they look after first; empty for all
 */
public record Helper(String name, Role role, Set<HelpCause> causes, Set<String> languages, Set<Integer> lanes) {
    private static final int NAME_LENGTH_MAX = 40;

    /** What somebody is there for. */
    public enum Role {
        ATTENDANT,
        SUPERVISOR,
        MANAGER,
        /** Looks after machines. */
        TECHNICIAN,
        /** Sits in a help centre that looks after many shops, and cannot walk over. */
        REMOTE
    }

    public Helper {
        Objects.requireNonNull(role);
        causes = Set.copyOf(causes);
        languages = Set.copyOf(languages);
        lanes = Set.copyOf(lanes);
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException("who it is must have 1 to " + NAME_LENGTH_MAX + " characters");
        }
    }

    /** An attendant for everything and every lane. */
    public static Helper attendant(String name) {
        return new Helper(name, Role.ATTENDANT, Set.of(), Set.of(), Set.of());
    }

    boolean speaks(String language) {
        return languages.contains(language);
    }

    boolean canDealWith(HelpCause cause) {
        return causes.isEmpty() || causes.contains(cause);
    }

    boolean looksAfter(int lane) {
        return lanes.isEmpty() || lanes.contains(lane);
    }
}
