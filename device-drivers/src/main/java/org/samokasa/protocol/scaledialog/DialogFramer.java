package org.samokasa.protocol.scaledialog;

import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.ScaleFrame;
import org.samokasa.protocol.scale.ScaleFramer;

/**
 * Single bytes ACK and NAK, and records from STX to ETX. One make ends its status with EOT instead (sheet section 4.3). STX
 * cannot stand inside a record, so a new one starts again.
 */
final class DialogFramer implements ScaleFramer {
    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    private static final int EOT = 0x04;
    private static final int ACK = 0x06;
    private static final int NAK = 0x15;
    /** Record 02 has 29 bytes between its ends. */
    static final int RECORD_BYTES_MAX = 40;

    private Bytes record = Bytes.EMPTY;
    private boolean inside;

    @Override
    public List<ScaleFrame> feed(Bytes chunk) {
        List<ScaleFrame> frames = new ArrayList<>();
        Bytes noise = Bytes.EMPTY;
        for (int i = 0; i < chunk.size(); i++) {
            int octet = chunk.at(i);
            if (octet == STX) {
                noise = noise.plus(record);
                record = Bytes.EMPTY;
                inside = true;
            } else if (octet == ACK || octet == NAK) {
                noise = noise.plus(record);
                reset();
                frames.add(new ScaleFrame.Whole(Bytes.of(octet)));
            } else if (!inside) {
                noise = noise.plus(Bytes.of(octet));
            } else if (octet == ETX || octet == EOT) {
                frames.add(new ScaleFrame.Whole(record));
                reset();
            } else if (record.size() == RECORD_BYTES_MAX) {
                noise = noise.plus(record).plus(Bytes.of(octet));
                reset();
            } else {
                record = record.plus(Bytes.of(octet));
            }
        }
        if (!noise.isEmpty()) {
            frames.add(new ScaleFrame.Noise(noise));
        }
        return frames;
    }

    @Override
    public void reset() {
        record = Bytes.EMPTY;
        inside = false;
    }

    @Override
    public int pending() {
        return inside ? record.size() + 1 : 0;
    }
}
