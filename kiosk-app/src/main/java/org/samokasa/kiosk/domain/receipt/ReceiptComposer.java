package org.samokasa.kiosk.domain.receipt;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.Article.SoldBy;
import org.samokasa.kiosk.domain.language.Amounts;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.domain.receipt.ReceiptPart.Blank;
import org.samokasa.kiosk.domain.receipt.ReceiptPart.Columns;
import org.samokasa.kiosk.domain.receipt.ReceiptPart.Cut;
import org.samokasa.kiosk.domain.receipt.ReceiptPart.Qr;
import org.samokasa.kiosk.domain.receipt.ReceiptPart.Rule;
import org.samokasa.kiosk.domain.receipt.ReceiptPart.Size;
import org.samokasa.kiosk.domain.receipt.ReceiptPart.Text;
import org.samokasa.kiosk.domain.tax.TaxTable;

/** Writes the receipt of a sale: seller, number, goods with tax letters, tax by rate, total, card (LOCALE.md section 4). */
public final class ReceiptComposer {
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ReceiptData data;
    private final Words words;
    private final List<ReceiptPart> parts = new ArrayList<>();

    private ReceiptComposer(ReceiptData data, Words words) {
        this.data = data;
        this.words = words;
    }

    public static List<ReceiptPart> compose(ReceiptData data, Words words) {
        return new ReceiptComposer(data, words).compose();
    }

    private List<ReceiptPart> compose() {
        head();
        goods();
        taxes();
        total();
        card();
        foot();
        return List.copyOf(parts);
    }

    private void head() {
        if (data.copy()) {
            parts.add(new Text("* * * " + words.say("receipt.copy") + " * * *", true, Size.DOUBLE, true));
        }
        parts.add(new Text(data.shop().name(), true, Size.DOUBLE, true));
        data.shop().address().forEach(line -> parts.add(new Text(line, true, Size.NORMAL, false)));
        if (!data.shop().taxId().isEmpty()) {
            parts.add(new Text(words.say("receipt.taxId", data.shop().taxId()), true, Size.NORMAL, false));
        }
        parts.add(new Blank());
        parts.add(new Columns(DATE_AND_TIME.format(data.paidAt()), words.say("receipt.number", number()), false));
        parts.add(new Text(words.say("receipt.nonFiscal"), true, Size.NORMAL, true));
        parts.add(new Rule());
    }

    private String number() {
        return data.lane() + "/" + data.saleNumber();
    }

    private void goods() {
        for (Line line : data.basket().lines()) {
            String name =
                    (line.parent() > 0 ? "  " : "") + line.name(words.language().tag());
            String amount = Amounts.plain(line.amount(), words.language()) + " " + line.taxCategory();
            parts.add(new Columns(name, amount, false));
            if (line.soldBy() == SoldBy.WEIGHT) {
                String weight = Amounts.kilograms(line.grams(), words.language());
                String price = Amounts.plain(line.unitPrice(), words.language());
                parts.add(new Text("  " + words.say("receipt.perKilogram", weight, price), false, Size.NORMAL, false));
            }
        }
        parts.add(new Rule());
    }

    private void taxes() {
        for (TaxTable.Share share : data.taxes()) {
            String percent = BigDecimal.valueOf(share.basisPoints(), 2)
                    .stripTrailingZeros()
                    .toPlainString();
            String rate = words.say("receipt.tax", share.letter(), percent);
            String gross = Amounts.plain(share.gross(), words.language());
            String tax = Amounts.plain(share.tax(), words.language());
            parts.add(new Columns(rate + "  (" + gross + ")", tax, false));
        }
    }

    private void total() {
        String total = Amounts.plain(data.basket().total(data.currency()), words.language());
        parts.add(new Rule());
        parts.add(new Text(words.say("receipt.total") + "  " + data.currency() + " " + total, true, Size.DOUBLE, true));
        parts.add(new Rule());
    }

    private void card() {
        for (ReceiptData.CardLine line : data.cardLines()) {
            parts.add(new Columns(words.say(line.key()), line.value(), false));
        }
        if (data.ageApproved() > 0) {
            parts.add(new Text(words.say("receipt.ageChecked", data.ageApproved()), false, Size.NORMAL, false));
        }
    }

    private void foot() {
        parts.add(new Blank());
        parts.add(new Text(words.say("receipt.thanks"), true, Size.NORMAL, true));
        parts.add(new Qr(data.shop().id() + "/" + number()));
        if (!data.slip().isEmpty()) {
            parts.add(new Rule());
            parts.addAll(data.slip());
        }
        parts.add(new Cut());
    }
}
