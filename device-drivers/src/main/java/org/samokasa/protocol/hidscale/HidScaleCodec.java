package org.samokasa.protocol.hidscale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/** Data reports to readings. */
public final class HidScaleCodec {
    /** Beyond these no scale's exponent is believed (sheet 2.2). */
    private static final int EXPONENT_MIN = -6;

    private static final int EXPONENT_MAX = 3;
    /** One ton; above it a report is misread. */
    private static final int GRAMS_MAX = 1_000_000;

    private static final BigDecimal MILLIGRAMS = new BigDecimal(1_000);

    private HidScaleCodec() {}

    /** Never throws, whatever the bytes are. */
    public static HidScaleReading decode(HidScaleLayout layout, Bytes report) {
        if (report.isEmpty() || (layout.reportId() != 0 && report.at(0) != layout.reportId())) {
            return new HidScaleReading.Nothing();
        }
        if (!layout.holds(report)) {
            return new HidScaleReading.Malformed("a report of " + report.size() + " bytes ends too soon");
        }
        int status = layout.statusOf(report);
        return switch (status) {
            case 0 -> rawStatus(layout, report);
            case 1 -> new HidScaleReading.Fault();
            case 2 -> new HidScaleReading.Zero();
            case 3 -> new HidScaleReading.Moving();
            case 4 -> weight(layout, report);
            case 5 -> new HidScaleReading.BelowZero();
            case 6 -> new HidScaleReading.Overload();
            case 7 -> new HidScaleReading.NeedsCalibration();
            case 8 -> new HidScaleReading.NeedsZero();
            default -> new HidScaleReading.Malformed("status " + status + " is not defined");
        };
    }

    /** A selector answers 0 both for "nothing yet" and for a number that it does not know. */
    private static HidScaleReading rawStatus(HidScaleLayout layout, Bytes report) {
        long raw = layout.status().value(report, 0);
        return raw == 0
                ? new HidScaleReading.Nothing()
                : new HidScaleReading.Malformed("status " + raw + " is not defined");
    }

    private static HidScaleReading weight(HidScaleLayout layout, Bytes report) {
        int number = layout.unitOf(report);
        Optional<ScaleUnit> unit = ScaleUnit.numbered(number);
        if (unit.isEmpty() || unit.get() == ScaleUnit.TAEL) {
            return new HidScaleReading.Malformed("unit " + layout.unit().value(report, 0) + " is none to sell by");
        }
        // Some descriptors forget that the exponent has a sign.
        int exponent = (byte) layout.exponent().value(report, 0);
        if (exponent < EXPONENT_MIN || exponent > EXPONENT_MAX) {
            return new HidScaleReading.Malformed("exponent " + exponent);
        }
        BigDecimal grams = BigDecimal.valueOf(layout.weight().value(report, 0))
                .scaleByPowerOfTen(exponent)
                .multiply(unit.get().milligrams())
                .divide(MILLIGRAMS, 0, RoundingMode.HALF_UP);
        if (grams.signum() < 0 || grams.compareTo(BigDecimal.valueOf(GRAMS_MAX)) > 0) {
            return new HidScaleReading.Malformed(grams.toPlainString() + " g");
        }
        return new HidScaleReading.Stable(grams.intValueExact(), number);
    }
}
