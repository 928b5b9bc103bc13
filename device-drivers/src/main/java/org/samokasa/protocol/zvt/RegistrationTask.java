package org.samokasa.protocol.zvt;

import java.util.Optional;
import org.samokasa.protocol.Bytes;

/** 06 00 with the kiosk profile (section 7.1). */
final class RegistrationTask extends Task {
    /** Till prints, wants 04 FF, controls amounts and administration; the terminal formats receipts. */
    private static final int KIOSK_CONFIG = 0xBE;

    /** The service menu must not sit on a function key. */
    private static final int NO_SERVICE_MENU = 0x01;

    private static final int PRINTER_WIDTH = 0x12;
    private static final int MESSAGE_SIZE = 0x1A;
    private static final int MESSAGE_SIZE_MAX = 2048;
    private static final int COMMANDS = 0x26;
    private static final int COMMAND = 0x0A;
    private static final int CHARSETS = 0x27;
    private static final int CHARSET = 0x14;
    private static final int INITIALISATION_NEEDED = 0x01;
    private static final int DIAGNOSIS_NEEDED = 0x02;
    private static final int REFUSED = 0x1E;

    private final Knowledge knowledge;
    private final Readiness readiness;
    private boolean succeeded;

    RegistrationTask(Knowledge knowledge, Readiness readiness) {
        this.knowledge = knowledge;
        this.readiness = readiness;
    }

    boolean hasSucceeded() {
        return succeeded;
    }

    @Override
    EcrCommand command() {
        ZvtOptions options = knowledge.options;
        Bytes wishes = Tlv.of(
                        Tlv.object(PRINTER_WIDTH, Bcd.encode(options.printerColumns(), 1)),
                        Tlv.object(MESSAGE_SIZE, Bytes.of(MESSAGE_SIZE_MAX >> 8, MESSAGE_SIZE_MAX & 0xFF)),
                        Tlv.object(COMMANDS, Tlv.object(COMMAND, Bytes.of(0x06, 0xD3))))
                .encode();
        if (options.charset() != ZvtCharset.CP437) {
            Bytes set = Bytes.of(options.charset().tagValue());
            wishes = wishes.plus(
                    Tlv.of(Tlv.object(CHARSETS, Tlv.object(CHARSET, set))).encode());
        }
        Fields fields =
                Fields.NONE.with(Fields.SERVICE, Bytes.of(NO_SERVICE_MENU)).with(Fields.TLV, wishes);
        String currency = ZvtCurrency.numeric(options.currency());
        return new EcrCommand.Registration(options.password(), KIOSK_CONFIG, Optional.of(currency), fields);
    }

    @Override
    void onCompletion(PtCommand.Completion completion, Desk desk) {
        desk.acknowledge();
        Fields fields = completion.fields();
        knowledge.charset = agreedCharset(fields);
        // Measured anew each time: another terminal, or new software, may be at the far end.
        knowledge.lacksRepeatReceipt = false;
        knowledge.lacksStatusEnquiry = false;
        int status = fields.octet(Fields.STATUS).orElse(0);
        readiness.registered((status & INITIALISATION_NEEDED) != 0, (status & DIAGNOSIS_NEEDED) != 0);
        succeeded = true;
        end();
    }

    @Override
    void onAbort(PtCommand.Abort abort, Desk desk) {
        desk.acknowledge();
        refused(abort.result().orElse(0xFF), abort.currency(), desk);
    }

    @Override
    void onRefused(Response refusal, Desk desk) {
        Bytes data = refusal.data();
        if (refusal.code() == ResultCode.PLEASE_WAIT) {
            readiness.problem(Notice.State.BUSY, "busy with a job of its own", ZvtTimes.STATUS_PAUSE, true, desk);
            end();
        } else if (refusal.code() == REFUSED && !data.isEmpty()) {
            Optional<String> currency = data.size() >= 3 ? Bcd.digits(data.slice(1, 3)) : Optional.empty();
            refused(data.at(0), currency, desk);
        } else {
            refused(refusal.code(), Optional.empty(), desk);
        }
    }

    @Override
    void onBroken(String why, Desk desk) {
        end();
    }

    private void refused(int code, Optional<String> currency, Desk desk) {
        String detail = String.format("registration refused: %02X %s", code, ResultCode.meaning(code));
        if (code == ResultCode.WRONG_CURRENCY) {
            String own = currency.flatMap(ZvtCurrency::letters).orElse("another one");
            detail = "registration refused: wrong currency, the terminal has " + own;
        }
        readiness.problem(Notice.State.SETTINGS, detail, ZvtTimes.FAULT_PAUSE, true, desk);
        end();
    }

    /** Active only when echoed (section 10). */
    private ZvtCharset agreedCharset(Fields fields) {
        return fields.tlv()
                .find(CHARSETS)
                .flatMap(sets -> sets.part(CHARSET))
                .filter(set -> set.value().size() == 1)
                .flatMap(set -> ZvtCharset.ofTagValue(set.value().at(0)))
                .orElse(ZvtCharset.CP437);
    }
}
