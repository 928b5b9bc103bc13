package org.samokasa.protocol.scannertext;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scannertext.HostCommands.Wish;
import org.samokasa.protocol.scannertext.ScannerTextCodec.Decoded;
import org.samokasa.protocol.scannertext.ScannerTextFramer.Frame;

/** The talk with one reader: when a half message is over, when the line settings look wrong, when a command may go out. */
public final class ScannerTextSession {
    /** So many garbled messages in a row mean wrong line settings (sheet section 1, rule 4). */
    static final int GARBLED_IN_A_ROW = 3;
    /** Pause between commands (sheet section 6, timing). */
    static final Duration COMMAND_PAUSE = Duration.ofMillis(100);
    /** Commands that may wait; a reader that is not there must not collect an evening's beeps. */
    static final int COMMANDS_WAITING_MAX = 8;

    /** What follows from what happened. */
    public sealed interface Step {
        record Send(Bytes bytes) implements Step {}

        record Label(String text) implements Step {}

        record Unreadable(String why) implements Step {}

        /** The line settings look wrong, told once until {@link SettingsFine}. */
        record SettingsDoubtful(String why) implements Step {}

        record SettingsFine() implements Step {}
    }

    private final ScannerTextSettings settings;
    private final ScannerTextFramer framer;
    private final Deque<Bytes> commands = new ArrayDeque<>();
    private Instant lastByteAt = Instant.EPOCH;
    private Instant commandFreeAt = Instant.EPOCH;
    private boolean open;
    private boolean enabled = true;
    private boolean everDisabled;
    private int garbled;
    private boolean doubtful;

    public ScannerTextSession(ScannerTextSettings settings) {
        this.settings = settings;
        this.framer = new ScannerTextFramer(settings);
    }

    /** The line is open: the reader gets to know again what was wished last. */
    public void opened() {
        open = true;
        framer.discard();
        commands.clear();
        if (everDisabled) {
            wish(enabled ? Wish.ENABLE : Wish.DISABLE);
        }
    }

    public void lost() {
        open = false;
        framer.discard();
        commands.clear();
    }

    /** Kept and repeated after a reconnect. */
    public void enable(boolean newEnabled) {
        everDisabled |= !newEnabled;
        if (enabled != newEnabled) {
            enabled = newEnabled;
            wish(enabled ? Wish.ENABLE : Wish.DISABLE);
        }
    }

    /** False when this reader takes no commands, or none for a beep. */
    public boolean canBeep() {
        return settings.commands().bytes(Wish.BEEP).isPresent();
    }

    public void beep() {
        wish(Wish.BEEP);
    }

    /** Small models stop reading after this signal, so they are enabled again when reading is wished. */
    public void refuse() {
        wish(Wish.NOT_ON_FILE);
        if (enabled) {
            wish(Wish.ENABLE);
        }
    }

    private void wish(Wish wish) {
        if (open && commands.size() < COMMANDS_WAITING_MAX) {
            settings.commands().bytes(wish).ifPresent(commands::add);
        }
    }

    public List<Step> received(Bytes bytes, Instant now) {
        List<Step> steps = new ArrayList<>(poll(now));
        lastByteAt = now;
        for (Frame frame : framer.feed(bytes)) {
            if (frame instanceof Frame.Message message) {
                judge(message.payload(), steps);
            } else if (frame instanceof Frame.Refused refused) {
                steps.add(new Step.Unreadable(refused.why()));
            }
        }
        return steps;
    }

    private void judge(Bytes payload, List<Step> steps) {
        Decoded decoded = ScannerTextCodec.decode(payload);
        if (decoded instanceof Decoded.Garbled bad) {
            steps.add(new Step.Unreadable(bad.why()));
            countGarbled(bad.why(), steps);
        } else if (decoded instanceof Decoded.Label label) {
            garbled = 0;
            if (doubtful) {
                doubtful = false;
                steps.add(new Step.SettingsFine());
            }
            steps.add(new Step.Label(label.text()));
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
        if (framer.isHalfWay() && !now.isBefore(lastByteAt.plus(settings.gap()))) {
            // With the wrong parity not even the terminator is recognised: such a half message counts as garbled.
            Bytes half = framer.discard();
            steps.add(new Step.Unreadable("the message stopped after " + half.size() + " bytes"));
            if (ScannerTextCodec.decode(half) instanceof Decoded.Garbled bad) {
                countGarbled(bad.why(), steps);
            }
        }
        if (open && !commands.isEmpty() && !now.isBefore(commandFreeAt)) {
            steps.add(new Step.Send(commands.remove()));
            commandFreeAt = now.plus(COMMAND_PAUSE);
        }
        return steps;
    }

    public Optional<Instant> nextDue() {
        Optional<Instant> gap = framer.isHalfWay() ? Optional.of(lastByteAt.plus(settings.gap())) : Optional.empty();
        if (!open || commands.isEmpty()) {
            return gap;
        }
        return gap.filter(at -> at.isBefore(commandFreeAt)).or(() -> Optional.of(commandFreeAt));
    }
}
