package org.samokasa.driver.terminal;

import java.time.Duration;
import java.util.List;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceName;
import org.samokasa.driver.Options;
import org.samokasa.protocol.caisseap.CaisseOptions;
import org.samokasa.protocol.caisseap.CaisseSession;
import org.samokasa.transport.ByteLink;

/** Makes the terminals that need nothing of the shop but their own options. */
public final class TerminalDrivers {
    private TerminalDrivers() {}

    /**
     * Options {@code protocolId} (twelve characters, from the acquirer), {@code till} (1 to 99), {@code currency},
     * {@code version} and {@code probeSeconds}.
     *
     * @param currency of the shop, unless the options say otherwise
     */
    public static Device caisseAp(DeviceName name, ByteLink link, Options options, String currency) {
        CaisseOptions usual = CaisseOptions.DEFAULT;
        CaisseOptions asked = usual.withTill(
                        options.text("protocolId", usual.protocolId()), options.number("till", usual.till(), 1, 99))
                .withVersion(options.text("version", usual.version()))
                .withCurrency(options.text("currency", currency))
                .withProbe(Duration.ofSeconds(
                        options.number("probeSeconds", (int) usual.probe().toSeconds(), 5, 3_600)));
        return new CallingTerminal(name, List.of(link), new CaisseSession(asked));
    }
}
