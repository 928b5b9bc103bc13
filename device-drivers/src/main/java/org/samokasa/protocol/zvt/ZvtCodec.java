package org.samokasa.protocol.zvt;

import java.util.Optional;
import java.util.function.BiFunction;
import org.samokasa.protocol.Bytes;

/** Messages into records, in both directions. Records into messages: {@link EcrCommand#encode}, {@link PtCommand#encode}. */
public final class ZvtCodec {
    private static final int PASSWORD_SIZE = 3;
    private static final int CURRENCY_SIZE = 2;
    private static final int NO_CODE_FITS = 0xFF;
    private static final int NORMAL_TEXT = 0x00;
    private static final int TLV_BEGIN = 0x06;

    private ZvtCodec() {}

    /** Reads what a till sent. Never fails: see {@link EcrCommand.Unreadable}. */
    public static EcrCommand readEcr(Apdu apdu) {
        return switch (apdu.code()) {
            case EcrCommand.REGISTRATION -> registration(apdu);
            case EcrCommand.AUTHORISATION -> new EcrCommand.Authorisation(Fields.read(apdu.data()));
            case EcrCommand.REVERSAL -> withPassword(apdu, EcrCommand.Reversal::new);
            case EcrCommand.REPEAT_RECEIPT -> withPassword(apdu, EcrCommand.RepeatReceipt::new);
            case EcrCommand.END_OF_DAY -> withPassword(apdu, EcrCommand.EndOfDay::new);
            case EcrCommand.INITIALISATION -> withPassword(apdu, EcrCommand.Initialisation::new);
            case EcrCommand.STATUS_ENQUIRY -> statusEnquiry(apdu);
            case EcrCommand.DIAGNOSIS -> new EcrCommand.Diagnosis(Fields.read(apdu.data()));
            case EcrCommand.ABORT -> new EcrCommand.Abort();
            case EcrCommand.LOG_OFF -> new EcrCommand.LogOff();
            default -> new EcrCommand.Other(apdu);
        };
    }

    /** Reads what a terminal sent as master. Never fails: what cannot be read is absent or marked as damaged. */
    public static PtCommand readPt(Apdu apdu) {
        Bytes data = apdu.data();
        return switch (apdu.code()) {
            case PtCommand.INTERMEDIATE_STATUS -> intermediateStatus(data);
            case PtCommand.STATUS_INFORMATION -> new PtCommand.StatusInformation(Fields.read(data));
            case PtCommand.COMPLETION -> new PtCommand.Completion(data);
            case PtCommand.ABORT -> abort(data);
            case PtCommand.PRINT_LINE -> printLine(data);
            case PtCommand.PRINT_TEXT_BLOCK ->
                new PtCommand.PrintTextBlock(Fields.read(data).tlv());
            case PtCommand.SET_CLOCK -> new PtCommand.SetClock(Fields.read(data));
            default -> new PtCommand.Other(apdu);
        };
    }

    private static EcrCommand registration(Apdu apdu) {
        Bytes data = apdu.data();
        Optional<String> password = password(data);
        if (password.isEmpty() || data.size() == PASSWORD_SIZE) {
            return new EcrCommand.Unreadable(apdu.code(), "password or config byte missing");
        }
        int config = data.at(PASSWORD_SIZE);
        Bytes rest = data.slice(PASSWORD_SIZE + 1, data.size());
        if (rest.isEmpty()) {
            return new EcrCommand.Registration(password.get(), config, Optional.empty(), Fields.NONE);
        }
        if (rest.size() < CURRENCY_SIZE
                || Bcd.digits(rest.slice(0, CURRENCY_SIZE)).isEmpty()) {
            return new EcrCommand.Unreadable(apdu.code(), "currency unreadable");
        }
        Fields fields = Fields.read(rest.slice(CURRENCY_SIZE, rest.size()));
        return new EcrCommand.Registration(password.get(), config, Bcd.digits(rest.slice(0, CURRENCY_SIZE)), fields);
    }

    private static EcrCommand withPassword(Apdu apdu, BiFunction<String, Fields, EcrCommand> make) {
        Optional<String> password = password(apdu.data());
        if (password.isEmpty()) {
            return new EcrCommand.Unreadable(apdu.code(), "password missing");
        }
        return make.apply(
                password.get(),
                Fields.read(apdu.data().slice(PASSWORD_SIZE, apdu.data().size())));
    }

    private static EcrCommand statusEnquiry(Apdu apdu) {
        if (apdu.data().isEmpty()) {
            return new EcrCommand.StatusEnquiry(Optional.empty(), Fields.NONE);
        }
        return withPassword(apdu, (password, fields) -> new EcrCommand.StatusEnquiry(Optional.of(password), fields));
    }

    private static Optional<String> password(Bytes data) {
        return data.size() < PASSWORD_SIZE ? Optional.empty() : Bcd.digits(data.slice(0, PASSWORD_SIZE));
    }

    private static PtCommand intermediateStatus(Bytes data) {
        if (data.isEmpty()) {
            return new PtCommand.IntermediateStatus(NO_CODE_FITS, Optional.empty(), Tlv.EMPTY);
        }
        int status = data.at(0);
        Bytes rest = data.slice(1, data.size());
        if (rest.isEmpty() || isContainer(rest)) {
            return new PtCommand.IntermediateStatus(
                    status, Optional.empty(), Fields.read(rest).tlv());
        }
        Optional<Integer> minutes = Bcd.digits(rest.slice(0, 1)).map(Integer::parseInt);
        Tlv tlv = Fields.read(rest.slice(1, rest.size())).tlv();
        return new PtCommand.IntermediateStatus(status, minutes, tlv);
    }

    /** True when all of it is one container: the time limit before it was left out. */
    private static boolean isContainer(Bytes bytes) {
        byte[] raw = bytes.toArray();
        if (raw[0] != TLV_BEGIN) {
            return false;
        }
        TlvScanner.Length length = TlvScanner.length(raw, 1, raw.length);
        return length.value() >= 0 && length.next() + length.value() == raw.length;
    }

    private static PtCommand abort(Bytes data) {
        if (data.isEmpty()) {
            return new PtCommand.Abort(Optional.empty(), Optional.empty(), Fields.NONE);
        }
        int result = data.at(0);
        int position = 1;
        Optional<String> currency = Optional.empty();
        if (result == ResultCode.WRONG_CURRENCY && data.size() >= 1 + CURRENCY_SIZE) {
            currency = Bcd.digits(data.slice(1, 1 + CURRENCY_SIZE));
            position += CURRENCY_SIZE;
        }
        return new PtCommand.Abort(Optional.of(result), currency, Fields.read(data.slice(position, data.size())));
    }

    private static PtCommand printLine(Bytes data) {
        if (data.isEmpty()) {
            return new PtCommand.PrintLine(NORMAL_TEXT, Bytes.EMPTY);
        }
        return new PtCommand.PrintLine(data.at(0), data.slice(1, endOfText(data)));
    }

    /** Some terminals add a TLV container behind the text (section 15); 06 is no character of a receipt. */
    private static int endOfText(Bytes data) {
        byte[] raw = data.toArray();
        for (int i = 1; i < raw.length; i++) {
            if (raw[i] == TLV_BEGIN) {
                TlvScanner.Length length = TlvScanner.length(raw, i + 1, raw.length);
                if (length.value() >= 0 && length.next() + length.value() == raw.length) {
                    return i;
                }
            }
        }
        return raw.length;
    }
}
