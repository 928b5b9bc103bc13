package org.samokasa.kiosk.virtual;

import java.util.List;
import java.util.Optional;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.DeviceName;
import org.samokasa.driver.terminal.CallingTerminal;
import org.samokasa.driver.terminal.ZvtTerminal;
import org.samokasa.protocol.qr.QrOptions;
import org.samokasa.protocol.qr.QrPayment;
import org.samokasa.protocol.qr.QrSession;
import org.samokasa.protocol.zvt.ZvtOptions;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.qr.QrGatewayMachine;
import org.samokasa.sim.device.qr.QrGatewayOperator;
import org.samokasa.sim.device.terminal.ZvtTerminalMachine;
import org.samokasa.sim.device.terminal.ZvtTerminalOperator;
import org.samokasa.transport.ByteLink;

/** What a virtual lane is paid by: cards at a terminal, or codes on its screen when there is a gateway. */
final class VirtualTerminals {
    private VirtualTerminals() {}

    static MachineUnit unit(Optional<QrGatewayMachine> gateway, ZvtTerminalMachine terminal) {
        return gateway.map(qr -> MachineUnit.of("qr-gateway", qr, new QrGatewayOperator(qr)))
                .orElseGet(() -> MachineUnit.of("zvt-terminal", terminal, new ZvtTerminalOperator(terminal)));
    }

    static CardTerminal driver(boolean byCode, DeviceName name, ByteLink link) {
        if (!byCode) {
            return new ZvtTerminal(name, link, ZvtOptions.DEFAULT.withCurrency("PLN"));
        }
        QrOptions options = new QrOptions("lane-4", "", "gateway", "PLN", QrPayment.LIFETIME, Optional.empty());
        return new CallingTerminal(name, List.of(link), new QrSession(options));
    }
}
