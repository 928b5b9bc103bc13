package org.samokasa.driver;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.LinePainter;
import org.samokasa.driver.camera.CameraScanner;
import org.samokasa.driver.camera.CodeReader;
import org.samokasa.driver.javapos.JavaPosDrivers;
import org.samokasa.driver.light.PatliteLight;
import org.samokasa.driver.light.RelayLight;
import org.samokasa.driver.printer.PrinterDrivers;
import org.samokasa.driver.scale.HidScale;
import org.samokasa.driver.scale.OemScale;
import org.samokasa.driver.scanner.HidScanner;
import org.samokasa.driver.scanner.KeyboardScanner;
import org.samokasa.driver.scanner.MagellanScanner;
import org.samokasa.driver.scanner.OemScanner;
import org.samokasa.driver.scanner.SerialScanner;
import org.samokasa.driver.scanner.SsiScanner;
import org.samokasa.driver.terminal.TerminalDrivers;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.magellan.MagellanForm;
import org.samokasa.protocol.scannertext.HostCommands;
import org.samokasa.protocol.scannertext.ScannerTextSettings;
import org.samokasa.protocol.scannertext.ScannerTextSettings.Terminator;
import org.samokasa.transport.ByteLink;
import org.samokasa.transport.DeviceAddress;
import org.samokasa.transport.Links;
import org.samokasa.transport.LoggedLink;
import org.samokasa.transport.WireLog;

/**
 * The drivers a configuration may name. Immutable but for the cables in use; a driver from elsewhere joins with {@link #plus}, for instance
 * {@code Drivers.standard().plus("terminal", "zvt", factory)}.
 */
public final class Drivers {
    /** Drivers of machines that share one wire: the second machine at an address finds the wire of the first. */
    private static final Set<String> ON_A_CABLE = Set.of("magellan");

    /** Whether a reader is told how to speak, or was set up by hand and is left alone. */
    private enum SetUp {
        SEND,
        LEAVE
    }

    private final Map<String, DriverFactory> factories;
    private final Cables cables;

    private Drivers(Map<String, DriverFactory> factories, Cables cables) {
        this.factories = factories;
        this.cables = cables;
    }

    /** What the documents of the drivers describe: docs/drivers lists them. */
    public static Drivers standard() {
        return SerialScales.join(new Drivers(Map.of(), new Cables()))
                .plus("scanner", "serial-text", Drivers::serialText)
                .plus("scanner", "usb-hid", Drivers::usbHidScanner)
                .plus("scanner", "usb-oem", (name, link, options) -> new OemScanner(name, link))
                .plus("scanner", "keyboard", Drivers::keyboard)
                .plus("scale", "usb-hid", (name, link, options) -> new HidScale(name, link))
                .plus("scale", "usb-oem", (name, link, options) -> new OemScale(name, link))
                .plus("scanner", "camera", Drivers::camera)
                // driver new scanner: above this line
                .plus(
                        "scanner",
                        "magellan",
                        (name, link, options) ->
                                new MagellanScanner(name, link, options.choice("form", MagellanForm.S)))
                .plus(
                        "scanner",
                        "ssi",
                        (name, link, options) ->
                                new SsiScanner(name, link, options.choice("setup", SetUp.SEND) == SetUp.SEND))
                .plus(
                        "printer",
                        "escpos",
                        (name, link, options) ->
                                PrinterDrivers.escpos(name, link, options, LinePainter.NONE, dots -> List.of()))
                .plus("light", "lcus", (name, link, options) -> RelayLight.lcus(name, link, lampChannels(options)))
                .plus("light", "usbrelay", (name, link, options) -> RelayLight.usb(name, link, lampChannels(options)))
                .plus("light", "patlite", (name, link, options) -> new PatliteLight(name, link))
                // driver new light: above this line
                .plus(
                        "terminal",
                        "caisse-ap",
                        (name, link, options) -> TerminalDrivers.caisseAp(name, link, options, "EUR"))
                .plus("terminal", "nexo", (name, link, options) -> TerminalDrivers.nexo(name, link, options, "EUR"))
                .plus("terminal", "qr", (name, link, options) -> TerminalDrivers.qr(name, link, options, "EUR"));
    }

