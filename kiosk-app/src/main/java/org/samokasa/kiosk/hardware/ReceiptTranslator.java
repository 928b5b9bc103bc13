package org.samokasa.kiosk.hardware;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.samokasa.devices.PaperLine;
import org.samokasa.devices.PaperLine.Align;
import org.samokasa.devices.PaperLine.Size;
import org.samokasa.devices.ReceiptPrinter.PrintJob;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.domain.receipt.ReceiptComposer;
import org.samokasa.kiosk.domain.receipt.ReceiptData;
import org.samokasa.kiosk.domain.receipt.ReceiptData.CardLine;
import org.samokasa.kiosk.domain.receipt.ReceiptPart;
import org.samokasa.kiosk.domain.receipt.ShopInfo;
import org.samokasa.kiosk.domain.tax.TaxTable;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.LaneShop;
import org.samokasa.kiosk.lane.Sale;

/** From a paid sale to a print job. */
public final class ReceiptTranslator {
    private final ShopInfo info;
    private final LaneShop shop;
    private final TaxTable taxes;

    public ReceiptTranslator(ShopInfo info, LaneShop shop, TaxTable taxes) {
        this.info = info;
        this.shop = shop;
        this.taxes = taxes;
    }

    /** @param lane with a paid sale */
    public PrintJob job(String id, Lane lane, boolean copy, Words words) {
        Sale sale = lane.sale().orElseThrow();
        Instant paidAt = sale.payment().map(CardPayment::changedAt).orElse(sale.startedAt());
        LocalDate day = paidAt.atZone(shop.zone()).toLocalDate();
        ReceiptData data = new ReceiptData(
                info,
                lane.number(),
                sale.number(),
                paidAt.atZone(shop.zone()).toLocalDateTime(),
                sale.basket(),
                shop.currency(),
                taxes.shares(sale.basket().lines(), day),
                sale.ageApproved(),
                sale.payment().map(ReceiptTranslator::cardLines).orElse(List.of()),
                sale.payment().map(ReceiptTranslator::slip).orElse(List.of()),
                copy);
        return new PrintJob(
                id,
                ReceiptComposer.compose(data, words).stream()
                        .map(ReceiptTranslator::line)
                        .toList());
    }

    private static List<CardLine> cardLines(CardPayment payment) {
        List<CardLine> lines = new ArrayList<>();
        add(lines, "receipt.card", payment.card().cardName());
        add(lines, "receipt.cardNumber", lastFour(payment.card().maskedPan()));
        add(lines, "receipt.approval", payment.card().approvalCode());
        payment.transaction().ifPresent(transaction -> {
            add(lines, "receipt.terminal", transaction.terminalId());
            add(lines, "receipt.transaction", transaction.receiptNumber() + " / " + transaction.traceNumber());
        });
        return lines;
    }

    /** Customer paper shows the last four digits alone (payment-rules section 2). */
    private static String lastFour(String maskedPan) {
        return maskedPan.length() < 4 ? "" : "**** " + maskedPan.substring(maskedPan.length() - 4);
    }

    private static void add(List<CardLine> lines, String key, String value) {
        if (!value.isBlank()) {
            lines.add(new CardLine(key, value));
        }
    }

    private static List<ReceiptPart> slip(CardPayment payment) {
        List<ReceiptPart> parts = new ArrayList<>();
        for (CardPayment.Slip slip : payment.slips()) {
            slip.lines()
                    .forEach(line -> parts.add(new ReceiptPart.Text(
                            line.text(),
                            line.centred(),
                            line.tall() ? ReceiptPart.Size.TALL : ReceiptPart.Size.NORMAL,
                            line.bold())));
        }
        return parts;
    }

    private static PaperLine line(ReceiptPart part) {
        if (part instanceof ReceiptPart.Text text) {
            return new PaperLine.Text(
                    text.text(),
                    text.centred() ? Align.CENTRE : Align.LEFT,
                    Size.valueOf(text.size().name()),
                    text.bold());
        }
        if (part instanceof ReceiptPart.Columns columns) {
            return new PaperLine.Columns(columns.left(), columns.right(), columns.bold());
        }
        if (part instanceof ReceiptPart.Rule) {
            return new PaperLine.Rule();
        }
        if (part instanceof ReceiptPart.Blank) {
            return new PaperLine.Feed(1);
        }
        if (part instanceof ReceiptPart.Qr qr) {
            return new PaperLine.Qr(qr.text());
        }
        return new PaperLine.Cut();
    }
}
