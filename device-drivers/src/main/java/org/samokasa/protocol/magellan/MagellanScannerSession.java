package org.samokasa.protocol.magellan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scannertext.ScannerTextCodec.Decoded;

/**
 * The scanner's half of the cable: labels as they come, beeps with their pauses. The cable has no word for "stop reading", so
 * labels that arrive while nobody wants any are thrown away.
 */
public final class MagellanScannerSession {
    /** Sheet scanner-serial, section 7. */
    static final Duration BEEP_PAUSE = Duration.ofMillis(150);
    /** Sheet scanner-serial, section 1: silence after which half a message is thrown away. */
    static final Duration GAP = Duration.ofMillis(200);
    /** Two beeps for "not taken"; more than a few waiting would be yesterday's. */
    static final int BEEPS_WAITING_MAX = 4;
    /** Sheet scanner-serial, section 1, rule 4. */
    static final int GARBLED_IN_A_ROW = 3;

    /** What follows from what happened. */
    public sealed interface Step {
        record Send(Bytes bytes) implements Step {}

        record Label(String text) implements Step {}

        record Unreadable(String why) implements Step {}

        /** The line settings look wrong, told once until {@link SettingsFine}. */
        record SettingsDoubtful(String why) implements Step {}

        record SettingsFine() implements Step {}
    }

    private final MagellanForm form;
    private MagellanFramer framer;
    private Instant lastByteAt = Instant.EPOCH;
    private Instant beepFreeAt = Instant.EPOCH;
    private boolean open;
    private boolean enabled = true;
    private int beeps;
    private int garbled;
    private boolean doubtful;

    public MagellanScannerSession(MagellanForm form) {
        this.form = form;
        this.framer = new MagellanFramer(form);
    }

    public void opened() {
        open = true;
        beeps = 0;
        framer = new MagellanFramer(form);
    }

    public void lost() {
        open = false;
        beeps = 0;
        framer = new MagellanFramer(form);
    }

    public void enable(boolean newEnabled) {
        enabled = newEnabled;
    }

    /** @param times one for "taken", two for "not taken" */
    public void beep(int times) {
        if (open) {
            beeps = Math.min(BEEPS_WAITING_MAX, beeps + times);
        }
    }

    public List<Step> received(Bytes bytes, Instant now) {
        List<Step> steps = new ArrayList<>(poll(now));
        lastByteAt = now;
        for (MagellanFrame frame : framer.feed(bytes)) {
            if (frame instanceof MagellanFrame.Noise noise) {
                countGarbled("no message: " + noise.bytes(), steps);
            } else if (frame instanceof MagellanFrame.Message message) {
                take(message, steps);
            }
        }
        return steps;
    }

    private void take(MagellanFrame.Message message, List<Step> steps) {
        if (!message.code().equals(MagellanCodec.LABEL)) {
            fine(steps);
            return;
        }
        Decoded decoded = MagellanLabels.decode(message.data());
        if (decoded instanceof Decoded.Garbled bad) {
            steps.add(new Step.Unreadable(bad.why()));
            countGarbled(bad.why(), steps);
        } else if (decoded instanceof Decoded.Label label) {
            fine(steps);
            if (enabled) {
                steps.add(new Step.Label(label.text()));
            }
        }
    }

    private void fine(List<Step> steps) {
        garbled = 0;
        if (doubtful) {
            doubtful = false;
            steps.add(new Step.SettingsFine());
        }
    }

    private void countGarbled(String why, List<Step> steps) {
        garbled++;
        if (garbled >= GARBLED_IN_A_ROW && !doubtful) {
            doubtful = true;
            steps.add(new Step.SettingsDoubtful(
                    garbled + " garbled messages in a row, check speed, data bits and parity: " + why));
        }
    }

    public List<Step> poll(Instant now) {
        List<Step> steps = new ArrayList<>();
        if (framer.isHalfWay() && !now.isBefore(lastByteAt.plus(GAP))) {
            boolean label = framer.isInLabel();
            Bytes half = framer.discard();
            if (label) {
                steps.add(new Step.Unreadable("the label stopped after " + half.size() + " bytes"));
            }
        }
        if (open && beeps > 0 && !now.isBefore(beepFreeAt)) {
            beeps--;
            beepFreeAt = now.plus(BEEP_PAUSE);
            steps.add(new Step.Send(form.wrap(MagellanCodec.BEEP)));
        }
        return steps;
    }

    public Optional<Instant> nextDue() {
        Optional<Instant> gap = framer.isHalfWay() ? Optional.of(lastByteAt.plus(GAP)) : Optional.empty();
        if (!open || beeps == 0) {
            return gap;
        }
        return gap.filter(at -> at.isBefore(beepFreeAt)).or(() -> Optional.of(beepFreeAt));
    }
}
