package org.samokasa.sim.app;

import com.typesafe.config.Config;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.samokasa.protocol.zvt.ZvtExplainer;

/** Puts what passes on one machine's wire into a line that a person reads at a glance. */
@FunctionalInterface
interface WireWords {
    /** Messages of one chunk that are told; more are counted. */
    int MESSAGES_MAX = 3;
    /** A line longer than this is no glance any more. */
    int LETTERS_MAX = 160;

    Set<String> NOT_IN_A_LINE = Set.of(
            "what",
            "name",
            "message",
            "value",
            "valid",
            "error",
            "bytes",
            "length",
            "command",
            "serial",
            "body",
            "header",
            "fields",
            "names",
            "bmp",
            "tlv",
            "events",
            "password");

    /**
     * @param text the meaning
     * @param whole false while the rest of a message is on its way
     * @param sound false for bytes that mean nothing
     */
    record Said(String text, boolean whole, boolean sound) {}

    Said say(boolean fromShop, Bytes bytes);

    /** By kind and protocol of a machine's part of the configuration; plain text where there is nothing to explain. */
    static WireWords of(Config machine) {
        String kind = machine.getString("kind");
        return switch (kind) {
            case "scale" -> scale(text(machine, "protocol", "8217"));
            case "scanner" ->
                text(machine, "protocol", "text").equals("ssi")
                        ? (fromShop, bytes) -> said(SsiExplainer.explain(bytes))
                        : WireWords::plain;
            case "magellan" -> (fromShop, bytes) -> said(MagellanExplainer.explain(bytes));
            case "zvt-terminal" -> (fromShop, bytes) -> said(ZvtExplainer.explain(bytes));
            case "caisse-ap-terminal" -> (fromShop, bytes) -> said(List.of(CaisseExplainer.explain(bytes)));
            case "nexo-terminal" -> nexo(machine);
            case "printer" ->
                (fromShop, bytes) -> fromShop ? said(EscPosExplainer.explain(bytes)) : PrinterWords.say(bytes);
            case "light" -> light(text(machine, "model", "lcus"));
            case "usb-hid-scanner" -> hid(HidExplainer.Machine.SCANNER);
            case "usb-hid-scale" -> hid(HidExplainer.Machine.SCALE);
            default -> WireWords::plain;
        };
    }

    private static String text(Config machine, String key, String absent) {
        return machine.hasPath(key) ? machine.getString(key) : absent;
    }

    private static WireWords scale(String protocol) {
        String name = protocol.equals("nci-scp01") ? "nci" : protocol;
        return ScaleExplainer.names().contains(name)
                ? (fromShop, bytes) -> said(ScaleExplainer.explain(name, bytes))
                : WireWords::plain;
    }

    private static WireWords light(String model) {
        for (LightExplainer.Model known : LightExplainer.Model.values()) {
            if (known.name().equalsIgnoreCase(model)) {
                return (fromShop, bytes) -> said(LightExplainer.explain(known, bytes));
            }
        }
        return WireWords::plain;
    }

    private static WireWords hid(HidExplainer.Machine machine) {
        return (fromShop, bytes) -> said(List.of(
                fromShop
                        ? HidExplainer.sent(machine, Bytes.EMPTY, bytes)
                        : HidExplainer.received(machine, Bytes.EMPTY, bytes)));
    }

    /** The simulator knows the key, so what is encrypted on the wire can be read here. */
    private static WireWords nexo(Config machine) {
        NexoKey key = NexoKey.derive(
                machine.getString("passphrase"),
                machine.getString("keyIdentifier"),
                machine.hasPath("keyVersion") ? machine.getInt("keyVersion") : 1);
        return (fromShop, bytes) -> {
            String text = bytes.toText(StandardCharsets.UTF_8);
            int json = text.indexOf('{');
            return json < 0
                    ? plain(fromShop, bytes)
                    : said(List.of(NexoExplainer.explain(text.substring(json), Optional.of(key))));
        };
    }

    private static Said plain(boolean fromShop, Bytes bytes) {
        String text = bytes.toText(StandardCharsets.ISO_8859_1).strip().replaceAll("[^\\x20-\\x7E]", "·");
        return new Said(cut("“" + text + "”"), true, true);
    }

    private static Said said(List<Map<String, Object>> messages) {
        List<String> lines = new ArrayList<>();
        boolean whole = true;
        boolean sound = true;
        for (Map<String, Object> message : messages) {
            String error = String.valueOf(message.getOrDefault("error", ""));
            boolean unfinished = error.startsWith("incomplete") || error.contains("not finished");
            whole &= !unfinished;
            sound &= Boolean.TRUE.equals(message.get("valid")) || unfinished;
            if (lines.size() < MESSAGES_MAX) {
                lines.add(unfinished ? "…" : line(message));
            }
        }
        int more = messages.size() - lines.size();
        return new Said(cut(String.join("  ·  ", lines) + (more > 0 ? "  ·  " + more + " more" : "")), whole, sound);
    }

    private static String cut(String text) {
        return text.length() <= LETTERS_MAX ? text : text.substring(0, LETTERS_MAX) + " …";
    }

    private static String line(Map<String, Object> message) {
        StringBuilder line = new StringBuilder();
        for (String key : List.of("what", "name", "message", "value")) {
            if (message.get(key) != null) {
                line.append(line.isEmpty() ? "" : " ").append(message.get(key));
            }
        }
        message.forEach((key, value) -> {
            Object shown = value instanceof Map<?, ?> map ? map.get("meaning") : value;
            if (!NOT_IN_A_LINE.contains(key) && shown != null && !shown.equals("")) {
                line.append(", ").append(key.equals("text") ? "“" + shown + "”" : key + " " + shown);
            }
        });
        if (message.get("error") != null) {
            line.append(line.isEmpty() ? "" : ": ").append(message.get("error"));
        }
        return line.toString();
    }
}
