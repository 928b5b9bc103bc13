package org.samokasa.protocol.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.lanelight.LcusRelay;
import org.samokasa.protocol.lanelight.PatliteTower;
import org.samokasa.protocol.lanelight.UsbRelay;

/** What is said to lane lights and what they answer. */
public final class LightExplainer {
    private static final int LCUS_START = 0xA0;
    private static final int LCUS_BYTES = 4;
    private static final int ANSWER_BYTES = 3;

    /** What is between the wire and the lamps, as the drivers are called. */
    public enum Model {
        LCUS,
        PATLITE,
        USBRELAY
    }

    private LightExplainer() {}

    /** The model whose bytes these look like; a board of serial relays when they look like nothing. */
    public static Model modelOf(Bytes bytes) {
        if (bytes.isEmpty() || bytes.at(0) == LCUS_START) {
            return Model.LCUS;
        }
        if (UsbRelay.read(bytes).isPresent() || UsbRelay.state(bytes).isPresent()) {
            return Model.USBRELAY;
        }
        int first = bytes.at(0);
        return first == 'W' || first == 'A' || first == 'N' ? Model.PATLITE : Model.LCUS;
    }

    /** One map for each command or answer, at least one. Any bytes, never throws. */
    public static List<Map<String, Object>> explain(Model model, Bytes bytes) {
        if (bytes.isEmpty()) {
            return List.of(Explained.wrong("nothing", "no bytes"));
        }
        return switch (model) {
            case LCUS -> relays(bytes);
            case PATLITE -> tower(bytes);
            case USBRELAY -> List.of(report(bytes));
        };
    }

    private static List<Map<String, Object>> relays(Bytes bytes) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Bytes four : LcusRelay.cut(bytes)) {
            all.add(LcusRelay.read(four)
                    .map(command -> relay(command.channel(), command.on()))
                    .orElseGet(() -> Explained.wrong(
                            "no command", four + " has another start, state or sum; a board ignores it")));
        }
        if (bytes.size() % LCUS_BYTES != 0) {
            all.add(Explained.incomplete(bytes.size() % LCUS_BYTES));
        }
        return all;
    }

    private static Map<String, Object> relay(int channel, boolean on) {
        return Explained.fine(channel == 0 ? "all relays" : "relay " + channel, on ? "on" : "off");
    }

    private static List<Map<String, Object>> tower(Bytes bytes) {
        List<Map<String, Object>> all = new ArrayList<>();
        int at = 0;
        while (at < bytes.size()) {
            Bytes answer = bytes.slice(at, Math.min(bytes.size(), at + ANSWER_BYTES));
            if (bytes.at(at) == 'W' && at + 1 < bytes.size()) {
                all.add(lamps(bytes.at(at + 1)));
                at += 2;
            } else if (answer.equals(PatliteTower.answer(true)) || answer.equals(PatliteTower.answer(false))) {
                boolean taken = answer.equals(PatliteTower.answer(true));
                all.add(Explained.fine("answer", taken ? "taken" : "refused"));
                at += ANSWER_BYTES;
            } else if (bytes.size() - at < ANSWER_BYTES) {
                all.add(Explained.incomplete(bytes.size() - at));
                at = bytes.size();
            } else {
                all.add(Explained.wrong("noise", String.format("%02X begins nothing", bytes.at(at))));
                at++;
            }
        }
        return all;
    }

    private static Map<String, Object> lamps(int octet) {
        PatliteTower.Lamp[] lamps = PatliteTower.read(octet);
        Map<String, Object> map = Explained.fine("lamps", null);
        String[] colours = {"green", "yellow", "red"};
        for (int i = 0; i < colours.length; i++) {
            map.put(colours[i], lamps[i].name().toLowerCase(Locale.ROOT));
        }
        return map;
    }

    private static Map<String, Object> report(Bytes report) {
        Optional<UsbRelay.Command> command = UsbRelay.read(report);
        if (command.isPresent()) {
            return relay(command.get().channel(), command.get().on());
        }
        return UsbRelay.state(report)
                .map(LightExplainer::state)
                .orElseGet(
                        () -> Explained.wrong("no relay report", report.size() + " bytes, neither command nor state"));
    }

    private static Map<String, Object> state(UsbRelay.State state) {
        List<Integer> on = new ArrayList<>();
        for (int channel = 1; channel <= UsbRelay.RELAYS_MAX; channel++) {
            if (state.isOn(channel)) {
                on.add(channel);
            }
        }
        Map<String, Object> map = Explained.fine("relays that are on", on);
        map.put("serial", state.serial());
        return map;
    }
}
