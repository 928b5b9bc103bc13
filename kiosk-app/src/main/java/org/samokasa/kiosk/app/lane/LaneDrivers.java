package org.samokasa.kiosk.app.lane;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceName;
import org.samokasa.driver.Drivers;
import org.samokasa.driver.Options;
import org.samokasa.driver.printer.PrinterDrivers;
import org.samokasa.driver.terminal.TerminalDrivers;
import org.samokasa.driver.terminal.ZvtTerminal;
import org.samokasa.kiosk.app.paper.Logo;
import org.samokasa.kiosk.app.paper.NotoPainter;
import org.samokasa.protocol.zvt.ZvtCharset;
import org.samokasa.protocol.zvt.ZvtOptions;
import org.samokasa.transport.ByteLink;

/** The drivers a lane's configuration may name, set up for the shop. */
final class LaneDrivers {
    private LaneDrivers() {}

    /**
     * @param currency of the shop, which a payment terminal must have too
     * @param zone of the shop, in which a terminal's clock is read
     */
    static Drivers all(String currency, ZoneId zone) {
        return Drivers.standard()
                .plus("terminal", "zvt", (name, link, options) -> zvt(name, link, options, currency, zone))
                .plus(
                        "terminal",
                        "caisse-ap",
                        (name, link, options) -> TerminalDrivers.caisseAp(name, link, options, currency))
                .plus("printer", "escpos", LaneDrivers::escpos)
                .plus("terminal", "nexo", (name, link, options) -> TerminalDrivers.nexo(name, link, options, currency))
                .plus("terminal", "qr", (name, link, options) -> TerminalDrivers.qr(name, link, options, currency));
    }

    private static Device escpos(DeviceName name, ByteLink link, Options options) {
        String file = options.text("logo", "");
        return PrinterDrivers.escpos(
                name,
                link,
                options,
                new NotoPainter(),
                dots -> file.isEmpty() ? List.of() : List.of(Logo.read(Path.of(file), dots)));
    }

    private static Device zvt(DeviceName name, ByteLink link, Options options, String currency, ZoneId zone) {
        return new ZvtTerminal(
                name,
                link,
                ZvtOptions.DEFAULT
                        .withCurrency(currency)
                        .withZone(zone)
                        .withPassword(options.text("password", ZvtOptions.DEFAULT.password()))
                        .withPrinterColumns(options.number("columns", ZvtOptions.DEFAULT.printerColumns(), 16, 99))
                        .withCharset(options.choice("charset", ZvtCharset.ISO_8859_1)));
    }
}
