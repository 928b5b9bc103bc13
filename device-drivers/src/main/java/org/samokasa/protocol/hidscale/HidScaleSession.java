package org.samokasa.protocol.hidscale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/** Listens to a scale that reports by itself; knows stale reports and silence. */
public final class HidScaleSession {
    /** No report for so long: the scale is off or hangs (sheet 2.1). */
    static final Duration SILENCE_LIMIT = Duration.ofSeconds(10);

    /** What follows from what happened. */
    public sealed interface Step {
        record Send(Bytes bytes) implements Step {}

        record Read(HidScaleReading reading) implements Step {}

        /** Nothing valid for {@link #SILENCE_LIMIT}. @param rubbish what came instead, empty when nothing did */
        record Silent(String rubbish) implements Step {}
    }

    private HidScaleLayout layout = HidScaleLayout.of(Bytes.EMPTY);
    private boolean open;
    private boolean stale;
    private boolean zeroWished;
    private int unit;
    private String rubbish = "";
    private Instant heardAt = Instant.EPOCH;

    /** The scale is open and this is its report descriptor. */
    public void opened(Bytes descriptor, Instant now) {
        layout = HidScaleLayout.of(descriptor);
        open = true;
        stale = true;
        zeroWished = false;
        unit = 0;
        rubbish = "";
        heardAt = now;
    }

    public void lost() {
        open = false;
        zeroWished = false;
    }

    /** Asks the scale to take its load as zero; not repeated, the load may have changed. */
    public void zero() {
        zeroWished = open;
    }

    public List<Step> received(Bytes report, Instant now) {
        HidScaleReading reading = HidScaleCodec.decode(layout, report);
        if (reading instanceof HidScaleReading.Nothing) {
            return List.of();
        }
        if (reading instanceof HidScaleReading.Malformed malformed) {
            rubbish = malformed.why();
            return List.of();
        }
        heardAt = now;
        rubbish = "";
        if (stale) {
            // The first report after opening may be as old as the last time somebody listened (sheet 2.1).
            stale = false;
            return List.of();
        }
        if (reading instanceof HidScaleReading.Stable stable) {
            boolean changed = unit != 0 && unit != stable.unit();
            unit = stable.unit();
            if (changed) {
                // Somebody pressed the unit button in the middle of a weighing: it starts again.
                return List.of(new Step.Read(new HidScaleReading.Moving()));
            }
        }
        return List.of(new Step.Read(reading));
    }

    public List<Step> poll(Instant now) {
        List<Step> steps = new ArrayList<>();
        if (!open) {
            return steps;
        }
        if (zeroWished) {
            zeroWished = false;
            layout.zero().ifPresent(report -> steps.add(new Step.Send(report)));
        }
        if (!now.isBefore(heardAt.plus(SILENCE_LIMIT))) {
            heardAt = now;
            steps.add(new Step.Silent(rubbish));
        }
        return steps;
    }

    public Optional<Instant> nextDue() {
        if (!open) {
            return Optional.empty();
        }
        return Optional.of(zeroWished ? Instant.EPOCH : heardAt.plus(SILENCE_LIMIT));
    }
}
