package org.samokasa.json;

/** A text that is no JSON, or not within its limits. */
public final class JsonException extends Exception {
    private static final long serialVersionUID = 1;

    JsonException(String why) {
        super(why);
    }
}
