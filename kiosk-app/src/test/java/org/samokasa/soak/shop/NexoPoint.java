package org.samokasa.soak.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.DeviceName;
import org.samokasa.driver.terminal.CallingTerminal;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.nexo.NexoKey;
import org.samokasa.protocol.nexo.NexoOptions;
import org.samokasa.protocol.nexo.NexoSession;
import org.samokasa.sim.device.terminal.nexo.NexoTerminalMachine;
import org.samokasa.sim.device.terminal.nexo.NexoTerminalOperator;
import org.samokasa.sim.device.terminal.nexo.NexoTrouble;
import org.samokasa.soak.check.JournalBooks;
import org.samokasa.transport.ByteLink;

/** A card terminal that speaks nexo. It has one line in the soak, so what was begun cannot be aborted from the lane. */
final class NexoPoint extends CardPoint {
    private static final NexoKey KEY = NexoKey.derive("soak-passphrase-01", "soak", 1);
    private static final String POI = "P400Plus-900000017";
    private static final Duration CARD_DELAY = Duration.ofSeconds(2);
    private static final int NONCE_BYTES = 16;

    /** Left out are those that lose the truth, and money that only a person at the terminal can give back. */
    private static final List<NexoTrouble> TROUBLES = List.of(
            NexoTrouble.CLOSES_BEFORE_ANSWER,
            NexoTrouble.CLOSES_INSIDE_ANSWER,
            NexoTrouble.ONE_BYTE_AT_A_TIME,
            NexoTrouble.NEVER_ANSWERS,
            NexoTrouble.WRONG_HMAC,
            NexoTrouble.OTHER_KEY_VERSION,
            NexoTrouble.SWAPPED_HEADER,
            NexoTrouble.IN_CLEAR,
            NexoTrouble.CLEAR_REJECT,
            NexoTrouble.REJECT,
            NexoTrouble.OTHER_SERVICE_ID,
            NexoTrouble.SIGNATURE,
            NexoTrouble.CLEAR_CARD_NUMBER,
            NexoTrouble.INVENTED_CONDITION,
            NexoTrouble.UNREACHABLE_HOST,
            NexoTrouble.MAINTENANCE);

    private final NexoTerminalMachine terminal;
    private final String till;
    private final Random nonces;

    NexoPoint(int lane, long seed) {
        this(lane, seed, new NexoTerminalMachine(Readings.TERMINAL, POI, KEY, CARD_DELAY, new Random(seed)));
    }

    private NexoPoint(int lane, long seed, NexoTerminalMachine terminal) {
        super("nexo-terminal", terminal, new NexoTerminalOperator(terminal), () -> journal(terminal));
        this.terminal = terminal;
        till = "LANE" + lane;
        nonces = new Random(~seed);
    }

    private static List<JournalBooks.Taken> journal(NexoTerminalMachine terminal) {
        return terminal.bookings().stream()
                .map(it -> new JournalBooks.Taken(it.amount().movePointRight(2).longValueExact(), !it.reversed(), ""))
                .toList();
    }

    private Bytes nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        nonces.nextBytes(nonce);
        return Bytes.copyOf(nonce);
    }

    @Override
    public CardTerminal driver(ByteLink link) {
        NexoOptions options = new NexoOptions(till, POI, SoakGoods.CURRENCY, KEY, this::nonce);
        return new CallingTerminal(new DeviceName(Readings.TERMINAL), List.of(link), new NexoSession(options));
    }

    @Override
    public boolean waits() {
        return terminal.waitsForCard();
    }

    @Override
    public void shopperPays(long minor, SplittableRandom chance, Instant now) {
        holdsOut(chance, terminal::approve, () -> terminal.refuse("Refusal"), () -> terminal.refuse("Cancel"));
    }

    @Override
    public Trouble trouble(String how, SplittableRandom chance) {
        return switch (how) {
            case "reboots" -> {
                terminal.powerCycle();
                yield Trouble.OVER;
            }
            case "hangs-up" -> begins(NexoTrouble.CLOSES_BEFORE_ANSWER);
            case "busy" -> begins(NexoTrouble.MAINTENANCE);
            case "quirk" -> begins(TROUBLES.get(chance.nextInt(TROUBLES.size())));
            case "signature", "untold-signature" -> begins(NexoTrouble.SIGNATURE);
            default -> throw new IllegalArgumentException("no trouble of terminals named " + how);
        };
    }

    private Trouble begins(NexoTrouble trouble) {
        terminal.trouble(trouble);
        return new Trouble(List.of("nexo-" + trouble.name()), terminal::heal);
    }
}
