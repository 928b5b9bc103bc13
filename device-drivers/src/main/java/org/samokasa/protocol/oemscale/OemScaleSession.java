package org.samokasa.protocol.oemscale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/** Asks for three status bytes first, then for the weight again and again. */
public final class OemScaleSession {
    /** Asked again in 200 ms while it moves (sheet, frames). */
    static final Duration PAUSE_WATCHED = Duration.ofMillis(200);

    static final Duration PAUSE_IDLE = Duration.ofMillis(1_500);
    /** The makers' own limit for status and weight. */
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(1);

    static final Duration DEAD_AFTER = Duration.ofSeconds(5);

    /** What follows from what happened. */
    public sealed interface Step {
        record Send(Bytes bytes) implements Step {}

        record Answered(OemScaleAnswer answer) implements Step {}

        record NoAnswer() implements Step {}

        /** Nothing valid for {@link #DEAD_AFTER}; repeated each time so much passes again. @param rubbish what came */
        record Dead(String rubbish) implements Step {}
    }

    private boolean open;
    private boolean watched;
    private boolean zeroWished;
    private boolean extendedWanted;
    private boolean asking;
    private Instant askAt = Instant.EPOCH;
    private Instant askedAt = Instant.EPOCH;
    private Instant heardAt = Instant.EPOCH;
    private String rubbish = "";

    public void opened(Instant now) {
        open = true;
        extendedWanted = true;
        zeroWished = false;
        asking = false;
        askAt = now;
        heardAt = now;
        rubbish = "";
    }

    public void lost() {
        open = false;
        zeroWished = false;
    }

    public void watch(boolean closely, Instant now) {
        if (closely && !watched && !asking) {
            askAt = now;
        }
        watched = closely;
    }

    /** Asks the scale to take its load as zero; not repeated, the load may have changed. */
    public void zero(Instant now) {
        zeroWished = open;
        if (!asking) {
            askAt = now;
        }
    }

    public List<Step> received(Bytes report, Instant now) {
        OemScaleAnswer answer = OemScaleCodec.decode(report);
        if (answer instanceof OemScaleAnswer.Malformed malformed) {
            rubbish = malformed.why();
            return List.of();
        }
        heardAt = now;
        rubbish = "";
        asking = false;
        askAt = now.plus(watched ? PAUSE_WATCHED : PAUSE_IDLE);
        if (!OemScaleCodec.isExtended(report)) {
            extendedWanted = true;
        }
        return List.of(new Step.Answered(answer));
    }

    public List<Step> poll(Instant now) {
        List<Step> steps = new ArrayList<>();
        if (!open) {
            return steps;
        }
        if (asking && !now.isBefore(askedAt.plus(ANSWER_LIMIT))) {
            asking = false;
            askAt = now;
            steps.add(new Step.NoAnswer());
        }
        if (!now.isBefore(heardAt.plus(DEAD_AFTER))) {
            heardAt = now;
            steps.add(new Step.Dead(rubbish));
        }
        if (!asking && !now.isBefore(askAt)) {
            ask(now, steps);
        }
        return steps;
    }

    private void ask(Instant now, List<Step> steps) {
        if (extendedWanted) {
            extendedWanted = false;
            steps.add(new Step.Send(OemScaleCodec.command(OemScaleCodec.EXTENDED_STATUS)));
        }
        if (zeroWished) {
            zeroWished = false;
            steps.add(new Step.Send(OemScaleCodec.command(OemScaleCodec.ZERO)));
        }
        steps.add(new Step.Send(OemScaleCodec.command(OemScaleCodec.WEIGH_METRIC)));
        asking = true;
        askedAt = now;
    }

    public Optional<Instant> nextDue() {
        if (!open) {
            return Optional.empty();
        }
        Instant next = asking ? askedAt.plus(ANSWER_LIMIT) : askAt;
        Instant dead = heardAt.plus(DEAD_AFTER);
        return Optional.of(next.isBefore(dead) ? next : dead);
    }
}
