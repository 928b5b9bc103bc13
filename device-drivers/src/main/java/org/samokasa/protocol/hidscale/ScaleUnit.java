package org.samokasa.protocol.hidscale;

import java.math.BigDecimal;
import java.util.Optional;

/** Units of the weighing page, in the order of their numbers; sheet section 1. */
enum ScaleUnit {
    MILLIGRAM("1"),
    GRAM("1000"),
    KILOGRAM("1000000"),
    CARAT("200"),
    /** Differs by country, so nothing is sold by it. */
    TAEL("0"),
    GRAIN("64.79891"),
    PENNYWEIGHT("1555.17384"),
    METRIC_TON("1000000000"),
    AVOIRDUPOIS_TON("907184740"),
    TROY_OUNCE("31103.4768"),
    OUNCE("28349.523125"),
    POUND("453592.37");

    private final BigDecimal milligrams;

    ScaleUnit(String milligrams) {
        this.milligrams = new BigDecimal(milligrams);
    }

    /** Of one unit. */
    BigDecimal milligrams() {
        return milligrams;
    }

    static Optional<ScaleUnit> numbered(int number) {
        return number >= 1 && number <= values().length ? Optional.of(values()[number - 1]) : Optional.empty();
    }
}
