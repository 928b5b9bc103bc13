package org.samokasa.driver;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A driver's settings as the configuration writes them. Each is asked for by name; what nobody asked for is an error. */
public final class Options {
    private final String whose;
    private final Map<String, String> left;

    /** @param whose appears in complaints, for instance the name of the device */
    public Options(String whose, Map<String, String> given) {
        this.whose = whose;
        this.left = new TreeMap<>(given);
    }

    public String text(String name, String absent) {
        String value = left.remove(name);
        return value == null ? absent : value;
    }

    /** @throws IllegalArgumentException when it is no whole number of this range */
    public int number(String name, int absent, int least, int most) {
        String value = left.remove(name);
        if (value == null) {
            return absent;
        }
        if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw wrong(name + " = " + value + " is not a number from " + least + " to " + most);
        }
        return Integer.parseInt(value);
    }

    /** @throws IllegalArgumentException when it is none of the constants, in lower or upper case */
    public <E extends Enum<E>> E choice(String name, E absent) {
        String value = left.remove(name);
        if (value == null) {
            return absent;
        }
        try {
            return Enum.valueOf(absent.getDeclaringClass(), value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong(name + " = " + value + " is none of "
                    + java.util.Arrays.toString(absent.getDeclaringClass().getEnumConstants())
                            .toLowerCase(Locale.ROOT));
        }
    }

    /** @throws IllegalArgumentException naming the options that this driver does not have */
    public void done() {
        if (!left.isEmpty()) {
            throw wrong("unknown option " + String.join(", ", left.keySet()));
        }
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(whose + ": " + why);
    }
}
