package org.samokasa.kiosk.domain.barcode.gs1;

/** Text that claims to be GS1 data and is not; the message says what is wrong and where. */
public final class Gs1Exception extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of mistake it is. */
    public enum Fault {
        /** Wrong length, character, date or combination. */
        MALFORMED,
        /** A number whose check digit does not fit: probably one damaged digit. */
        CHECK_DIGIT,
        /** A web address that names no article. */
        NO_PRODUCT_LINK
    }

    private final Fault fault;

    public Gs1Exception(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    static Gs1Exception malformed(String message) {
        return new Gs1Exception(Fault.MALFORMED, message);
    }

    public Fault fault() {
        return fault;
    }
}
