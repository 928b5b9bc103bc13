package org.samokasa.protocol.zvt;

import java.util.Map;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * The answer to a status enquiry (sections 7.7 and 9.3).
 *
 * @param version software version, empty when none was sent
 * @param code status code
 * @param tlv what followed, usually nothing
 */
public record TerminalStatus(String version, int code, Tlv tlv) {
    /** What a status asks of the till. */
    public enum Remedy {
        NONE,
        INITIALISE,
        DIAGNOSE,
        /** Occupied with a job of its own: ask again. */
        WAIT,
        /** 06 50, a decision of the shop. */
        END_OF_DAY,
        /** A human at the terminal. */
        SERVICE
    }

    private record Meaning(String text, Remedy remedy) {}

    private static final Map<Integer, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(0x00, new Meaning("ready", Remedy.NONE)),
            Map.entry(0x51, new Meaning("initialisation required", Remedy.INITIALISE)),
            Map.entry(0x62, new Meaning("date or time wrong", Remedy.DIAGNOSE)),
            Map.entry(0x9C, new Meaning("busy with a job of its own", Remedy.WAIT)),
            Map.entry(0xB1, new Meaning("memory full, end of day required", Remedy.END_OF_DAY)),
            Map.entry(0xB2, new Meaning("merchant journal full", Remedy.SERVICE)),
            Map.entry(0xBF, new Meaning("voltage too low", Remedy.SERVICE)),
            Map.entry(0xC0, new Meaning("locking mechanism defective", Remedy.SERVICE)),
            Map.entry(0xC1, new Meaning("merchant card locked", Remedy.SERVICE)),
            Map.entry(0xC2, new Meaning("diagnosis required", Remedy.DIAGNOSE)),
            Map.entry(0xC4, new Meaning("card profile invalid", Remedy.SERVICE)),
            Map.entry(0xCC, new Meaning("the terminal's printer is not ready", Remedy.SERVICE)),
            Map.entry(0xDC, new Meaning("a card is inserted", Remedy.NONE)),
            Map.entry(0xDF, new Meaning("out of order", Remedy.SERVICE)),
            Map.entry(0xE0, new Meaning("remote maintenance", Remedy.WAIT)),
            Map.entry(0xE1, new Meaning("a card is not fully removed", Remedy.SERVICE)),
            Map.entry(0xE2, new Meaning("card reader defective", Remedy.SERVICE)),
            Map.entry(0xE3, new Meaning("shutter closed", Remedy.SERVICE)),
            Map.entry(0xE4, new Meaning("activation required", Remedy.SERVICE)),
            Map.entry(0xF0, new Meaning("end of day required", Remedy.END_OF_DAY)),
            Map.entry(0xF6, new Meaning("OPT data missing", Remedy.SERVICE)));

    /**
     * Reads {@code [LLLVAR version] status [06 TLV]}, which has no bitmap numbers in front of version and status; empty
     * when no status is in it.
     */
    public static Optional<TerminalStatus> read(Bytes data) {
        int position = 0;
        String version = "";
        int versionSize = versionSize(data);
        if (versionSize >= 0) {
            version = ZvtCharset.ASCII.decode(data.slice(3, 3 + versionSize));
            position = 3 + versionSize;
        }
        if (position >= data.size()) {
            return Optional.empty();
        }
        Fields rest = Fields.read(data.slice(position + 1, data.size()));
        return Optional.of(new TerminalStatus(version, data.at(position), rest.tlv()));
    }

    /** Status without version, as it is asked for with service bit 02. */
    public static Bytes encode(int code) {
        return Bytes.of(code);
    }

    public String meaning() {
        return meaning(code).text();
    }

    public Remedy remedy() {
        return meaning(code).remedy();
    }

    private static Meaning meaning(int code) {
        return MEANINGS.getOrDefault(code, new Meaning("status without a published meaning", Remedy.SERVICE));
    }

    /** Section 7.7: a version is there when the first byte is F0 to F9 and a valid LLLVAR fits; else -1. */
    private static int versionSize(Bytes data) {
        if (data.size() < 4) {
            return -1;
        }
        int size = 0;
        for (int i = 0; i < 3; i++) {
            if (data.at(i) < 0xF0 || data.at(i) > 0xF9) {
                return -1;
            }
            size = size * 10 + (data.at(i) & 0x0F);
        }
        return 3 + size < data.size() ? size : -1;
    }
}
