package org.samokasa.driver.printer;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.LinePainter;
import org.samokasa.devices.PaperLine;
import org.samokasa.driver.Options;
import org.samokasa.protocol.escpos.CodePage;
import org.samokasa.protocol.escpos.EscPosProfile;
import org.samokasa.transport.ByteLink;

/** Makes printers from their options; docs/operating.md explains these. */
public final class PrinterDrivers {
    private PrinterDrivers() {}

    /**
     * @param painter draws what the model has no characters for
     * @param logo makes what is printed at the head of every document, for paper of so many dots, when the options name
     *     no logo stored in the printer
     */
    public static Device escpos(
            DeviceName name, ByteLink link, Options options, LinePainter painter, IntFunction<List<PaperLine>> logo) {
        String stored = options.text("storedLogo", "");
        EscPosProfile profile = profile(options);
        List<PaperLine> head =
                stored.isEmpty() ? logo.apply(profile.dots()) : List.of(new PaperLine.StoredImage(stored));
        return new EscPosPrinter(name, link, profile, painter, head);
    }

    private static EscPosProfile profile(Options options) {
        EscPosProfile usual = model(options.text("model", "epson-80")).profile();
        String pages = options.text("codePages", "");
        return usual.withPaper(
                        options.number("columns", usual.columns(), 16, 96),
                        options.number("dots", usual.dots(), 200, 1_000))
                .withPages(pages.isEmpty() ? usual.codePages() : CodePage.parse(pages))
                .withQrModule(options.number("qrModuleDots", usual.qrModuleDots(), 1, 16))
                .with(options.choice("raster", usual.raster()), options.choice("cutter", usual.cutter()))
                .with(options.choice("status", usual.status()), options.choice("proof", usual.proof()));
    }

    private static EscPosProfile.Model model(String name) {
        for (EscPosProfile.Model model : EscPosProfile.Model.values()) {
            if (model.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return model;
            }
        }
        throw new IllegalArgumentException(
                "model = " + name + " is none of epson-80, epson-80-180dpi, epson-58, clone-58");
    }
}
