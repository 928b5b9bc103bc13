package org.samokasa.sim.app;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.escpos.AnswerReader;
import org.samokasa.protocol.escpos.EscPosStatus;
import org.samokasa.protocol.escpos.PrinterAnswer;

/** What an ESC/POS printer answers, in words. */
final class PrinterWords {
    private PrinterWords() {}

    static WireWords.Said say(Bytes bytes) {
        List<String> words = new AnswerReader()
                .feed(bytes, Instant.EPOCH).stream().map(PrinterWords::word).toList();
        return words.isEmpty()
                ? new WireWords.Said("…", false, true)
                : new WireWords.Said(String.join("  ·  ", words), true, true);
    }

    private static String word(PrinterAnswer answer) {
        if (answer instanceof PrinterAnswer.RealTime realTime) {
            return "real-time status " + Bytes.of(realTime.octet());
        }
        if (answer instanceof PrinterAnswer.Automatic automatic) {
            String condition = EscPosStatus.condition(automatic.four()).name();
            return "status: " + condition.toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        if (answer instanceof PrinterAnswer.InTurn) {
            return "answer in turn: everything before is printed";
        }
        return answer instanceof PrinterAnswer.Processed processed
                ? "printed up to “" + processed.id() + "”"
                : "block " + ((PrinterAnswer.Block) answer).content();
    }
}