    /** These and one more; the same kind and driver name again replaces. */
    public Drivers plus(String kind, String driver, DriverFactory factory) {
        Map<String, DriverFactory> more = new TreeMap<>(factories);
        more.put(kind + " " + driver, factory);
        return new Drivers(more, cables);
    }

    /** All of them, as {@code kind driver}, in the order of the alphabet. */
    public List<String> known() {
        return List.copyOf(factories.keySet());
    }

    /**
     * Makes the driver on a link to the address. Nothing is opened before its first poll.
     *
     * @throws IllegalArgumentException saying which kind, driver or option is unknown
     */
    public Device open(
            String kind, String driver, DeviceAddress address, Map<String, String> options, DeviceName name) {
        return open(kind, driver, address, options, name, new WireLog());
    }

    /**
     * As the other one.
     *
     * @param log gets to see what passes, without card data; stays empty for JavaPOS, whose wires are not ours
     */
    public Device open(
            String kind,
            String driver,
            DeviceAddress address,
            Map<String, String> options,
            DeviceName name,
            WireLog log) {
        if (driver.equals("javapos") != address instanceof DeviceAddress.JavaPos) {
            throw new IllegalArgumentException(
                    name + ": driver javapos and address javapos:NAME go together, not " + driver + " and " + address);
        }
        if (address instanceof DeviceAddress.JavaPos service) {
            Options asked = new Options(name.value(), options);
            Device device = JavaPosDrivers.create(kind, service.name(), asked, name);
            asked.done();
            return device;
        }
        ByteLink link = ON_A_CABLE.contains(driver) ? cables.tap(address, kind, name) : Links.open(address);
        ByteLink logged = new LoggedLink(link, log, WireWords.mask(kind, driver, link.isSerial()));
        return create(kind, driver, logged, options, name);
    }

    /** As {@link #open}, on a link that exists already. The link is closed when the driver cannot be made. */
    public Device create(String kind, String driver, ByteLink link, Map<String, String> options, DeviceName name) {
        DriverFactory factory = factories.get(kind + " " + driver);
        try {
            if (factory == null) {
                throw new IllegalArgumentException(
                        name + ": no driver '" + driver + "' for a " + kind + ", known: " + factories.keySet());
            }
            Options asked = new Options(name.value(), options);
            Device device = factory.create(name, link, asked);
            asked.done();
            return device;
        } catch (IllegalArgumentException e) {
            link.close();
            throw e;
        }
    }

    private static List<Integer> lampChannels(Options options) {
        return List.of(
                options.number("green", 3, 1, 8), options.number("yellow", 2, 1, 8), options.number("red", 1, 1, 8));
    }

    private static Device serialText(DeviceName name, ByteLink link, Options options) {
        ScannerTextSettings settings = ScannerTextSettings.USUAL
                .with(options.choice("terminator", Terminator.CR))
                .with(options.choice("commands", HostCommands.NONE))
                .with(Bytes.hex(options.text("prefix", "")));
        return new SerialScanner(name, link, settings);
    }

    private static Device camera(DeviceName name, ByteLink link, Options options) {
        return new CameraScanner(name, link, new CodeReader(options.choice("upcE", UpcE.OFF) == UpcE.ON));
    }

    /** Whether a camera believes UPC-E, see docs/operating.md. */
    private enum UpcE {
        OFF,
        ON
    }

    /** The prefix is the business of the window that watches the keys; here it only counts as known. */
    private static Device keyboard(DeviceName name, ByteLink link, Options options) {
        options.text("prefix", "");
        return new KeyboardScanner(name, link);
    }

    private static Device usbHidScanner(DeviceName name, ByteLink link, Options options) {
        return new HidScanner(name, link, Bytes.hex(options.text("setUp", "")));
    }
}
