package org.samokasa.soak.shop;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.DeviceName;
import org.samokasa.driver.terminal.CallingTerminal;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.ui.model.ShopFront.Means;
import org.samokasa.protocol.qr.QrOptions;
import org.samokasa.protocol.qr.QrPayment;
import org.samokasa.protocol.qr.QrSession;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.qr.GatewayTrouble;
import org.samokasa.sim.device.qr.QrGatewayMachine;
import org.samokasa.sim.device.qr.QrGatewayOperator;
import org.samokasa.sim.device.qr.SimulatedQrProvider;
import org.samokasa.sim.device.qr.SimulatedQrProvider.Payer;
import org.samokasa.soak.check.Books;
import org.samokasa.soak.check.CodeBooks;
import org.samokasa.transport.ByteLink;

/** A payment service's gateway: shoppers pay a code on the lane's screen with their phones. */
final class CodePoint implements PayPoint {
    private static final int REQUESTS_WITHIN = 24;
    private static final List<GatewayTrouble> CUTS =
            List.of(GatewayTrouble.CUT_BEFORE, GatewayTrouble.CUT_AFTER, GatewayTrouble.CUT_INSIDE);

    private final QrGatewayMachine gateway =
            new QrGatewayMachine(Readings.TERMINAL, "", true, new SimulatedQrProvider());
    private final MachineUnit unit = MachineUnit.of("qr-gateway", gateway, new QrGatewayOperator(gateway));
    private final Books books;
    private final String till;

    /** @param clock the gateway's */
    CodePoint(int lane, InstantSource clock) {
        till = "lane-" + lane;
        books = new CodeBooks(gateway, clock);
    }

    @Override
    public Means means() {
        return Means.CODE;
    }

    @Override
    public MachineUnit unit() {
        return unit;
    }

    @Override
    public CardTerminal driver(ByteLink link) {
        QrOptions options =
                new QrOptions(till, "", "gateway", SoakGoods.CURRENCY, QrPayment.LIFETIME, Optional.empty());
        return new CallingTerminal(new DeviceName(Readings.TERMINAL), List.of(link), new QrSession(options));
    }

    @Override
    public boolean waits() {
        return gateway.isShown();
    }

    @Override
    public void shopperPays(long minor, SplittableRandom chance, Instant now) {
        gateway.payer(payer(chance), now);
    }

    private static Payer payer(SplittableRandom chance) {
        int what = chance.nextInt(100);
        if (what < 70) {
            return Payer.PAYS;
        }
        if (what < 76) {
            return Payer.PAYS_TWICE;
        }
        if (what < 82) {
            return Payer.PAYS_LATE;
        }
        if (what < 88) {
            return Payer.PAYS_WRONG_AMOUNT;
        }
        return what < 94 ? Payer.IS_REFUSED : Payer.NEVER_PAYS;
    }

    @Override
    public boolean isAtRest(String attempt, Instant now) {
        gateway.poll(now);
        return !gateway.isOpen(attempt);
    }

    @Override
    public Books books() {
        return books;
    }

    @Override
    public Trouble trouble(String how, SplittableRandom chance) {
        return switch (how) {
            case "reboots" -> {
                gateway.powerCycle();
                yield Trouble.OVER;
            }
            case "hangs-up" -> {
                int request = gateway.requests().size() + chance.nextInt(REQUESTS_WITHIN);
                gateway.troubleAt(request, CUTS.get(chance.nextInt(CUTS.size())));
                yield Trouble.OVER;
            }
            case "busy" -> begins(GatewayTrouble.SAYS_503);
            case "quirk", "signature", "untold-signature" ->
                begins(GatewayTrouble.values()[chance.nextInt(GatewayTrouble.values().length)]);
            default -> throw new IllegalArgumentException("no trouble of terminals named " + how);
        };
    }

    private Trouble begins(GatewayTrouble trouble) {
        gateway.trouble(trouble);
        return new Trouble(List.of("gateway-" + trouble.name()), gateway::heal);
    }
}
