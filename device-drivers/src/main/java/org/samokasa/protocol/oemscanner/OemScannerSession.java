package org.samokasa.protocol.oemscanner;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.symbology.LabelText;
import org.samokasa.protocol.symbology.Symbology;

/** Enables the reader after every attach, asks how it is while nobody scans, joins the blocks of long labels. */
public final class OemScannerSession {
    /** Status answer within 1 s; asked every 2 s when no label came (sheet 4.5, timing). */
    static final Duration STATUS_LIMIT = Duration.ofSeconds(1);

    static final Duration STATUS_PAUSE = Duration.ofSeconds(2);
    /** Three questions without any answer. */
    static final Duration DEAD_AFTER = Duration.ofSeconds(6);
    /** Time-out between two blocks, as for HID POS readers (sheet 2.3). */
    static final Duration BLOCK_LIMIT = Duration.ofMillis(500);
    /** The longest symbol there is, a QR code of 7,089 digits. */
    static final int LABEL_BYTES_MAX = 7_089;

    /** What follows from what happened. */
    public sealed interface Step {
        record Send(Bytes bytes) implements Step {}

        record Label(String text) implements Step {}

        record Unreadable(String why) implements Step {}

        /** It answers and is as we want it. */
        record Ready() implements Step {}

        record NotReady() implements Step {}

        record HardwareError() implements Step {}

        /** Nothing at all came for {@link #DEAD_AFTER}; repeated each time so much passes again. */
        record Dead() implements Step {}
    }

    private final Deque<Bytes> waiting = new ArrayDeque<>();
    private boolean open;
    private boolean enabled = true;
    private OemReport.Label pending;
    private Bytes collected = Bytes.EMPTY;
    private Instant giveUpAt = Instant.EPOCH;
    private Instant askAt = Instant.EPOCH;
    private Instant heardAt = Instant.EPOCH;

    public void opened(Instant now) {
        open = true;
        heardAt = now;
        askAt = now.plus(STATUS_LIMIT);
        forget();
        waiting.clear();
        waiting.add(wanted());
    }

    public void lost() {
        open = false;
        waiting.clear();
        forget();
    }

    private void forget() {
        pending = null;
        collected = Bytes.EMPTY;
    }

    private Bytes wanted() {
        return OemScannerCodec.command(enabled ? OemScannerCodec.ENABLE : OemScannerCodec.DISABLE);
    }

    public void enable(boolean newEnabled) {
        if (enabled != newEnabled) {
            enabled = newEnabled;
            queue(wanted());
        }
    }

    public void beep() {
        queue(OemScannerCodec.command(OemScannerCodec.DIRECT, 0, OemScannerCodec.GOOD_BEEP));
    }

    public void refuse() {
        queue(OemScannerCodec.command(OemScannerCodec.DIRECT, 0, OemScannerCodec.NOT_ON_FILE));
    }

    private void queue(Bytes command) {
        if (open) {
            waiting.add(command);
        }
    }

    public List<Step> received(Bytes bytes, Instant now) {
        OemReport report = OemScannerCodec.decode(bytes);
        if (report instanceof OemReport.Malformed malformed) {
            forget();
            return List.of(new Step.Unreadable(malformed.why()));
        }
        heardAt = now;
        askAt = now.plus(STATUS_PAUSE);
        List<Step> steps = new ArrayList<>();
        if (report instanceof OemReport.Alone alone) {
            status(alone.status(), steps);
        } else if (report instanceof OemReport.Label label) {
            label(label, now, steps);
        }
        return steps;
    }

    private void status(OemReport.Status status, List<Step> steps) {
        if (status.hardwareError()) {
            steps.add(new Step.HardwareError());
            return;
        }
        steps.add(status.notReady() ? new Step.NotReady() : new Step.Ready());
        // Asked again with the next status, not at once: a reader that refuses would be shouted at.
        if (status.enabled() != enabled && waiting.isEmpty() && !status.rejected()) {
            waiting.add(wanted());
        }
    }

    private void label(OemReport.Label label, Instant now, List<Step> steps) {
        steps.add(new Step.Ready());
        if (label.status().labelError()) {
            forget();
            steps.add(new Step.Unreadable("the reader found an error in the label"));
            return;
        }
        if (pending != null && (pending.code() != label.code() || label.brief() || !now.isBefore(giveUpAt))) {
            // Another label came instead of the rest: the first one is lost, this one is whole.
            forget();
        }
        collected = collected.plus(label.data());
        if (collected.size() > LABEL_BYTES_MAX) {
            forget();
            steps.add(new Step.Unreadable("a label without end"));
            return;
        }
        if (!label.last()) {
            pending = label;
            giveUpAt = now.plus(BLOCK_LIMIT);
            return;
        }
        String text = LabelText.of(collected);
        forget();
        steps.add(new Step.Label(
                label.brief() ? Symbology.ofOemShort(label.code(), text) : Symbology.ofOemLong(label.code(), text)));
    }

    public List<Step> poll(Instant now) {
        List<Step> steps = new ArrayList<>();
        if (pending != null && !now.isBefore(giveUpAt)) {
            forget();
            steps.add(new Step.Unreadable("the rest of a long label did not come"));
        }
        if (!open) {
            return steps;
        }
        if (!now.isBefore(heardAt.plus(DEAD_AFTER))) {
            heardAt = now;
            steps.add(new Step.Dead());
        }
        // Between the blocks of a label nothing is said to the reader (sheet 4.5, traps).
        if (pending == null) {
            if (waiting.isEmpty() && !now.isBefore(askAt)) {
                waiting.add(OemScannerCodec.command(0, OemScannerCodec.ASK_STATUS));
                askAt = now.plus(STATUS_PAUSE);
            }
            waiting.forEach(command -> steps.add(new Step.Send(command)));
            waiting.clear();
        }
        return steps;
    }

    public Optional<Instant> nextDue() {
        if (pending != null) {
            return Optional.of(giveUpAt);
        }
        if (!open) {
            return Optional.empty();
        }
        Instant dead = heardAt.plus(DEAD_AFTER);
        Instant ask = waiting.isEmpty() ? askAt : Instant.EPOCH;
        return Optional.of(ask.isBefore(dead) ? ask : dead);
    }
}
