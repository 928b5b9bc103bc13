package org.samokasa.sim.app;

import com.typesafe.config.Config;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.nexo.NexoKey;
import org.samokasa.protocol.scannertext.ScannerTextSettings;
import org.samokasa.protocol.scannertext.ScannerTextSettings.Terminator;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.VirtualMachine;
import org.samokasa.sim.device.light.Lamps;
import org.samokasa.sim.device.light.LightMachine;
import org.samokasa.sim.device.light.LightOperator;
import org.samokasa.sim.device.printer.FlowControl;
import org.samokasa.sim.device.printer.PrinterMachine;
import org.samokasa.sim.device.printer.PrinterOperator;
import org.samokasa.sim.device.qr.QrGatewayMachine;
import org.samokasa.sim.device.qr.QrGatewayOperator;
import org.samokasa.sim.device.qr.SimulatedQrProvider;
import org.samokasa.sim.device.scanner.Reader;
import org.samokasa.sim.device.scanner.ScannerMachine;
import org.samokasa.sim.device.scanner.ScannerOperator;
import org.samokasa.sim.device.scanner.SsiMachine;
import org.samokasa.sim.device.terminal.SerialLine;
import org.samokasa.sim.device.terminal.ZvtTerminalMachine;
import org.samokasa.sim.device.terminal.ZvtTerminalOperator;
import org.samokasa.sim.device.terminal.ZvtTerminalOptions;
import org.samokasa.sim.device.terminal.caisseap.CaisseApMachine;
import org.samokasa.sim.device.terminal.caisseap.CaisseApOperator;
import org.samokasa.sim.device.terminal.nexo.NexoTerminalMachine;
import org.samokasa.sim.device.terminal.nexo.NexoTerminalOperator;
import org.samokasa.sim.shelf.Shelf;

/** Makes machines from their part of the configuration, by kind. A new kind of machine joins with {@link #plus}. */
final class MachineFactory {
    /** Makes one kind of machine. */
    @FunctionalInterface
    interface Maker {
        /**
         * @param settings the machine's own block of the configuration
         * @param seed for all its chance
         * @throws IllegalArgumentException when a setting makes no sense
         */
        MachineUnit make(String name, Config settings, Shelf shelf, long seed);
    }

    private final Map<String, Maker> makers;

    private MachineFactory(Map<String, Maker> makers) {
        this.makers = makers;
    }

    /**
     * All kinds there are; docs/simulator.md lists them. {@code replay} plays a recording, {@code relay} passes a real
     * machine's wire on.
     */
    static MachineFactory standard() {
        return new MachineFactory(Map.of())
                .plus("scanner", MachineFactory::scanner)
                .plus("scale", ScaleMakers::scale)
                .plus("magellan", ScaleMakers::magellan)
                .plus("printer", MachineFactory::printer)
                .plus("light", MachineFactory::light)
                .plus("zvt-terminal", MachineFactory::terminal)
                .plus("usb-hid-scanner", UsbMachines::hidScanner)
                .plus("usb-oem-scanner", UsbMachines::oemScanner)
                .plus("usb-hid-scale", UsbMachines::hidScale)
                .plus("usb-oem-scale", UsbMachines::oemScale)
                .plus("replay", WireMachines::replay)
                .plus("relay", WireMachines::relay)
                .plus("caisse-ap-terminal", MachineFactory::caisseAp)
                .plus("nexo-terminal", MachineFactory::nexo)
                .plus("qr-gateway", MachineFactory::qrGateway);
    }

    MachineFactory plus(String kind, Maker maker) {
        Map<String, Maker> more = new TreeMap<>(makers);
        more.put(kind, maker);
        return new MachineFactory(more);
    }

