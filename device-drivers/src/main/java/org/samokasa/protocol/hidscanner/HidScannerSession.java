package org.samokasa.protocol.hidscanner;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.symbology.LabelText;
import org.samokasa.protocol.symbology.Symbology;

/** Joins the parts of long labels and keeps the reader on or off. */
public final class HidScannerSession {
    /** Parts come in consecutive intervals of the bus; so long without one, the rest is lost (sheet 2.3 and 7). */
    static final Duration PART_LIMIT = Duration.ofMillis(500);
    /** The longest symbol there is, a QR code of 7,089 digits. */
    static final int LABEL_BYTES_MAX = 7_089;

    /** What follows from what happened. */
    public sealed interface Step {
        record Send(Bytes bytes) implements Step {}

        record Label(String text) implements Step {}

        record Unreadable(String why) implements Step {}
    }

    private final Optional<Bytes> setUp;
    private HidScannerLayout layout = HidScannerLayout.of(Bytes.EMPTY);
    private final List<Bytes> waiting = new ArrayList<>();
    private boolean open;
    private boolean enabled = true;
    private HidScannerReport.Data pending;
    private Bytes collected = Bytes.EMPTY;
    private Instant giveUpAt = Instant.EPOCH;

    /** @param setUp a report to send each time the reader opens, empty for none (sheet 2.2: Honeywell wants FE 01) */
    public HidScannerSession(Bytes setUp) {
        this.setUp = setUp.isEmpty() ? Optional.empty() : Optional.of(setUp);
    }

    /** The reader is open and this is its report descriptor. */
    public void opened(Bytes descriptor) {
        layout = HidScannerLayout.of(descriptor);
        open = true;
        forget();
        waiting.clear();
        setUp.ifPresent(waiting::add);
        if (!enabled) {
            prevent();
        }
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

    /** Lets it read or stops it; no-op for readers that cannot be stopped. */
    public void enable(boolean newEnabled) {
        if (enabled != newEnabled) {
            enabled = newEnabled;
            prevent();
        }
    }

    private void prevent() {
        queue(HidScannerCodec.command(layout, HidScannerLayout.PREVENT_READ, !enabled, Optional.empty()));
    }

    public void beep() {
        queue(HidScannerCodec.command(layout, HidScannerLayout.GOOD_BEEP, true, stillPrevented()));
    }

    public void refuse() {
        queue(HidScannerCodec.command(layout, HidScannerLayout.NOT_ON_FILE_BEEP, true, stillPrevented())
                .or(() -> HidScannerCodec.command(layout, HidScannerLayout.ERROR_BEEP, true, stillPrevented())));
    }

    private Optional<Integer> stillPrevented() {
        return enabled ? Optional.empty() : Optional.of(HidScannerLayout.PREVENT_READ);
    }

    private void queue(Optional<Bytes> report) {
        if (open) {
            report.ifPresent(waiting::add);
        }
    }

    public List<Step> received(Bytes report, Instant now) {
        HidScannerReport said = HidScannerCodec.decode(layout, report);
        if (said instanceof HidScannerReport.Malformed malformed) {
            forget();
            return List.of(new Step.Unreadable(malformed.why()));
        }
        if (said instanceof HidScannerReport.Data data) {
            return data(data, now);
        }
        return List.of();
    }

    private List<Step> data(HidScannerReport.Data part, Instant now) {
        if (pending != null && (!continues(part) || !now.isBefore(giveUpAt))) {
            // Another label came instead of the rest, or too late to be it: the first one is lost, this one is whole.
            forget();
        }
        collected = collected.plus(part.data());
        if (collected.size() > LABEL_BYTES_MAX) {
            forget();
            return List.of(new Step.Unreadable("a label without end"));
        }
        if (part.more()) {
            pending = part;
            giveUpAt = now.plus(PART_LIMIT);
            return List.of();
        }
        String text = LabelText.of(collected);
        forget();
        return List.of(new Step.Label(
                part.aim().isEmpty() ? Symbology.ofHoneywell(part.vendorCode(), text) : part.aim() + text));
    }

    private boolean continues(HidScannerReport.Data part) {
        return part.aim().equals(pending.aim()) && part.vendorCode() == pending.vendorCode();
    }

    public List<Step> poll(Instant now) {
        List<Step> steps = new ArrayList<>();
        waiting.forEach(report -> steps.add(new Step.Send(report)));
        waiting.clear();
        if (pending != null && !now.isBefore(giveUpAt)) {
            forget();
            steps.add(new Step.Unreadable("the rest of a long label did not come"));
        }
        return steps;
    }

    public Optional<Instant> nextDue() {
        if (!waiting.isEmpty()) {
            return Optional.of(Instant.EPOCH);
        }
        return pending == null ? Optional.empty() : Optional.of(giveUpAt);
    }
}
