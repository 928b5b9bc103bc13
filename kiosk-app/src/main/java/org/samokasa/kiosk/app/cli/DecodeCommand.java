package org.samokasa.kiosk.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.samokasa.driver.camera.CodeReader;
import org.samokasa.kiosk.app.config.ConfigFile;
import org.samokasa.kiosk.app.config.ShopConfig;
import org.samokasa.kiosk.domain.barcode.RegionalRules;
import org.samokasa.kiosk.domain.barcode.Scan;
import org.samokasa.kiosk.domain.barcode.ScanReader;
import org.samokasa.kiosk.json.JsonLine;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.caisseap.CaisseExplainer;
import org.samokasa.protocol.escpos.EscPosExplainer;
import org.samokasa.protocol.explain.HidExplainer;
import org.samokasa.protocol.explain.LightExplainer;
import org.samokasa.protocol.explain.MagellanExplainer;
import org.samokasa.protocol.explain.ScaleExplainer;
import org.samokasa.protocol.explain.SsiExplainer;
import org.samokasa.protocol.nexo.NexoExplainer;
import org.samokasa.protocol.nexo.NexoKey;
import org.samokasa.protocol.qr.QrExplainer;
import org.samokasa.protocol.zvt.ZvtExplainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code decode}: explains bytes, one JSON object on a line. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        description = "Explains what a machine sent, as one line of JSON.")
final class DecodeCommand implements Callable<Integer> {
    private static final Pattern CONTROL = Pattern.compile("\\{(GS|RS|EOT|STX|ETX|CR|LF|TAB|0x[0-9A-Fa-f]{2})}");
    private static final Map<String, Character> CONTROLS = Map.of(
            "GS", '\u001D', "RS", '\u001E', "EOT", '\u0004', "STX", '\u0002', "ETX", '\u0003', "CR", '\r', "LF", '\n',
            "TAB", '\t');

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to decode; --help lists it");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "A scanner message, with control characters written as {GS}, {STX}, {0x1D}.")
    int scan(
            @Parameters(paramLabel = "TEXT", description = "for instance ]E05901234123457") String text,
            @Option(names = "--config", description = "file with the shop section that holds the measure rules")
                    Path config,
            @Option(
                            names = "--region",
                            paramLabel = "DE",
                            description = "in-store numbers as usual in this country, instead of the shop's own rules")
                    String region,
            @Option(names = "--currency", paramLabel = "EUR", description = "currency of price labels")
                    String currency) {
        ScanReader reader = reader(config, region, currency);
        LocalDateTime now = LocalDateTime.now();
        Scan scan = reader.read(withControls(text), now.toLocalDate());
        spec.commandLine().getOut().println(JsonLine.of(ScanExplainer.explain(scan, now)));
        return 0;
    }

