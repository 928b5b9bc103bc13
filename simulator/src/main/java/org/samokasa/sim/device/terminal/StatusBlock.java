package org.samokasa.sim.device.terminal;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.Apdu;
import org.samokasa.protocol.zvt.Bcd;
import org.samokasa.protocol.zvt.Fields;
import org.samokasa.protocol.zvt.PtCommand;
import org.samokasa.protocol.zvt.Tlv;
import org.samokasa.protocol.zvt.ZvtCurrency;

/** Builds the status informations of the terminal (section 8.1). */
final class StatusBlock {
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);

    private static final Bytes UNKNOWN_BITMAP = Bytes.of(0x92, 0x01);
    private static final Bytes CONTRACT = Bytes.ascii("4501077310     ");
    private static final int MIRROR = 0x1F1F;

    private final ZvtTerminalOptions options;
    private final Set<Quirk> quirks;

    StatusBlock(ZvtTerminalOptions options, Set<Quirk> quirks) {
        this.options = options;
        this.quirks = quirks;
    }

    static String approvalCode(Turnover turnover) {
        return "71" + turnover.receipt();
    }

    /** Approved, or the repeated status of a transaction. */
    Apdu of(Turnover turnover) {
        Fields fields = Fields.NONE;
        if (!quirks.contains(Quirk.RESULT_WITHOUT_CODE)) {
            fields = fields.with(Fields.RESULT, Bytes.of(0));
        }
        fields = fields.with(Fields.AMOUNT, amount(turnover.minor()))
                .with(Fields.CURRENCY, Bcd.encode(ZvtCurrency.numeric(options.currency())))
                .with(Fields.TRACE, Bcd.encode(turnover.trace()));
        if (turnover.original().isPresent()) {
            fields = fields.with(
                    Fields.ORIGINAL_TRACE, Bcd.encode(turnover.original().get()));
        }
        Turnover.Card card = turnover.card();
        fields = clock(fields, turnover.at())
                .with(Fields.PAN, pan(card))
                .with(Fields.TERMINAL_ID, Bcd.encode(options.terminalId()))
                .with(Fields.APPROVAL_CODE, Bytes.ascii(approvalCode(turnover)).plus(Bytes.of(0, 0)))
                .with(Fields.CARD_NAME, Bytes.ascii(card.name()).plus(Bytes.of(0)))
                .with(Fields.CARD_TYPE, Bytes.of(card.type()))
                .with(Fields.RECEIPT, Bcd.encode(turnover.receipt()))
                .with(Fields.CONTRACT, CONTRACT)
                .with(Fields.TEXT, Bytes.ascii("Genehmigt"))
                .with(Fields.TLV, container(turnover));
        return broken(fields.encode());
    }

    /** Refused by the bank: no receipt number (F14). */
    Apdu declined(int code, long minor, String trace, LocalDateTime at) {
        Fields fields = Fields.NONE
                .with(Fields.RESULT, Bytes.of(code))
                .with(Fields.AMOUNT, Bcd.encode(minor, 6))
                .with(Fields.CURRENCY, Bcd.encode(ZvtCurrency.numeric(options.currency())))
                .with(Fields.TRACE, Bcd.encode(trace));
        Fields full = clock(fields, at)
                .with(Fields.TERMINAL_ID, Bcd.encode(options.terminalId()))
                .with(Fields.RECEIPT, Bytes.of(0, 0))
                .with(Fields.CARD_TYPE, Bytes.of(0x0A));
        return new Apdu(PtCommand.STATUS_INFORMATION, full.encode());
    }

    /** A result and nothing else (F16). */
    static Apdu bare(int code) {
        return new Apdu(PtCommand.STATUS_INFORMATION, Bytes.of(Fields.RESULT, code));
    }

    private static Fields clock(Fields fields, LocalDateTime at) {
        return fields.with(Fields.TIME, Bcd.encode(TIME.format(at))).with(Fields.DATE, Bcd.encode(DATE.format(at)));
    }

    private Bytes amount(long minor) {
        Bytes digits = Bcd.encode(minor, 6);
        return quirks.contains(Quirk.DAMAGED_AMOUNT) ? digits.slice(0, 5).plus(Bytes.of(0xA0)) : digits;
    }

    private Bytes pan(Turnover.Card card) {
        String digits = card.clearNumber();
        if (quirks.contains(Quirk.CLEAR_CARD_NUMBER)) {
            return Bytes.hex(digits);
        }
        return Bytes.hex(digits.substring(0, 6) + "EEEEEE" + card.lastFour());
    }

    private Bytes container(Turnover turnover) {
        if (quirks.contains(Quirk.CONTAINER_OVERRUN)) {
            return Bytes.of(0x45, 0x7F, 0x11);
        }
        Turnover.Card card = turnover.card();
        Tlv.TlvObject kind = Tlv.object(
                0x2F,
                Tlv.object(0x1F10, Bytes.of(card.cardholderCheck())),
                Tlv.object(0x1F11, Bytes.of(1)),
                Tlv.object(0x1F12, Bytes.of(card.entryMode())));
        Tlv.TlvObject application = Tlv.object(0x60, Tlv.object(0x43, Bytes.hex(card.applicationId())));
        Tlv.TlvObject receipts = Tlv.object(0x45, Bytes.of(0x11, 0, 0, 0));
        if (options.commit() == ZvtTerminalOptions.Commit.KEEP) {
            Tlv.TlvObject mirror = Tlv.object(MIRROR, Bcd.encode(turnover.receipt()));
            return Tlv.of(kind, application, receipts, mirror).encode();
        }
        return Tlv.of(kind, application, receipts).encode();
    }

    private Apdu broken(Bytes data) {
        Bytes front = quirks.contains(Quirk.UNKNOWN_BITMAP_IN_FRONT) ? UNKNOWN_BITMAP : Bytes.EMPTY;
        Bytes back = quirks.contains(Quirk.UNKNOWN_BITMAP_AT_END) ? UNKNOWN_BITMAP : Bytes.EMPTY;
        return new Apdu(PtCommand.STATUS_INFORMATION, front.plus(data).plus(back));
    }
}
