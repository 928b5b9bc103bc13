package org.samokasa.kiosk.help;

import java.util.Objects;

/**
 * One thing an attendant should know before deciding.
 *
 * @param key   what it is, from a small vocabulary the console has words for: {@code gramsExpected, gramsMeasured,
 *     bornOnOrBefore, item, minimumAge, code}; an unknown key is shown as it is
 * @param value the fact itself as plain text: digits without a unit, an ISO date, a name
 */
public record Evidence(String key, String value) {
    private static final int LENGTH_MAX = 400;

    public Evidence {
        if (key.isBlank()
                || key.length() > LENGTH_MAX
                || Objects.requireNonNull(value).length() > LENGTH_MAX) {
            throw new IllegalArgumentException("evidence needs a key, and at most " + LENGTH_MAX + " characters each");
        }
    }
}
