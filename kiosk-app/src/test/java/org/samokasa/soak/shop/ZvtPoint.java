package org.samokasa.soak.shop;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.DeviceName;
import org.samokasa.driver.terminal.ZvtTerminal;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.protocol.zvt.ZvtOptions;
import org.samokasa.sim.device.terminal.Outcome;
import org.samokasa.sim.device.terminal.Quirk;
import org.samokasa.sim.device.terminal.Turnover;
import org.samokasa.sim.device.terminal.ZvtTerminalMachine;
import org.samokasa.sim.device.terminal.ZvtTerminalOperator;
import org.samokasa.sim.device.terminal.ZvtTerminalOptions;
import org.samokasa.sim.device.terminal.ZvtTerminalOptions.Commit;
import org.samokasa.soak.check.JournalBooks;
import org.samokasa.transport.ByteLink;

/** A card terminal that speaks ZVT. */
final class ZvtPoint extends CardPoint {
    private static final int DO_NOT_HONOUR = 5;
    private static final int BUSY = 0x9C;
    private static final int HANGS_UP_WITHIN = 24;

    /**
     * Ways of terminals that a lane must live with. Left out are those that lose the truth for everybody (a terminal that
     * can be asked nothing) and those against which only its replacement helps.
     */
    private static final List<Quirk> QUIRKS = List.of(
            Quirk.MISSING_OK,
            Quirk.DOUBLE_OK,
            Quirk.UNKNOWN_BITMAP_IN_FRONT,
            Quirk.UNKNOWN_BITMAP_AT_END,
            Quirk.LONG_LENGTHS,
            Quirk.TORN_MESSAGES,
            Quirk.RECEIPTS_BEFORE_RESULT,
            Quirk.NO_END_AFTER_DECLINE,
            Quirk.NO_RESULT_BEFORE_ABORT,
            Quirk.NO_RESULT_AT_ALL,
            Quirk.SIGNATURE,
            Quirk.CLEAR_CARD_NUMBER,
            Quirk.ABORT_REFUSED,
            Quirk.ABORT_IGNORED,
            Quirk.ABORT_WITHOUT_EFFECT,
            Quirk.FINISHES_ALONE,
            Quirk.SILENT,
            Quirk.HANGS_UP_WHEN_DONE,
            Quirk.FORGETS_REGISTRATION,
            Quirk.AUTO_REVERSAL_IS_A_TRANSACTION);

    private final ZvtTerminalMachine terminal;

    ZvtPoint(Commit commit) {
        this(new ZvtTerminalMachine(ZvtTerminalOptions.DEFAULT
                .withCurrency(SoakGoods.CURRENCY)
                .withZone(LaneStation.ZONE)
                .withCommit(commit)));
    }

    private ZvtPoint(ZvtTerminalMachine terminal) {
        super("zvt-terminal", terminal, new ZvtTerminalOperator(terminal), () -> journal(terminal));
        this.terminal = terminal;
    }

    private static List<JournalBooks.Taken> journal(ZvtTerminalMachine terminal) {
        List<Turnover> turnovers = terminal.turnovers();
        return IntStream.range(0, turnovers.size())
                .mapToObj(i -> line(turnovers.get(i), i == 0))
                .toList();
    }

    /** The first was there before the lane came. */
    private static JournalBooks.Taken line(Turnover turnover, boolean isOlder) {
        return new JournalBooks.Taken(
                turnover.minor(),
                turnover.isCharged() && !isOlder,
                JournalBooks.nameOf(turnover.trace(), turnover.receipt()));
    }

    @Override
    public CardTerminal driver(ByteLink link) {
        return new ZvtTerminal(
                new DeviceName(Readings.TERMINAL), link, ZvtOptions.DEFAULT.withCurrency(SoakGoods.CURRENCY));
    }

    @Override
    public boolean waits() {
        return terminal.waitsForCard();
    }

    @Override
    public void shopperPays(long minor, SplittableRandom chance, Instant now) {
        terminal.outcome(outcome(minor, chance));
    }

    private static Outcome outcome(long minor, SplittableRandom chance) {
        int what = chance.nextInt(100);
        if (what < 60) {
            return new Outcome.ApproveContactless();
        }
        if (what < 78) {
            return new Outcome.ApproveChipPin();
        }
        if (what < 83) {
            return new Outcome.TapThenInsert();
        }
        if (what < 86) {
            return new Outcome.WrongPinThenRight();
        }
        if (what < 92) {
            return new Outcome.Decline(DO_NOT_HONOUR);
        }
        if (what < 94) {
            return new Outcome.Partial(Math.max(1, minor / 2));
        }
        return what < 97 ? new Outcome.CancelKey() : new Outcome.NoCard();
    }

    @Override
    public Trouble trouble(String how, SplittableRandom chance) {
        return switch (how) {
            case "reboots" -> {
                terminal.powerCycle();
                yield Trouble.OVER;
            }
            case "hangs-up" -> {
                terminal.hangUpBefore(1 + chance.nextInt(HANGS_UP_WITHIN));
                yield Trouble.OVER;
            }
            case "busy" -> {
                terminal.status(BUSY);
                yield new Trouble(List.of(), () -> terminal.status(0));
            }
            case "quirk" -> quirks(QUIRKS.get(chance.nextInt(QUIRKS.size())));
            case "signature" -> quirks(Quirk.SIGNATURE);
            // It keeps the money and says neither that nor that it wants a signature: that must be found and reversed.
            case "untold-signature" -> quirks(Quirk.SIGNATURE, Quirk.NO_RESULT_AT_ALL);
            default -> throw new IllegalArgumentException("no trouble of terminals named " + how);
        };
    }

    private Trouble quirks(Quirk... quirks) {
        List<Quirk> all = Arrays.asList(quirks);
        all.forEach(quirk -> terminal.quirk(quirk, true));
        return new Trouble(
                all.stream().map(quirk -> "quirk-" + quirk.name()).toList(),
                () -> all.forEach(quirk -> terminal.quirk(quirk, false)));
    }
}
