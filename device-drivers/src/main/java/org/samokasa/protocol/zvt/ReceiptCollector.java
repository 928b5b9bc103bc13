package org.samokasa.protocol.zvt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.Notice.ReceiptLine;

/**
 * Puts print lines and text blocks together until a receipt is complete (sections 8.3, 8.4 and 13).
 *
 * <p>Without a receipt type, words in the text decide whose copy it is, then the order: merchant first, as in 11.2.
 */
final class ReceiptCollector {
    private static final int RECEIPT_TYPE = 0x1F07;
    private static final int MERCHANT = 0x01;
    private static final int ADMINISTRATIVE = 0x03;
    private static final int RECEIPT_INFORMATION = 0x1F37;
    private static final int SIGNATURE_LINE = 0x02;
    private static final int MUST_BE_PRINTED = 0x80;
    private static final int PRINT_TEXTS = 0x25;
    private static final int ATTRIBUTE = 0x09;
    private static final int LINE = 0x07;
    private static final int CHARSET = 0x14;

    private static final int CENTRED = 0x40;
    private static final int DOUBLE_WIDTH = 0x20;
    private static final int DOUBLE_HEIGHT = 0x10;
    private static final int INDENT = 0x0F;
    private static final int LAST_LINE_FIRST_VALUE = 0x81;
    private static final int FEED = 0xFF;

    /** A receipt is a metre of paper at most; what is longer is a terminal gone mad. */
    private static final int LINES_MAX = 1000;

    /** A receipt with its last line. */
    record Complete(Optional<Integer> type, boolean merchantCopy, List<ReceiptLine> lines, boolean mustPrint) {
        boolean isAdministrative() {
            return type.filter(t -> t == ADMINISTRATIVE).isPresent();
        }
    }

    private final List<ReceiptLine> lines = new ArrayList<>();
    private Optional<Integer> type = Optional.empty();
    private boolean mustPrint;
    private boolean hasSignatureLine;
    private boolean hadClearCardNumber;
    private int finished;

    Optional<Complete> add(PtCommand.PrintLine line, ZvtCharset charset) {
        return addLine(line.attribute(), line.text(), charset);
    }

    /** A block may end one receipt; a second one in the same block is not foreseen by the document. */
    Optional<Complete> add(PtCommand.PrintTextBlock block, ZvtCharset agreed) {
        Tlv tlv = block.tlv();
        type = tlv.octet(RECEIPT_TYPE).or(() -> type);
        int information = tlv.octet(RECEIPT_INFORMATION).orElse(0);
        mustPrint |= (information & MUST_BE_PRINTED) != 0;
        hasSignatureLine |= (information & SIGNATURE_LINE) != 0;
        ZvtCharset charset = tlv.octet(CHARSET).flatMap(ZvtCharset::ofTagValue).orElse(agreed);
        int attribute = 0;
        Optional<Complete> complete = Optional.empty();
        List<Tlv.TlvObject> parts =
                tlv.find(PRINT_TEXTS).map(Tlv.TlvObject::parts).orElse(List.of());
        for (Tlv.TlvObject part : parts) {
            if (part.tag() == ATTRIBUTE && part.value().size() == 1) {
                attribute = part.value().at(0);
                if (attribute == FEED) {
                    addFeeds(1);
                } else if (attribute >= LAST_LINE_FIRST_VALUE) {
                    complete = complete.or(this::finish);
                }
            } else if (part.tag() == LINE) {
                addText(attribute, charset.decode(part.value()));
            }
        }
        return complete;
    }

    /** What was begun and never ended; empty when nothing was. */
    Optional<Complete> rest() {
        return lines.isEmpty() ? Optional.empty() : finish();
    }

    boolean hasSignatureLine() {
        return hasSignatureLine;
    }

    /** True once a line held a card number in clear; it has been masked. */
    boolean hadClearCardNumber() {
        return hadClearCardNumber;
    }

    private Optional<Complete> addLine(int attribute, Bytes text, ZvtCharset charset) {
        if (attribute == FEED) {
            addFeeds(text.isEmpty() ? 1 : text.at(0));
            return Optional.empty();
        }
        if (attribute >= LAST_LINE_FIRST_VALUE) {
            if (!text.isEmpty()) {
                addText(0, charset.decode(text));
            }
            return finish();
        }
        addText(attribute, charset.decode(text));
        return Optional.empty();
    }

    private void addFeeds(int count) {
        if (lines.size() < LINES_MAX && count > 0) {
            lines.add(new ReceiptLine("", false, false, false, count));
        }
    }

    private void addText(int attribute, String text) {
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        String masked = PanFilter.mask(printable);
        hadClearCardNumber |= !masked.equals(printable);
        boolean centred = (attribute & CENTRED) != 0;
        String indent = centred ? "" : " ".repeat(attribute & INDENT);
        if (lines.size() < LINES_MAX) {
            lines.add(new ReceiptLine(
                    indent + masked, centred, (attribute & DOUBLE_WIDTH) != 0, (attribute & DOUBLE_HEIGHT) != 0, 0));
        }
    }

    private Optional<Complete> finish() {
        Complete complete = new Complete(type, isMerchantCopy(), List.copyOf(lines), mustPrint);
        lines.clear();
        type = Optional.empty();
        mustPrint = false;
        finished++;
        return Optional.of(complete);
    }

    private boolean isMerchantCopy() {
        if (type.isPresent()) {
            return type.get() == MERCHANT;
        }
        if (mentions("kundenbeleg", "customer copy", "customer receipt")) {
            return false;
        }
        return mentions("händlerbeleg", "haendlerbeleg", "merchant copy", "merchant receipt") || finished == 0;
    }

    private boolean mentions(String... words) {
        return lines.stream()
                .map(line -> line.text().toLowerCase(Locale.ROOT))
                .anyMatch(text -> Stream.of(words).anyMatch(text::contains));
    }
}
