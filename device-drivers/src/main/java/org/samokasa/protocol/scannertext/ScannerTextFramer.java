package org.samokasa.protocol.scannertext;

import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scannertext.ScannerTextSettings.Terminator;

/** Cuts the stream into messages. Holds at most one message of the permitted length. */
public final class ScannerTextFramer {
    private static final int LF = 0x0A;

    /** What came out of the stream. */
    public sealed interface Frame {
        /** The bytes between prefix and terminator, never empty. */
        record Message(Bytes payload) implements Frame {}

        /** Bytes that are no message; thrown away. */
        record Refused(Bytes bytes, String why) implements Frame {}
    }

    private final ScannerTextSettings settings;
    private Bytes collected = Bytes.EMPTY;
    private boolean overflowed;
    private boolean afterCr;

    public ScannerTextFramer(ScannerTextSettings settings) {
        this.settings = settings;
    }

    /** Takes in more of the stream and answers what became whole, oldest first. */
    public List<Frame> feed(Bytes chunk) {
        List<Frame> frames = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < chunk.size(); i++) {
            if (chunk.at(i) == settings.terminator().first()) {
                collect(chunk.slice(from, i));
                finish(frames);
                from = i + 1;
                afterCr = settings.terminator() == Terminator.CR || settings.terminator() == Terminator.CRLF;
            } else if (afterCr) {
                // The LF of CR LF arrives with the next message, sometimes much later: never wait for it.
                from = chunk.at(i) == LF ? i + 1 : i;
                afterCr = false;
            }
        }
        collect(chunk.slice(from, chunk.size()));
        return frames;
    }

    private void collect(Bytes part) {
        int room = settings.lengthMax() + settings.prefix().size() - collected.size();
        overflowed |= part.size() > room;
        collected = collected.plus(part.slice(0, Math.min(room, part.size())));
    }

    private void finish(List<Frame> frames) {
        Bytes whole = collected;
        boolean tooLong = overflowed;
        clear();
        if (tooLong) {
            frames.add(new Frame.Refused(whole, "longer than " + settings.lengthMax() + " bytes"));
            return;
        }
        int start = endOfPrefix(whole);
        if (start < 0 && !whole.isEmpty()) {
            frames.add(new Frame.Refused(whole, "the prefix " + settings.prefix() + " is missing"));
        } else if (start >= 0 && start < whole.size()) {
            frames.add(new Frame.Message(whole.slice(start, whole.size())));
        }
    }

    /** Where the payload starts, -1 when the prefix is not there; noise before the prefix is passed over. */
    private int endOfPrefix(Bytes whole) {
        Bytes prefix = settings.prefix();
        for (int i = 0; i + prefix.size() <= whole.size(); i++) {
            if (whole.slice(i, i + prefix.size()).equals(prefix)) {
                return i + prefix.size();
            }
        }
        return -1;
    }

    /** True while a message has begun and not ended. */
    public boolean isHalfWay() {
        return !collected.isEmpty() || overflowed;
    }

    /** Throws the begun message away and answers its bytes. */
    public Bytes discard() {
        Bytes half = collected;
        clear();
        return half;
    }

    private void clear() {
        collected = Bytes.EMPTY;
        overflowed = false;
    }
}
