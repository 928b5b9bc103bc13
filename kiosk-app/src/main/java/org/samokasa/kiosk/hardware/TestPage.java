package org.samokasa.kiosk.hardware;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.devices.PaperLine;
import org.samokasa.devices.PaperLine.Align;
import org.samokasa.devices.PaperLine.Size;
import org.samokasa.kiosk.domain.language.Amounts;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.lane.MachineSheet;

/**
 * The page a technician looks at: a sample in each language of receipts, a ruler of columns, sizes and the codes.
 *
 * @param words of every language receipts are printed in
 */
public record TestPage(String shop, int lane, String currency, Map<Language, Words> words) {
    /** An amount that shows how thousands and decimals are written. */
    private static final int SAMPLE_MINOR = 123_450;

    /** Belongs to nobody: GS1 keeps the prefix 952 for examples. */
    private static final String SAMPLE_GTIN = "9521234543213";

    public TestPage {
        words = Map.copyOf(words);
    }

    /** @param columns characters on one line, printed as a ruler: a wrong model in the configuration shows at once */
    List<PaperLine> lines(Optional<MachineSheet> sheet, int columns) {
        List<PaperLine> lines = new ArrayList<>();
        lines.add(new PaperLine.Text(shop + " - " + lane, Align.CENTRE, Size.DOUBLE, true));
        sheet.ifPresent(machine -> lines.add(PaperLine.centred(machine.driver() + " " + machine.address())));
        lines.add(new PaperLine.Rule());
        lines.add(PaperLine.text(ruler(columns)));
        words.keySet().stream().sorted(Comparator.naturalOrder()).forEach(language -> sample(language, lines));
        lines.add(new PaperLine.Rule());
        lines.add(new PaperLine.Barcode(PaperLine.BarcodeKind.EAN_13, SAMPLE_GTIN));
        lines.add(new PaperLine.Qr(shop + " " + lane));
        lines.add(new PaperLine.Cut());
        return lines;
    }

    private void sample(Language language, List<PaperLine> lines) {
        Words its = words.get(language);
        lines.add(new PaperLine.Text(language.ownName(), Align.LEFT, Size.NORMAL, true));
        lines.add(PaperLine.text(its.say("receipt.thanks")));
        String sum = Amounts.withCurrency(Money.of(SAMPLE_MINOR, currency), language);
        lines.add(new PaperLine.Columns(its.say("receipt.total"), sum, false));
    }

    /** Counts tens at each tenth column: its last character must stand at the right edge of the first line. */
    private static String ruler(int columns) {
        StringBuilder ruler = new StringBuilder();
        for (int column = 1; column <= columns; column++) {
            ruler.append(column % 10 == 0 ? Character.forDigit(column / 10 % 10, 10) : '.');
        }
        return ruler.toString();
    }

    /** What a terminal wants on paper, cut off behind it. */
    List<PaperLine> slip(List<PaperLine> lines) {
        List<PaperLine> all = new ArrayList<>(lines);
        all.add(new PaperLine.Cut());
        return all;
    }
}
