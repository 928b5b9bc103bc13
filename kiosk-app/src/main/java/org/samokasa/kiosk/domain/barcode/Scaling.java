package org.samokasa.kiosk.domain.barcode;

/** Whole numbers with a known number of decimals. */
final class Scaling {
    private Scaling() {}

    /**
     * The same value with another number of decimals, rounded half up where decimals are lost.
     *
     * @param value not negative, at most 15 digits, which is the longest that GS1 has
     */
    static long scaled(long value, int decimals, int wanted) {
        long result = value;
        for (int i = decimals; i < wanted; i++) {
            result *= 10;
        }
        long divisor = 1;
        for (int i = wanted; i < decimals; i++) {
            divisor *= 10;
        }
        return (result + divisor / 2) / divisor;
    }
}
