package org.samokasa.sim.device.printer;

import static org.samokasa.sim.device.printer.PrinterTokenizer.ESC;
import static org.samokasa.sim.device.printer.PrinterTokenizer.FS;
import static org.samokasa.sim.device.printer.PrinterTokenizer.GS;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.device.printer.PaperPiece.Span;
import org.samokasa.sim.device.printer.PrinterToken.Command;

/** Turns tokens into pieces on paper. Keeps the style and the line that is being filled. */
final class PrintHead {
    /** Code pages by number, Epson's numbering (protocol sheet printer-escpos, section 3). */
    private static final Map<Integer, String> PAGES = Map.ofEntries(
            Map.entry(0, "IBM437"),
            Map.entry(2, "IBM850"),
            Map.entry(13, "IBM857"),
            Map.entry(14, "IBM737"),
            Map.entry(15, "ISO-8859-7"),
            Map.entry(16, "windows-1252"),
            Map.entry(17, "IBM866"),
            Map.entry(18, "IBM852"),
            Map.entry(19, "IBM00858"),
            Map.entry(33, "IBM775"),
            Map.entry(34, "IBM855"),
            Map.entry(39, "ISO-8859-2"),
            Map.entry(40, "ISO-8859-15"),
            Map.entry(45, "windows-1250"),
            Map.entry(46, "windows-1251"),
            Map.entry(47, "windows-1253"),
            Map.entry(48, "windows-1254"),
            Map.entry(51, "windows-1257"));

    /** As a printer is switched on with: A2 dots high, modules of 3 (sheet section 5). */
    private static final int BARCODE_HEIGHT = 0xA2;

    private static final int BARCODE_MODULE = 3;
    private static final int FORM_B = 0x41;
    /** Print positions in a millimetre at 203 dpi. */
    private static final int DOTS_PER_MILLIMETRE = 8;

    private final int columns;
    private final List<PaperPiece> paper = new ArrayList<>();
    private final List<Span> line = new ArrayList<>();
    private int used;
    private Charset page;
    private boolean twoByteMode;
    private int align;
    private boolean bold;
    private boolean underlined;
    private boolean inverted;
    private int width;
    private int height;
    private String qrText = "";
    private int qrModule = 3;
    private int barcodeHeight = BARCODE_HEIGHT;
    private int barcodeModule = BARCODE_MODULE;
    private int barcodeDigits;
    private int drawerPulses;
    private final StoredGraphics graphics = new StoredGraphics();

    PrintHead(int columns) {
        this.columns = columns;
        initialise();
    }

    private void initialise() {
        page = Charset.forName(PAGES.get(0));
        // Clones are in two-byte mode after ESC @ until FS . arrives (sheet section 9).
        twoByteMode = true;
        align = 0;
        bold = false;
        underlined = false;
        inverted = false;
        width = 1;
        height = 1;
        line.clear();
        used = 0;
    }

    List<PaperPiece> paper() {
        return paper;
    }

    /** Takes one token; answers how many millimetres of paper it moved. */
    int take(PrinterToken token) {
        int before = paper.size();
        if (token instanceof PrinterToken.Text text) {
            print(decoded(text.bytes()));
        } else if (token instanceof PrinterToken.Control control) {
            if (control.octet() == '\n') {
                feed(1);
            } else if (control.octet() == '\t') {
                print(" ".repeat(8 - used % 8));
            }
        } else if (token instanceof Command command) {
            command(command);
        }
        return paper.subList(before, paper.size()).stream()
                .mapToInt(
                        piece -> piece instanceof PaperPiece.Picture picture ? picture.rows() / DOTS_PER_MILLIMETRE : 4)
                .sum();
    }

    /** How often the drawer was kicked. */
    int drawerPulses() {
        return drawerPulses;
    }

    private String decoded(Bytes bytes) {
        if (!twoByteMode) {
            return bytes.toText(page);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.size(); i++) {
            // Two-byte mode swallows a pair of high bytes as one Chinese character.
            boolean pair = bytes.at(i) >= 0x81 && i + 1 < bytes.size();
            text.append(pair ? '\u6F22' : (char) bytes.at(i));
            i += pair ? 1 : 0;
        }
        return text.toString();
    }

