package org.samokasa.driver.javapos;

import java.util.EnumMap;
import java.util.Map;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceName;
import org.samokasa.driver.Options;

/** Driver {@code javapos} of each kind of machine. */
public final class JavaPosDrivers {
    private static final int LIGHTS_MAX = 32;

    private JavaPosDrivers() {}

    /**
     * Opens nothing yet: the first poll does.
     *
     * @param logicalName of the entry in {@code jpos.xml}; case matters
     * @throws IllegalArgumentException when JavaPOS has no such kind
     */
    public static Device create(String kind, String logicalName, Options options, DeviceName name) {
        return switch (kind) {
            case "scanner" -> new PosScanner(name, logicalName);
            case "scale" -> new PosScale(name, logicalName);
            case "printer" -> new PosPrinter(name, logicalName);
            case "terminal" -> new PosTerminal(name, logicalName, payments(options));
            case "light" -> new PosLight(name, logicalName, numbers(options));
            default ->
                throw new IllegalArgumentException(
                        name + ": JavaPOS drives scanner, scale, printer, terminal and light," + " not a " + kind);
        };
    }

    /** Which control takes the money. */
    private enum Control {
        CAT,
        ELECTRONIC_VALUE
    }

    /** Option {@code control}; for electronic value also {@code service}, the kind of value that is taken. */
    private static PosPayments payments(Options options) {
        return switch (options.choice("control", Control.CAT)) {
            case CAT -> PosPayments.card(new jpos.CAT());
            case ELECTRONIC_VALUE -> PosPayments.value(new jpos.ElectronicValueRW(), options.text("service", ""));
        };
    }

    /** Options {@code red}, {@code yellow} .. give the light number of a colour; 0 says that the pole lacks it. */
    private static Map<PosLight.Colour, Integer> numbers(Options options) {
        Map<PosLight.Colour, Integer> numbers = new EnumMap<>(PosLight.Colour.class);
        int usual = 1;
        for (PosLight.Colour colour : PosLight.Colour.values()) {
            int number = options.number(colour.name().toLowerCase(java.util.Locale.ROOT), usual++, 0, LIGHTS_MAX);
            if (number > 0) {
                numbers.put(colour, number);
            }
        }
        return numbers;
    }
}
