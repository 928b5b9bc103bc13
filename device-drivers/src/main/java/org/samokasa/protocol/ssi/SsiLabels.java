package org.samokasa.protocol.ssi;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scannertext.ScannerTextCodec.Decoded;

/** Joins the packets of long labels and knows which packet came before. */
final class SsiLabels {
    /** A repeat comes 2 s after what it repeats (sheet section 9.3). Later the same code is another can of the same beans. */
    static final Duration REPEAT_LIMIT = Duration.ofSeconds(3);

    /** Characters of one label; the largest QR code has 7089 digits. */
    static final int LABEL_BYTES_MAX = 8_192;

    private Optional<SsiPacket> last = Optional.empty();
    private Instant lastAt = Instant.EPOCH;
    private Bytes parts = Bytes.EMPTY;
    private int type;
    private boolean halfWay;
    private Instant partAt = Instant.EPOCH;

    /** @param packet with at least the code type; answers nothing for a repeat and for all but the last part */
    List<Decoded> take(SsiPacket packet, Instant now) {
        boolean repeat = packet.isAgain()
                && now.isBefore(lastAt.plus(REPEAT_LIMIT))
                && last.filter(before -> before.again().equals(packet)).isPresent();
        lastAt = now;
        if (repeat) {
            return List.of();
        }
        last = Optional.of(packet);
        List<Decoded> told = new ArrayList<>();
        if (halfWay && packet.data().at(0) != type) {
            told.add(new Decoded.Garbled("another label began before the end of a long one"));
            parts = Bytes.EMPTY;
        }
        type = packet.data().at(0);
        parts = parts.plus(packet.data().slice(1, packet.data().size()));
        partAt = now;
        halfWay = packet.hasMore();
        if (parts.size() > LABEL_BYTES_MAX) {
            told.add(new Decoded.Garbled("a label longer than " + LABEL_BYTES_MAX + " bytes"));
            forgetParts();
        } else if (!halfWay) {
            told.add(SsiCodes.decode(type, parts));
            parts = Bytes.EMPTY;
        }
        return told;
    }

    /** A packet that could not be read is sent again: unless it was a repeat itself, that is none of what came before. */
    void damaged(boolean wasRepeat) {
        if (!wasRepeat) {
            last = Optional.empty();
        }
    }

    /** Throws away a long label whose next part does not come, and says so. */
    Optional<String> dropHalf(Instant now) {
        if (!halfWay || now.isBefore(partAt.plus(SsiSession.PART_LIMIT))) {
            return Optional.empty();
        }
        int size = parts.size();
        forgetParts();
        return Optional.of("a long label stopped after " + size + " characters");
    }

    Optional<Instant> due() {
        return halfWay ? Optional.of(partAt.plus(SsiSession.PART_LIMIT)) : Optional.empty();
    }

    private void forgetParts() {
        parts = Bytes.EMPTY;
        halfWay = false;
    }

    void forget() {
        forgetParts();
        last = Optional.empty();
    }
}
