package org.samokasa.kiosk.json;

/** A value that cannot be written, or a text that is not the JSON of the expected record. */
public final class RecordJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String reason;

    RecordJsonException(String path, String reason) {
        this(path, reason, null);
    }

    RecordJsonException(String path, String reason, Throwable cause) {
        super(path + ": " + reason, cause);
        this.path = path;
        this.reason = reason;
    }

    /** Where in the document, as {@code $.lines[3].name}; never null. */
    public String path() {
        return path;
    }

    /** What is wrong there, one sentence without the path; never null. */
    public String reason() {
        return reason;
    }
}
