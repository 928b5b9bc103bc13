package org.samokasa.kiosk.persistence.catalogue;

/** The catalogue's file could not be read or written. */
public final class CatalogueException extends RuntimeException {
    public CatalogueException(String message) {
        super(message);
    }

    public CatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}