    private ScanReader reader(Path config, String region, String currency) {
        ConfigFile file = config == null ? SampleShop.config() : ConfigFile.read(config);
        ShopConfig shop = ShopConfig.read(file.section("shop"));
        try {
            return new ScanReader(
                    region == null ? shop.measureRules() : RegionalRules.of(region),
                    currency == null
                            ? shop.currency()
                            : Currency.getInstance(currency).getCurrencyCode());
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(
                    spec.commandLine(),
                    unknown.getMessage() == null ? "no currency '" + currency + "'" : unknown.getMessage());
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "ZVT messages in hex, as sent over TCP or framed for the serial line; card numbers masked.")
    int zvt(@Parameters(paramLabel = "HEX", arity = "1..*") List<String> hex) {
        return print(ZvtExplainer.explain(bytes(hex)));
    }

    @Command(mixinStandardHelpOptions = true, description = "What a serial scale said, in hex.")
    int scale(
            @Option(names = "--protocol", required = true, paramLabel = "NAME", description = "as the driver is called")
                    String protocol,
            @Parameters(paramLabel = "HEX", arity = "1..*") List<String> hex) {
        if (!ScaleExplainer.names().contains(protocol)) {
            throw new ParameterException(
                    spec.commandLine(), "no protocol '" + protocol + "', known: " + ScaleExplainer.names());
        }
        return print(ScaleExplainer.explain(protocol, bytes(hex)));
    }

    @Command(mixinStandardHelpOptions = true, description = "SSI packets of a scanner or of its host, in hex.")
    int ssi(@Parameters(paramLabel = "HEX", arity = "1..*") List<String> hex) {
        return print(SsiExplainer.explain(bytes(hex)));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Messages of a scanner and scale on a single cable, in hex, in the S or the STX form.")
    int magellan(@Parameters(paramLabel = "HEX", arity = "1..*") List<String> hex) {
        return print(MagellanExplainer.explain(bytes(hex)));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "A report of a HID POS scanner or HID scale on USB, in hex, field by field with its usage.")
    int hid(
            @Option(
                            names = "--machine",
                            paramLabel = "scanner|scale",
                            description = "told by descriptor or length when left out")
                    HidExplainer.Machine machine,
            @Option(names = "--descriptor", paramLabel = "HEX", description = "the machine's own instead of the usual")
                    String descriptor,
            @Option(names = "--sent", description = "the report went to the machine") boolean sent,
            @Parameters(paramLabel = "HEX", arity = "1..*") List<String> hex) {
        Bytes report = bytes(hex);
        Bytes own = descriptor == null ? Bytes.EMPTY : bytes(List.of(descriptor));
        HidExplainer.Machine which = machine == null ? HidExplainer.machineOf(own, report) : machine;
        return print(List.of(sent ? HidExplainer.sent(which, own, report) : HidExplainer.received(which, own, report)));
    }

    @Command(mixinStandardHelpOptions = true, description = "What is said to a lane light and what it answers, in hex.")
    int light(
            @Option(
                            names = "--model",
                            paramLabel = "lcus|patlite|usbrelay",
                            description = "told by the bytes when left out")
                    LightExplainer.Model model,
            @Parameters(paramLabel = "HEX", arity = "1..*") List<String> hex) {
        Bytes bytes = bytes(hex);
        return print(LightExplainer.explain(model == null ? LightExplainer.modelOf(bytes) : model, bytes));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "The text of a payment code (EMVCo, UPI, SPAYD, EPC), line ends as {LF}; or a file with it.")
    int qr(@Parameters(paramLabel = "TEXT-OR-FILE") String source) {
        try {
            boolean file = !source.contains(":") && !source.startsWith("0002") && Files.isRegularFile(Path.of(source));
            return print(List.of(QrExplainer.explain(file ? Files.readString(Path.of(source)) : withControls(source))));
        } catch (java.io.IOException | java.nio.file.InvalidPathException e) {
            throw new ParameterException(spec.commandLine(), "cannot be read: " + e.getMessage());
        }
    }

    private Bytes bytes(List<String> hex) {
        try {
            return Bytes.hex(String.join("", hex));
        } catch (IllegalArgumentException notHex) {
            throw new ParameterException(spec.commandLine(), "that is no hex: " + notHex.getMessage());
        }
    }

    /** Exit code 1 when something in it was not valid. */
    private int print(List<Map<String, Object>> explained) {
        boolean allValid = true;
        for (Map<String, Object> message : explained) {
            allValid &= Boolean.TRUE.equals(message.get("valid"));
            spec.commandLine().getOut().println(JsonLine.of(message));
        }
        return allValid ? 0 : 1;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "What is sent to an ESC/POS printer, in hex or from a file of bytes; one line for each command.")
    int escpos(@Parameters(paramLabel = "HEX-OR-FILE", arity = "1..*") java.util.List<String> words) {
        boolean allValid = true;
        for (Map<String, Object> command : EscPosExplainer.explain(hexOrFile(words))) {
            allValid &= Boolean.TRUE.equals(command.get("valid"));
            spec.commandLine().getOut().println(JsonLine.of(command));
        }
        return allValid ? 0 : 1;
    }

    private Bytes hexOrFile(java.util.List<String> words) {
        try {
            java.nio.file.Path file = java.nio.file.Path.of(words.get(0));
            boolean readable = words.size() == 1 && java.nio.file.Files.isRegularFile(file);
            return readable ? Bytes.copyOf(java.nio.file.Files.readAllBytes(file)) : Bytes.hex(String.join("", words));
        } catch (java.io.IOException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "that is neither hex nor a file: " + e.getMessage());
        }
    }

    @Command(
            name = "caisse-ap",
            mixinStandardHelpOptions = true,
            description = "A Caisse-AP request or answer, as text or in hex; card numbers masked.")
    int caisseAp(@Parameters(paramLabel = "HEX-OR-TEXT", arity = "1..*") List<String> words) {
        String text = String.join("", words);
        boolean hex = text.matches("(\\s*[0-9A-Fa-f]{2})+\\s*") && text.strip().startsWith("43");
        return print(List.of(CaisseExplainer.explain(hex ? Bytes.hex(text) : Bytes.ascii(text))));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "A nexo message in clear, or an envelope when the key is given; card numbers masked.")
    int nexo(
            @Parameters(paramLabel = "FILE-OR-JSON") String source,
            @Option(names = "--passphrase-file", description = "first line is the passphrase of the envelope")
                    java.nio.file.Path passphrase,
            @Option(names = "--key-identifier", defaultValue = "") String identifier,
            @Option(names = "--key-version", defaultValue = "1") int version) {
        try {
            boolean inline = source.stripLeading().startsWith("{");
            String text = inline ? source : java.nio.file.Files.readString(java.nio.file.Path.of(source));
            Optional<NexoKey> key = Optional.empty();
            if (passphrase != null) {
                String words = java.nio.file.Files.readAllLines(passphrase).get(0);
                key = Optional.of(NexoKey.derive(words, identifier, version));
            }
            return print(List.of(NexoExplainer.explain(text, key)));
        } catch (java.io.IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "cannot be read: " + e.getMessage());
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "All codes in each picture (PNG, JPEG, GIF, BMP, PGM); exit 1 when one has none or an invalid one.")
    int image(
            @Parameters(paramLabel = "FILE", arity = "1..*") java.util.List<Path> files,
            @Option(names = "--config", description = "file with the shop section that holds the measure rules")
                    Path config,
            @Option(names = "--upc-e", description = "believe UPC-E too: parts of other codes look like it")
                    boolean upcE) {
        CodeReader reader = new CodeReader(upcE);
        ScanReader meaning = reader(config, null, null);
        boolean all = true;
        for (Path file : files) {
            for (Map<String, Object> json : ScanExplainer.explainPicture(file, reader, meaning, LocalDateTime.now())) {
                all &= Boolean.TRUE.equals(json.get("valid"));
                spec.commandLine().getOut().println(JsonLine.of(json));
            }
        }
        return all ? 0 : 1;
    }

    static String withControls(String text) {
        Matcher matcher = CONTROL.matcher(text);
        return matcher.replaceAll(found -> {
            String name = found.group(1);
            char character =
                    name.startsWith("0x") ? (char) Integer.parseInt(name.substring(2), 16) : CONTROLS.get(name);
            return Matcher.quoteReplacement(String.valueOf(character));
        });
    }
}
