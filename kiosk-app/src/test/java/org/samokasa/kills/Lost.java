package org.samokasa.kills;

/** A kill cost something that had been shown, told or acknowledged. */
final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost(String what) {
        super(what);
    }

    Lost(String what, Throwable why) {
        super(what, why);
    }
}
