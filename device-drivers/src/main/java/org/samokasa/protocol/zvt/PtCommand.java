package org.samokasa.protocol.zvt;

import java.util.Optional;
import org.samokasa.protocol.Bytes;

/** What the terminal may say while it is master (section 8). */
public sealed interface PtCommand {
    int SET_CLOCK = 0x0401;
    int STATUS_INFORMATION = 0x040F;
    int INTERMEDIATE_STATUS = 0x04FF;
    int COMPLETION = 0x060F;
    int ABORT = 0x061E;
    int PRINT_LINE = 0x06D1;
    int PRINT_TEXT_BLOCK = 0x06D3;

    /**
     * 04 FF.
     *
     * @param status code of section 9.1; FF, "no code fits", when the terminal left it out
     * @param minutes new time limit T4 in minutes, empty when none or unreadable
     */
    record IntermediateStatus(int status, Optional<Integer> minutes, Tlv tlv) implements PtCommand {}

    /** 04 0F, a result. */
    record StatusInformation(Fields fields) implements PtCommand {}

    /** 06 0F. What {@code data} means depends on the running command: {@link #fields} or {@link #terminalStatus}. */
    record Completion(Bytes data) implements PtCommand {
        public Fields fields() {
            return Fields.read(data);
        }

        /** As the end of a status enquiry. */
        public Optional<TerminalStatus> terminalStatus() {
            return TerminalStatus.read(data);
        }
    }

    /**
     * 06 1E.
     *
     * @param result code of section 9.2, empty when the terminal left it out
     * @param currency the terminal's own currency, four digits, after a wrong one
     */
    record Abort(Optional<Integer> result, Optional<String> currency, Fields fields) implements PtCommand {}

    /** 06 D1. {@code attribute} as in section 8.3, {@code text} without a trailing TLV container. */
    record PrintLine(int attribute, Bytes text) implements PtCommand {}

    /** 06 D3. */
    record PrintTextBlock(Tlv tlv) implements PtCommand {}

    /** 04 01. */
    record SetClock(Fields fields) implements PtCommand {}

    /** Well-formed and not one of these. */
    record Other(Apdu apdu) implements PtCommand {}

    /** The message for a command. */
    static Apdu encode(PtCommand command) {
        if (command instanceof IntermediateStatus it) {
            return new Apdu(INTERMEDIATE_STATUS, intermediateData(it));
        }
        if (command instanceof StatusInformation it) {
            return new Apdu(STATUS_INFORMATION, it.fields().encode());
        }
        if (command instanceof Completion it) {
            return new Apdu(COMPLETION, it.data());
        }
        if (command instanceof Abort it) {
            Bytes result = it.result().map(Bytes::of).orElse(Bytes.EMPTY);
            Bytes currency = it.currency().map(Bcd::encode).orElse(Bytes.EMPTY);
            return new Apdu(ABORT, result.plus(currency).plus(it.fields().encode()));
        }
        return encodePrinting(command);
    }

    private static Apdu encodePrinting(PtCommand command) {
        if (command instanceof PrintLine it) {
            return new Apdu(PRINT_LINE, Bytes.of(it.attribute()).plus(it.text()));
        }
        if (command instanceof PrintTextBlock it) {
            return new Apdu(
                    PRINT_TEXT_BLOCK, Fields.NONE.with(Fields.TLV, it.tlv()).encode());
        }
        if (command instanceof SetClock it) {
            return new Apdu(SET_CLOCK, it.fields().encode());
        }
        return ((Other) command).apdu();
    }

    private static Bytes intermediateData(IntermediateStatus status) {
        Bytes data = Bytes.of(status.status());
        data = data.plus(status.minutes().map(m -> Bcd.encode(m, 1)).orElse(Bytes.EMPTY));
        boolean bare = status.tlv().objects().isEmpty();
        return bare
                ? data
                : data.plus(Fields.NONE.with(Fields.TLV, status.tlv()).encode());
    }
}
