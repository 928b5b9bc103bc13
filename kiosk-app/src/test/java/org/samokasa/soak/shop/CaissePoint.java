package org.samokasa.soak.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.DeviceName;
import org.samokasa.driver.terminal.CallingTerminal;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.protocol.caisseap.CaisseOptions;
import org.samokasa.protocol.caisseap.CaisseSession;
import org.samokasa.sim.device.terminal.caisseap.CaisseApMachine;
import org.samokasa.sim.device.terminal.caisseap.CaisseApOperator;
import org.samokasa.soak.check.JournalBooks;
import org.samokasa.transport.ByteLink;

/** A card terminal that speaks Caisse-AP: it cannot be asked about the past, so each doubt takes a person. */
final class CaissePoint extends CardPoint {
    private static final String PROTOCOL_ID = "246810121416";
    private static final Duration CARD_DELAY = Duration.ofSeconds(2);
    private static final String REFUSED = "01";
    private static final String ABANDONED = "07";

    /** Left out is money that only a person at the terminal can give back. */
    private static final List<CaisseApMachine.Trouble> TROUBLES = List.of(
            CaisseApMachine.Trouble.CLOSES_BEFORE_ANSWER,
            CaisseApMachine.Trouble.CLOSES_INSIDE_ANSWER,
            CaisseApMachine.Trouble.ONE_BYTE_AT_A_TIME,
            CaisseApMachine.Trouble.OTHER_TILL,
            CaisseApMachine.Trouble.OTHER_CURRENCY,
            CaisseApMachine.Trouble.OTHER_PROTOCOL_ID,
            CaisseApMachine.Trouble.UNKNOWN_TAG,
            CaisseApMachine.Trouble.ANSWERS_TAKEN,
            CaisseApMachine.Trouble.VERSION_NOT_FIRST,
            CaisseApMachine.Trouble.NEVER_ANSWERS,
            CaisseApMachine.Trouble.CLEAR_CARD_NUMBER,
            CaisseApMachine.Trouble.WITH_TICKET);

    private final CaisseApMachine terminal;
    private final int till;

    CaissePoint(int lane) {
        this(lane, new CaisseApMachine(Readings.TERMINAL, CARD_DELAY));
    }

    private CaissePoint(int lane, CaisseApMachine terminal) {
        super("caisse-ap-terminal", terminal, new CaisseApOperator(terminal), () -> journal(terminal));
        this.terminal = terminal;
        till = lane;
    }

    private static List<JournalBooks.Taken> journal(CaisseApMachine terminal) {
        return terminal.journal().stream()
                .map(entry -> new JournalBooks.Taken(entry.paid(), entry.paid() > 0, ""))
                .toList();
    }

    @Override
    public CardTerminal driver(ByteLink link) {
        CaisseOptions options =
                CaisseOptions.DEFAULT.withCurrency(SoakGoods.CURRENCY).withTill(PROTOCOL_ID, till);
        return new CallingTerminal(new DeviceName(Readings.TERMINAL), List.of(link), new CaisseSession(options));
    }

    @Override
    public boolean waits() {
        return terminal.waitsForCard();
    }

    @Override
    public void shopperPays(long minor, SplittableRandom chance, Instant now) {
        holdsOut(chance, terminal::approve, () -> terminal.refuse(REFUSED), () -> terminal.refuse(ABANDONED));
    }

    @Override
    public Trouble trouble(String how, SplittableRandom chance) {
        return switch (how) {
            case "reboots" -> {
                terminal.powerCycle();
                yield Trouble.OVER;
            }
            case "busy" -> {
                terminal.busy(true);
                yield new Trouble(List.of(), () -> terminal.busy(false));
            }
            case "hangs-up" -> begins(CaisseApMachine.Trouble.CLOSES_BEFORE_ANSWER);
            case "quirk", "signature", "untold-signature" -> begins(TROUBLES.get(chance.nextInt(TROUBLES.size())));
            default -> throw new IllegalArgumentException("no trouble of terminals named " + how);
        };
    }

    private Trouble begins(CaisseApMachine.Trouble trouble) {
        terminal.trouble(trouble);
        return new Trouble(List.of("caisse-ap-" + trouble.name()), terminal::heal);
    }
}
