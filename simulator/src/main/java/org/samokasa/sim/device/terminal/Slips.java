package org.samokasa.sim.device.terminal;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.Apdu;
import org.samokasa.protocol.zvt.PtCommand;
import org.samokasa.protocol.zvt.Tlv;
import org.samokasa.protocol.zvt.TurnoverTotals;

/** What the terminal has printed: card slips as they look in a German-speaking shop (sections 8.3, 8.4 and 13). */
final class Slips {
    static final int COLUMNS_MAX = 40;
    static final int COLUMNS_MIN = 24;

    private static final int NORMAL = 0x00;
    private static final int CENTRED = 0x40;
    private static final int TALL = 0x10;
    private static final int LAST_LINE = 0x81;
    private static final int MERCHANT = 0x01;
    private static final int CUSTOMER = 0x02;
    private static final int ADMINISTRATIVE = 0x03;
    private static final int APPROVED = 0x01;
    private static final int SIGNATURE_LINE = 0x02;
    private static final int DECLINED = 0x04;
    private static final int MUST_BE_PRINTED = 0x80;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.ROOT);

    private record Line(int attribute, String text) {}

    private final ZvtTerminalOptions options;
    private final Till till;

    Slips(ZvtTerminalOptions options, Till till) {
        this.options = options;
        this.till = till;
    }

    List<Apdu> merchant(Turnover turnover, boolean signature, boolean clearNumber) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(CENTRED, options.merchant()));
        lines.add(new Line(CENTRED | TALL, "Händlerbeleg"));
        body(lines, turnover, clearNumber);
        if (signature) {
            lines.add(new Line(NORMAL, ""));
            lines.add(new Line(NORMAL, "Unterschrift: ____________"));
        }
        return messages(lines, MERCHANT, signature ? APPROVED | SIGNATURE_LINE : APPROVED);
    }

    List<Apdu> customer(Turnover turnover, boolean clearNumber) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(CENTRED, options.merchant()));
        lines.add(new Line(CENTRED | TALL, "Kundenbeleg"));
        body(lines, turnover, clearNumber);
        lines.add(new Line(NORMAL, ""));
        lines.add(new Line(CENTRED, "Bitte Beleg aufbewahren"));
        // As an acquirer may set it up: who types a PIN gets the slip, who taps may do without.
        boolean tapped = turnover.card().entryMode() == Turnover.Card.CONTACTLESS;
        return messages(lines, CUSTOMER, tapped ? APPROVED : APPROVED | MUST_BE_PRINTED);
    }

    List<Apdu> declined(long minor, String trace, LocalDateTime at, String code) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(CENTRED, options.merchant()));
        lines.add(new Line(CENTRED, "Kundenbeleg"));
        lines.add(new Line(NORMAL, pair("Terminal-ID", options.terminalId())));
        lines.add(new Line(NORMAL, pair("TA-Nr", trace)));
        lines.add(new Line(NORMAL, pair("Bezahlung", amount(minor))));
        lines.add(new Line(CENTRED | TALL, "Vorgang nicht möglich"));
        lines.add(new Line(NORMAL, pair("Fehlercode", code)));
        lines.add(new Line(NORMAL, DATE.format(at)));
        return messages(lines, CUSTOMER, DECLINED);
    }

    /** The administrative slip of an end of day. */
    List<Apdu> dayEnd(TurnoverTotals totals, long sum) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(CENTRED, options.merchant()));
        lines.add(new Line(CENTRED | TALL, "Kassenschnitt"));
        lines.add(new Line(NORMAL, pair("Terminal-ID", options.terminalId())));
        lines.add(new Line(NORMAL, pair("Belege", totals.firstReceipt() + " - " + totals.lastReceipt())));
        for (int i = 0; i < totals.shares().size(); i++) {
            TurnoverTotals.Share share = totals.shares().get(i);
            if (share.count() > 0) {
                String scheme = share.count() + " x " + TurnoverTotals.SCHEMES.get(i);
                lines.add(new Line(NORMAL, pair(scheme, amount(share.minor()))));
            }
        }
        lines.add(new Line(TALL, pair("Gesamt", amount(sum))));
        return messages(lines, ADMINISTRATIVE, APPROVED);
    }

    /** As a German terminal writes it: code, then a decimal comma. */
    String amount(long minor) {
        return String.format(Locale.ROOT, "%s %d,%02d", options.currency(), minor / 100, minor % 100);
    }

    private void body(List<Line> lines, Turnover turnover, boolean clearNumber) {
        Turnover.Card card = turnover.card();
        String number = clearNumber ? card.clearNumber() : "############" + card.lastFour();
        boolean tapped = card.entryMode() == Turnover.Card.CONTACTLESS;
        lines.add(new Line(NORMAL, ""));
        lines.add(new Line(NORMAL, pair("Terminal-ID", options.terminalId())));
        lines.add(new Line(NORMAL, pair("TA-Nr " + turnover.trace(), "Beleg-Nr " + turnover.receipt())));
        String kind = turnover.original().isPresent() ? "Storno" : "Bezahlung";
        lines.add(new Line(TALL, pair(kind, amount(turnover.minor()))));
        turnover.original().ifPresent(trace -> lines.add(new Line(NORMAL, pair("Storno zu TA-Nr", trace))));
        lines.add(new Line(NORMAL, card.name() + (tapped ? " kontaktlos" : " Chip")));
        lines.add(new Line(NORMAL, pair("Karte", number)));
        lines.add(new Line(NORMAL, pair("AID", card.applicationId())));
        lines.add(new Line(NORMAL, pair("Genehmigungsnr", StatusBlock.approvalCode(turnover))));
        if (card.cardholderCheck() == Turnover.Card.ONLINE_PIN) {
            lines.add(new Line(NORMAL, "PIN geprüft"));
        }
        lines.add(new Line(NORMAL, DATE.format(turnover.at())));
        lines.add(new Line(CENTRED, "Zahlung erfolgt"));
    }

    private List<Apdu> messages(List<Line> lines, int type, int information) {
        return till.textBlocks() && !options.lineMode() ? block(lines, type, information) : lines(lines);
    }

    private List<Apdu> block(List<Line> lines, int type, int information) {
        List<Tlv.TlvObject> texts = new ArrayList<>();
        int attribute = -1;
        for (Line line : lines) {
            if (line.attribute() != attribute) {
                attribute = line.attribute();
                texts.add(Tlv.object(0x09, Bytes.of(attribute)));
            }
            texts.add(Tlv.object(0x07, till.charset().encode(line.text())));
        }
        texts.add(Tlv.object(0x09, Bytes.of(LAST_LINE)));
        Tlv tlv = Tlv.of(
                Tlv.object(0x1F07, Bytes.of(type)),
                Tlv.object(0x1F37, Bytes.of(information)),
                Tlv.object(0x25, texts.toArray(Tlv.TlvObject[]::new)));
        return List.of(PtCommand.encode(new PtCommand.PrintTextBlock(tlv)));
    }

    private List<Apdu> lines(List<Line> lines) {
        List<Apdu> messages = new ArrayList<>();
        for (Line line : lines) {
            Bytes text = till.charset().encode(line.text());
            messages.add(PtCommand.encode(new PtCommand.PrintLine(line.attribute(), text)));
        }
        messages.add(PtCommand.encode(new PtCommand.PrintLine(LAST_LINE, Bytes.EMPTY)));
        return messages;
    }

    private String pair(String left, String right) {
        int gap = till.columns() - left.length() - right.length();
        return left + " ".repeat(Math.max(1, gap)) + right;
    }
}