    MachineUnit create(Config settings, Shelf shelf, long seed) {
        String name = settings.getString("name");
        String kind = settings.getString("kind");
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException("a machine's name has lower-case letters, digits and hyphens: " + name);
        }
        Maker maker = makers.get(kind);
        if (maker == null) {
            throw new IllegalArgumentException("unknown kind '" + kind + "', known: " + makers.keySet());
        }
        return maker.make(name, settings, shelf, seed);
    }

    private static MachineUnit scanner(String name, Config settings, Shelf shelf, long seed) {
        String protocol = text(settings, "protocol", "text");
        return switch (protocol) {
            case "text" -> textScanner(name, settings, shelf);
            case "ssi" ->
                reader(new SsiMachine(name, !settings.hasPath("packets") || settings.getBoolean("packets")), shelf);
            // driver new scanner: above this line
            default ->
                throw new IllegalArgumentException(
                        "no scanner speaks '" + protocol + "'; docs/simulator.md lists the protocols");
        };
    }

    private static <M extends VirtualMachine & Reader> MachineUnit reader(M machine, Shelf shelf) {
        return MachineUnit.of("scanner", machine, new ScannerOperator(machine, shelf::code));
    }

    private static MachineUnit textScanner(String name, Config settings, Shelf shelf) {
        ScannerTextSettings text = ScannerTextSettings.USUAL
                .with(terminator(text(settings, "terminator", "cr")))
                .with(Bytes.hex(text(settings, "prefix", "")));
        boolean aim = !settings.hasPath("aim") || settings.getBoolean("aim");
        return reader(new ScannerMachine(name, text, aim), shelf);
    }

    private static Terminator terminator(String word) {
        return Arrays.stream(Terminator.values())
                .filter(each -> each.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "terminator " + word + " is none of " + Arrays.toString(Terminator.values())));
    }

    private static MachineUnit printer(String name, Config settings, Shelf shelf, long seed) {
        String flow = text(settings, "flow", "none");
        if (!flow.equals("none") && !flow.equals("xonxoff")) {
            throw new IllegalArgumentException("flow " + flow + " is neither none nor xonxoff");
        }
        FlowControl control = new FlowControl(flow.equals("xonxoff"));
        PrinterMachine machine = new PrinterMachine(name, number(settings, "columns", 48), control);
        return MachineUnit.of("printer", machine, new PrinterOperator(machine));
    }

    private static MachineUnit light(String name, Config settings, Shelf shelf, long seed) {
        String model = text(settings, "model", "lcus");
        return switch (model) {
            case "lcus" -> lamps(new LightMachine(name, LightMachine.Model.LCUS));
            case "patlite" -> lamps(new LightMachine(name, LightMachine.Model.PATLITE));
            case "usbrelay" -> lamps(new LightMachine(name, LightMachine.Model.USBRELAY));
            // driver new light: above this line
            default ->
                throw new IllegalArgumentException(
                        "no light is of model '" + model + "'; docs/simulator.md lists them");
        };
    }

    private static <M extends VirtualMachine & Lamps> MachineUnit lamps(M machine) {
        return MachineUnit.of("light", machine, new LightOperator(machine));
    }

    private static MachineUnit terminal(String name, Config settings, Shelf shelf, long seed) {
        ZvtTerminalOptions options = ZvtTerminalOptions.DEFAULT
                .withName(name)
                .withCurrency(text(settings, "currency", ZvtTerminalOptions.DEFAULT.currency()))
                .withMerchant(text(settings, "merchant", ZvtTerminalOptions.DEFAULT.merchant()))
                .withZone(zone(settings))
                .withDelays(
                        time(settings, "cardDelay", ZvtTerminalOptions.DEFAULT.cardDelay()),
                        time(settings, "hostLatency", ZvtTerminalOptions.DEFAULT.hostLatency()));
        ZvtTerminalMachine machine = new ZvtTerminalMachine(options);
        String line = text(settings, "line", "tcp");
        if (!line.equals("tcp") && !line.equals("serial")) {
            throw new IllegalArgumentException("line " + line + " is neither tcp nor serial");
        }
        return MachineUnit.of(
                "zvt-terminal",
                line.equals("serial") ? new SerialLine(machine) : machine,
                new ZvtTerminalOperator(machine));
    }

    private static MachineUnit caisseAp(String name, Config settings, Shelf shelf, long seed) {
        Duration usual = ZvtTerminalOptions.DEFAULT.cardDelay();
        CaisseApMachine machine = new CaisseApMachine(name, time(settings, "cardDelay", usual));
        return MachineUnit.of("caisse-ap-terminal", machine, new CaisseApOperator(machine));
    }

    private static MachineUnit nexo(String name, Config settings, Shelf shelf, long seed) {
        NexoKey key = NexoKey.derive(
                settings.getString("passphrase"),
                settings.getString("keyIdentifier"),
                settings.hasPath("keyVersion") ? settings.getInt("keyVersion") : 1);
        Duration usual = ZvtTerminalOptions.DEFAULT.cardDelay();
        NexoTerminalMachine machine = new NexoTerminalMachine(
                name, settings.getString("poiId"), key, time(settings, "cardDelay", usual), new Random(seed));
        return MachineUnit.of("nexo-terminal", machine, new NexoTerminalOperator(machine));
    }

    private static MachineUnit qrGateway(String name, Config settings, Shelf shelf, long seed) {
        boolean texts = !settings.hasPath("texts") || settings.getBoolean("texts");
        SimulatedQrProvider bank = new SimulatedQrProvider(time(settings, "payDelay", SimulatedQrProvider.USUAL));
        QrGatewayMachine machine = new QrGatewayMachine(name, text(settings, "token", ""), texts, bank);
        return MachineUnit.of("qr-gateway", machine, new QrGatewayOperator(machine));
    }

    private static ZoneId zone(Config settings) {
        try {
            return ZoneId.of(
                    text(settings, "zone", ZvtTerminalOptions.DEFAULT.zone().getId()));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone: " + e.getMessage(), e);
        }
    }

    private static Duration time(Config settings, String key, Duration absent) {
        return settings.hasPath(key) ? settings.getDuration(key) : absent;
    }

    private static String text(Config settings, String key, String absent) {
        return settings.hasPath(key) ? settings.getString(key) : absent;
    }

    private static int number(Config settings, String key, int absent) {
        return settings.hasPath(key) ? settings.getInt(key) : absent;
    }
}
