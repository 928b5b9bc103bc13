package org.samokasa.kiosk.persistence.journal;

import java.io.IOException;

/** The journal cannot do what was asked; nothing may be acknowledged on the strength of it. */
public class JournalException extends IOException {
    private static final long serialVersionUID = 1L;

    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
