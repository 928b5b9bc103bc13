package org.samokasa.protocol.escpos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * Tells a printer's answers apart (sheet section 6.4). An answer that was begun and is not finished within
 * {@link #PIECE_LIMIT} is dropped, so that a lost byte costs one answer and not the next.
 */
public final class AnswerReader {
    /** Sheet section 6.2: wait 100 ms, then drop. */
    static final Duration PIECE_LIMIT = Duration.ofMillis(100);
    /** Longest block: 80 characters of identity with header and end; a longer one is noise. */
    private static final int BLOCK_MAX = 96;

    private static final int AUTOMATIC_BYTES = 4;
    private static final int PROCESS_ID_BYTES = 7;
    private static final int PROCESS_ID = 0x37;
    private static final int PROCESS_ID_KIND = 0x22;

    private Bytes begun = Bytes.EMPTY;
    private Instant limit = Instant.EPOCH;

    public List<PrinterAnswer> feed(Bytes chunk, Instant now) {
        if (!begun.isEmpty() && !now.isBefore(limit)) {
            begun = Bytes.EMPTY;
        }
        List<PrinterAnswer> answers = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            take(chunk.at(i), now).ifPresent(answers::add);
        }
        return answers;
    }

    /** Forgets what was begun, as at the start of a connection. */
    public void reset() {
        begun = Bytes.EMPTY;
    }

    private Optional<PrinterAnswer> take(int octet, Instant now) {
        if (begun.isEmpty()) {
            return first(octet, now);
        }
        if (isBlock(begun.at(0))) {
            return inBlock(octet);
        }
        if (!EscPosStatus.isAnswerInTurn(octet)) {
            begun = Bytes.EMPTY;
            return first(octet, now);
        }
        begun = begun.plus(Bytes.of(octet));
        if (begun.size() < AUTOMATIC_BYTES) {
            return Optional.empty();
        }
        Bytes four = begun;
        begun = Bytes.EMPTY;
        return Optional.of(new PrinterAnswer.Automatic(four));
    }

    private Optional<PrinterAnswer> first(int octet, Instant now) {
        if (EscPosStatus.isRealTimeAnswer(octet)) {
            return Optional.of(new PrinterAnswer.RealTime(octet));
        }
        if (EscPosStatus.isAutomaticStart(octet) || isBlock(octet)) {
            begun = Bytes.of(octet);
            limit = now.plus(PIECE_LIMIT);
            return Optional.empty();
        }
        return EscPosStatus.isAnswerInTurn(octet)
                ? Optional.of(new PrinterAnswer.InTurn(octet))
                : Optional.empty(); // XON, XOFF or noise
    }

    private Optional<PrinterAnswer> inBlock(int octet) {
        if (octet != 0) {
            begun = begun.size() < BLOCK_MAX ? begun.plus(Bytes.of(octet)) : Bytes.EMPTY;
            return Optional.empty();
        }
        Bytes block = begun.plus(Bytes.of(0));
        begun = Bytes.EMPTY;
        boolean process =
                block.size() == PROCESS_ID_BYTES && block.at(0) == PROCESS_ID && block.at(1) == PROCESS_ID_KIND;
        return Optional.of(
                process
                        ? new PrinterAnswer.Processed(block.slice(2, 6).toText(StandardCharsets.US_ASCII))
                        : new PrinterAnswer.Block(block));
    }

    private static boolean isBlock(int octet) {
        return octet == 0x5F || octet == PROCESS_ID || octet == 0x3D;
    }
}
