package org.samokasa.protocol.qr;

/** What came is no answer of a gateway. */
public final class QrException extends Exception {
    private static final long serialVersionUID = 1L;

    public QrException(String message) {
        super(message);
    }
}
