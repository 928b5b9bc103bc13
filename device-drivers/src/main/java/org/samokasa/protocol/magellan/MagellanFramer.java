package org.samokasa.protocol.magellan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.samokasa.protocol.Bytes;

/**
 * Finds messages of either form. {@code S} and a known pair of digits start one. Inside the digits of a scale an S cannot
 * stand and starts again; inside a label it can, so only the end byte ends a label.
 */
public final class MagellanFramer {
    /** A label is a symbol's text, the largest QR code has 7089 digits; sheet scanner-serial, section 1: 4096 is ample. */
    static final int LABEL_BYTES_MAX = 4_096;
    /** Status digit and five digits of weight, with room. */
    static final int SCALE_BYTES_MAX = 8;

    private static final String LABEL = "08";
    private static final Set<String> CODES = Set.of("08", "10", "11", "14", "33");
    private static final int STX = 0x02;
    private static final int LF = 0x0A;

    private final MagellanForm form;
    private Bytes head = Bytes.EMPTY;
    private Bytes data = Bytes.EMPTY;
    private boolean inData;
    private Bytes noise = Bytes.EMPTY;

    public MagellanFramer(MagellanForm form) {
        this.form = form;
    }

    public List<MagellanFrame> feed(Bytes chunk) {
        List<MagellanFrame> frames = new ArrayList<>();
        for (int i = 0; i < chunk.size(); i++) {
            if (inData) {
                collect(chunk.at(i), frames);
            } else {
                look(chunk.at(i));
            }
        }
        if (!noise.isEmpty()) {
            frames.add(new MagellanFrame.Noise(noise));
            noise = Bytes.EMPTY;
        }
        return frames;
    }

    private int start() {
        return form == MagellanForm.S ? 'S' : STX;
    }

    /** Outside of a message: the start byte and two digits that are known. */
    private void look(int octet) {
        if (octet == start()) {
            noise = noise.plus(head);
            head = Bytes.of(octet);
            return;
        }
        if (head.isEmpty()) {
            // Some send CR LF; the LF of the message before is no noise.
            noise = octet == LF ? noise : noise.plus(Bytes.of(octet));
            return;
        }
        head = head.plus(Bytes.of(octet));
        if (head.size() == 3) {
            inData = CODES.contains(code());
            if (!inData) {
                noise = noise.plus(head);
                head = Bytes.EMPTY;
            }
        }
    }

    private String code() {
        return head.slice(1, 3).toText(StandardCharsets.ISO_8859_1);
    }

    private void collect(int octet, List<MagellanFrame> frames) {
        boolean label = code().equals(LABEL);
        if (octet == form.end()) {
            frames.add(new MagellanFrame.Message(code(), data));
            clear();
        } else if ((octet == start() && (!label || form == MagellanForm.STX))
                || data.size() == (label ? LABEL_BYTES_MAX : SCALE_BYTES_MAX)) {
            noise = noise.plus(discard());
            look(octet);
        } else {
            data = data.plus(Bytes.of(octet));
        }
    }

    /** True while a message has begun and not ended. */
    public boolean isHalfWay() {
        return !head.isEmpty();
    }

    /** True while that message is a label. */
    public boolean isInLabel() {
        return inData && code().equals(LABEL);
    }

    /** Throws the begun message away and answers its bytes. */
    public Bytes discard() {
        Bytes half = head.plus(data);
        clear();
        return half;
    }

    private void clear() {
        head = Bytes.EMPTY;
        data = Bytes.EMPTY;
        inData = false;
    }
}
