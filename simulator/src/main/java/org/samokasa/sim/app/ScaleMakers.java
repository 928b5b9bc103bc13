package org.samokasa.sim.app;

import com.typesafe.config.Config;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.samokasa.protocol.magellan.MagellanForm;
import org.samokasa.protocol.scaledialog.DialogKey;
import org.samokasa.protocol.scalenci.NciCodec.Variant;
import org.samokasa.sim.device.BothOperators;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.magellan.MagellanMachine;
import org.samokasa.sim.device.scale.Instrument;
import org.samokasa.sim.device.scale.LoadCell;
import org.samokasa.sim.device.scale.ScaleMachine;
import org.samokasa.sim.device.scale.ScaleOperator;
import org.samokasa.sim.device.scale.ScaleTalk;
import org.samokasa.sim.device.scale.Talk8217;
import org.samokasa.sim.device.scale.TalkAdam;
import org.samokasa.sim.device.scale.TalkCas;
import org.samokasa.sim.device.scale.TalkCasStream;
import org.samokasa.sim.device.scale.TalkDialog;
import org.samokasa.sim.device.scale.TalkEpelsa;
import org.samokasa.sim.device.scale.TalkNci;
import org.samokasa.sim.device.scale.TalkSma;
import org.samokasa.sim.device.scanner.ScannerOperator;
import org.samokasa.sim.shelf.Shelf;

/** Makes everything that weighs: one instrument, and the words of a make. */
final class ScaleMakers {
    /** Noise of a load cell: well below half of the smallest interval. */
    private static final long NOISE_MILLIGRAMS = 300;

    private ScaleMakers() {}

    static MachineUnit scale(String name, Config settings, Shelf shelf, long seed) {
        ScaleMachine machine = new ScaleMachine(name, instrument(settings, seed), talk(settings, seed));
        return MachineUnit.of("scale", machine, new ScaleOperator(machine));
    }

    /** One machine with two operators: {@code scan} means its reader, {@code put NAME} its platter. */
    static MachineUnit magellan(String name, Config settings, Shelf shelf, long seed) {
        String form = text(settings, "form", "s");
        MagellanMachine machine = new MagellanMachine(name, instrument(settings, seed), form(form));
        return MachineUnit.of(
                "magellan",
                machine,
                new BothOperators(new ScannerOperator(machine, shelf::code), new ScaleOperator(machine)));
    }

    private static MagellanForm form(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "s" -> MagellanForm.S;
            case "stx" -> MagellanForm.STX;
            default -> throw new IllegalArgumentException("form is s or stx, not '" + word + "'");
        };
    }

    static Instrument instrument(Config settings, long seed) {
        LoadCell cell = new LoadCell(NOISE_MILLIGRAMS, new Random(seed))
                .drifting(number(settings, "driftGramsPerHour", 0) * 1_000L)
                .sticky(number(settings, "stickyGrams", 0) * 1_000L);
        Instrument instrument =
                new Instrument(cell, number(settings, "intervalGrams", 5), number(settings, "capacityGrams", 15_000));
        int atStart = number(settings, "loadAtStartGrams", 0);
        if (atStart > 0) {
            instrument.switchOnWith(atStart, Instant.EPOCH);
        }
        return instrument;
    }

    private static ScaleTalk talk(Config settings, long seed) {
        String protocol = text(settings, "protocol", "8217");
        return switch (protocol) {
            case "8217" -> new Talk8217();
            case "nci" -> new TalkNci(Variant.ECR);
            case "nci-scp01" -> new TalkNci(Variant.SCP01);
            case "dialog06" -> new TalkDialog(key(settings), new Random(seed));
            case "cas" -> new TalkCas();
            case "cas-stream" -> new TalkCasStream();
            case "sma" -> new TalkSma();
            case "epelsa" -> new TalkEpelsa();
            case "adam" -> new TalkAdam();
            // driver new scale: above this line
            default ->
                throw new IllegalArgumentException(
                        "no scale speaks '" + protocol + "'; docs/simulator.md lists the protocols");
        };
    }

    /** Invented keys: {@code key = "1234 ABCD"}. */
    private static Optional<DialogKey> key(Config settings) {
        return settings.hasPath("key") ? Optional.of(DialogKey.parse(settings.getString("key"))) : Optional.empty();
    }

    private static String text(Config settings, String key, String absent) {
        return settings.hasPath(key) ? settings.getString(key) : absent;
    }

    private static int number(Config settings, String key, int absent) {
        return settings.hasPath(key) ? settings.getInt(key) : absent;
    }
}
