package org.samokasa.driver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.samokasa.driver.terminal.ZvtMask;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.escpos.EscPosExplainer;
import org.samokasa.protocol.explain.MagellanExplainer;
import org.samokasa.protocol.explain.ScaleExplainer;
import org.samokasa.protocol.explain.SsiExplainer;
import org.samokasa.protocol.zvt.ZvtExplainer;
import org.samokasa.transport.WireLog;
import org.samokasa.transport.WireMask;

/** What of a driver's wire may be seen, and what it means. */
public final class WireWords {
    /** Longer explanations do not help anybody who stands at a lane. */
    private static final int LENGTH_MAX = 160;

    private WireWords() {}

    /** Terminals show what can be masked message by message, or only how much went: never card data. */
    static Supplier<WireMask> mask(String kind, String driver, boolean serial) {
        if (!kind.equals("terminal")) {
            return () -> WireMask.PLAIN;
        }
        return driver.equals("zvt") && !serial ? ZvtMask::new : () -> WireMask.SIZES;
    }

    /** One short line; empty where the bytes are not kept whole or nobody knows their meaning. */
    public static Optional<String> meaning(String kind, String driver, WireLog.Entry entry) {
        if (entry.kept().size() < entry.size()) {
            return Optional.empty();
        }
        return explained(kind + " " + driver, driver, entry)
                .map(all -> all.stream().map(WireWords::line).collect(Collectors.joining("; ")))
                .map(text -> text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) + " .." : text);
    }

    private static Optional<List<Map<String, Object>>> explained(String name, String driver, WireLog.Entry entry) {
        Bytes bytes = entry.kept();
        if (name.startsWith("scale ") && ScaleExplainer.names().contains(driver)) {
            return Optional.of(ScaleExplainer.explain(driver, bytes));
        }
        return switch (name) {
            case "scale magellan", "scanner magellan" -> Optional.of(MagellanExplainer.explain(bytes));
            case "scanner ssi" -> Optional.of(SsiExplainer.explain(bytes));
            case "terminal zvt" -> Optional.of(ZvtExplainer.explain(bytes));
            case "printer escpos" -> entry.sent() ? Optional.of(EscPosExplainer.explain(bytes)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String line(Map<String, Object> message) {
        Object what = message.getOrDefault("what", message.getOrDefault("name", message.getOrDefault("command", "")));
        Object value = message.getOrDefault("value", message.getOrDefault("text", message.get("error")));
        return value == null ? String.valueOf(what) : what + ": " + value;
    }
}