    private void print(String text) {
        StringBuilder fits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (used + width > columns) {
                span(fits);
                feed(1);
            }
            fits.append(text.charAt(i));
            used += width;
        }
        span(fits);
    }

    private void span(StringBuilder text) {
        if (!text.isEmpty()) {
            line.add(new Span(text.toString(), bold, underlined, inverted, width, height));
            text.setLength(0);
        }
    }

    private void feed(int lines) {
        for (int i = 0; i < lines; i++) {
            paper.add(new PaperPiece.Line(align, line));
            line.clear();
            used = 0;
        }
    }

    private void finishLine() {
        if (!line.isEmpty()) {
            feed(1);
        }
    }

    private void command(Command command) {
        switch (command.lead()) {
            case ESC -> esc(command.code(), command.parameters());
            case GS -> gs(command.code(), command.parameters());
            case FS -> twoByteMode = command.code() == '&' || (twoByteMode && command.code() != '.');
            default -> throw new AssertionError("no lead byte: " + command.lead());
        }
    }

    private void esc(int code, Bytes with) {
        switch (code) {
            case '@' -> initialise();
            case 'a' -> align = with.at(0) % 0x30 % 3;
            case 'E', 'G' -> bold = (with.at(0) & 1) != 0;
            case '-' -> underlined = with.at(0) % 0x30 != 0;
            case 't' -> page = Charset.forName(PAGES.getOrDefault(with.at(0), "IBM437"));
            case '!' -> {
                bold = (with.at(0) & 0x08) != 0;
                height = (with.at(0) & 0x10) != 0 ? 2 : 1;
                width = (with.at(0) & 0x20) != 0 ? 2 : 1;
                underlined = (with.at(0) & 0x80) != 0;
            }
            case 'd' -> {
                finishLine();
                feed(with.at(0));
            }
            case 'i', 'm' -> cut();
            case 'p' -> drawerPulses++;
            default -> {
                // Spacing, buzzers, fonts: nothing of it can be seen on this paper.
            }
        }
    }

    private void gs(int code, Bytes with) {
        switch (code) {
            case '!' -> {
                width = (with.at(0) >> 4 & 7) + 1;
                height = (with.at(0) & 7) + 1;
            }
            case 'B' -> inverted = (with.at(0) & 1) != 0;
            case 'V' -> cut();
            case '(' -> {
                if (with.at(0) == 'k' && with.size() >= 5) {
                    qr(with.at(4), with.slice(5, with.size()));
                } else if (with.at(0) == 'L' && with.size() >= 5) {
                    picture(with.slice(3, with.size()));
                }
            }
            case '8' -> picture(with.slice(5, with.size()));
            case 'h' -> barcodeHeight = Math.max(1, with.at(0));
            case 'w' -> barcodeModule = Math.max(2, Math.min(6, with.at(0)));
            case 'H' -> barcodeDigits = with.at(0) % 0x30 & 3;
            case 'k' -> barcode(with);
            case 'v' -> {
                finishLine();
                int widthBytes = with.at(2) + 256 * with.at(3);
                int rows = with.at(4) + 256 * with.at(5);
                paper.add(new PaperPiece.Picture(align, widthBytes, rows, with.slice(6, with.size())));
            }
            default -> {
                // Margins, status: not seen on paper.
            }
        }
    }

    private void cut() {
        finishLine();
        paper.add(new PaperPiece.Cut());
    }

    private void qr(int function, Bytes data) {
        if (function == 0x43 && !data.isEmpty()) {
            qrModule = Math.max(1, Math.min(16, data.at(0)));
        } else if (function == 0x50 && data.size() > 1) {
            qrText = data.slice(1, data.size()).toText(StandardCharsets.UTF_8);
        } else if (function == 0x51 && !qrText.isEmpty()) {
            finishLine();
            paper.add(new PaperPiece.QrCode(align, qrText, qrModule));
        }
    }

    /** Form A numbers its codes from 0 and ends with 00, form B from 41 hex with a length. */
    private void barcode(Bytes with) {
        boolean counted = with.at(0) >= FORM_B;
        int code = counted ? with.at(0) : with.at(0) + FORM_B;
        Bytes data = counted ? with.slice(2, with.size()) : with.slice(1, with.size() - 1);
        finishLine();
        paper.add(new PaperPiece.Barcode(align, code, data, barcodeHeight, barcodeModule, barcodeDigits));
    }

    private void picture(Bytes command) {
        graphics.take(command).ifPresent(picture -> {
            finishLine();
            paper.add(new PaperPiece.Picture(align, picture.widthBytes(), picture.rows(), picture.pixels()));
        });
    }
}
