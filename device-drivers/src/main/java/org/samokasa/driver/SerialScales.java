package org.samokasa.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceName;
import org.samokasa.driver.scale.Scale8217;
import org.samokasa.driver.scale.SerialScale;
import org.samokasa.protocol.magellan.MagellanForm;
import org.samokasa.protocol.magellan.MagellanScaleDialect;
import org.samokasa.protocol.scale.ScaleDialect;
import org.samokasa.protocol.scale.ScalePace;
import org.samokasa.protocol.scalecas.CasDialect;
import org.samokasa.protocol.scalecas.CasStreamCodec;
import org.samokasa.protocol.scaledialog.DialogDialect;
import org.samokasa.protocol.scaledialog.DialogKey;
import org.samokasa.protocol.scalenci.NciDialect;
import org.samokasa.protocol.scalesma.SmaCodec;
import org.samokasa.protocol.scaletext.AdamCodec;
import org.samokasa.protocol.scaletext.EpelsaCodec;
import org.samokasa.transport.ByteLink;

/**
 * The serial scales a configuration may name. Each takes {@code readings}, how many equal readings make a weight, and {@code
 * answerMillis}, how long one answer may take.
 */
final class SerialScales {
    /** 10.00 a kilogram: the amount then has the digits of the weight, and no damaged digit fits. */
    private static final int NOMINAL_PRICE = 1_000;

    private static final int PRICE_MAX = 999_999;

    private SerialScales() {}

    static Drivers join(Drivers drivers) {
        return drivers.plus(
                        "scale",
                        "8217",
                        (name, link, options) -> new Scale8217(name, link, pace(options, ScalePace.TWICE)))
                .plus("scale", "nci", (name, link, options) -> scale(name, link, options, new NciDialect()))
                .plus("scale", "dialog06", SerialScales::dialog06)
                .plus(
                        "scale",
                        "cas",
                        (name, link, options) ->
                                new SerialScale(name, link, new CasDialect(), pace(options, ScalePace.CHECKED)))
                .plus(
                        "scale",
                        "cas-stream",
                        (name, link, options) -> scale(name, link, options, CasStreamCodec.dialect()))
                .plus("scale", "sma", (name, link, options) -> scale(name, link, options, SmaCodec.dialect()))
                .plus("scale", "epelsa", (name, link, options) -> scale(name, link, options, EpelsaCodec.dialect()))
                .plus(
                        "scale",
                        "adam",
                        (name, link, options) -> scale(
                                name, link, options, AdamCodec.dialect(options.choice("request", AdamCodec.Request.G))))
                // driver new scale: above this line
                .plus(
                        "scale",
                        "magellan",
                        (name, link, options) -> scale(
                                name, link, options, new MagellanScaleDialect(options.choice("form", MagellanForm.S))));
    }

    /** A scale whose frames have no check. */
    private static Device scale(DeviceName name, ByteLink link, Options options, ScaleDialect dialect) {
        return new SerialScale(name, link, dialect, pace(options, ScalePace.TWICE));
    }

    private static ScalePace pace(Options options, ScalePace usual) {
        int millis = options.number("answerMillis", (int) usual.answerLimit().toMillis(), 200, 10_000);
        return new ScalePace(Duration.ofMillis(millis), options.number("readings", usual.readings(), 1, 5));
    }

    private static Device dialog06(DeviceName name, ByteLink link, Options options) {
        DialogDialect dialect = new DialogDialect(
                options.number("unitPrice", NOMINAL_PRICE, 1, PRICE_MAX),
                options.number("priceDigits", 6, 5, 6),
                key(name, options.text("keyFile", "")));
        return new SerialScale(name, link, dialect, pace(options, ScalePace.CHECKED));
    }

    /** The key is in a file of its own, because a configuration gets copied and printed. */
    private static Optional<DialogKey> key(DeviceName name, String file) {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(DialogKey.parse(Files.readString(Path.of(file))));
        } catch (IOException e) {
            throw new IllegalArgumentException(name + ": keyFile " + file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": keyFile " + file + ": " + e.getMessage(), e);
        }
    }
}
