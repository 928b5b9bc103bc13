package org.samokasa.protocol.zvt;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every bitmap with a published format (section 5). Without the format of one, the next cannot be found. */
final class BmpTable {
    /** How the length of a value is known. */
    enum Sizing {
        FIXED,
        /** Two bytes Fx Fy, then xy bytes. */
        LLVAR,
        /** Three bytes Fx Fy Fz, then xyz bytes. */
        LLLVAR,
        /** A TLV length, then objects. */
        TLV
    }

    /** What a value is made of. */
    enum Content {
        BINARY,
        BCD,
        TEXT
    }

    /**
     * @param size bytes of the value when {@link Sizing#FIXED}, else 0
     * @param meaning in words, for people who read explanations
     */
    record Row(int number, Sizing sizing, int size, Content content, String meaning) {}

    private static final Map<Integer, Row> ROWS = new HashMap<>();

    static {
        payment();
        cardAndHost();
        images();
        dialogue();
    }

    private BmpTable() {}

    static Optional<Row> row(int number) {
        return Optional.ofNullable(ROWS.get(number));
    }

    private static void payment() {
        binary(0x01, 1, "time limit, seconds");
        binary(0x02, 1, "status informations at most");
        binary(0x03, 1, "service byte");
        bcd(0x04, 6, "amount");
        binary(0x05, 1, "pump number");
        put(0x06, Sizing.TLV, 0, Content.BINARY, "TLV container");
        bcd(0x0B, 3, "trace number");
        bcd(0x0C, 3, "time");
        bcd(0x0D, 2, "date, month and day");
        bcd(0x0E, 2, "card expiry, year and month");
        bcd(0x17, 2, "card sequence number");
        binary(0x19, 1, "status byte or payment type");
        binary(0x27, 1, "result code");
        bcd(0x29, 4, "terminal id");
        put(0x2A, Sizing.FIXED, 15, Content.TEXT, "contract number");
        bcd(0x37, 3, "trace number of the original");
        put(0x3B, Sizing.FIXED, 8, Content.TEXT, "approval code");
        put(0x3C, Sizing.LLLVAR, 0, Content.TEXT, "additional text");
        bcd(0x3D, 3, "password");
        bcd(0x49, 2, "currency");
        put(0x60, Sizing.LLLVAR, 0, Content.BINARY, "totals");
        bcd(0x87, 2, "receipt number");
        bcd(0x88, 3, "turnover record number");
        bcd(0xAA, 3, "date, year, month and day");
    }

    private static void cardAndHost() {
        put(CardDataGuard.PAN, Sizing.LLVAR, 0, Content.BINARY, "card number, masked");
        put(0x23, Sizing.LLVAR, 0, Content.BINARY, "track 2");
        put(0x24, Sizing.LLLVAR, 0, Content.BINARY, "track 3");
        put(0x2D, Sizing.LLVAR, 0, Content.BINARY, "track 1");
        put(0x2E, Sizing.LLLVAR, 0, Content.BINARY, "synchronous chip data");
        binary(0x3A, 2, "card verification value");
        put(0x4C, Sizing.LLVAR, 0, Content.BINARY, "blocked goods groups");
        binary(0x8A, 1, "card type");
        put(0x8B, Sizing.LLVAR, 0, Content.TEXT, "card name");
        binary(0x8C, 1, "card type at the network operator");
        put(0x9A, Sizing.LLLVAR, 0, Content.BINARY, "GeldKarte record");
        binary(0xA0, 1, "result code of the host");
        put(0xA7, Sizing.LLVAR, 0, Content.BINARY, "chip EF_ID");
        put(0xAF, Sizing.LLLVAR, 0, Content.BINARY, "EF_Info");
        binary(0xBA, 5, "AID parameter");
        binary(0xD0, 1, "algorithm key");
        put(0xD1, Sizing.LLVAR, 0, Content.BINARY, "PIN or card offset");
        binary(0xD2, 1, "card output direction");
        binary(0xD3, 1, "DUKPT key id");
    }

    private static void images() {
        binary(0x70, 4, "image request id");
        binary(0x71, 4, "image size");
        binary(0x72, 1, "image type");
        binary(0x73, 1, "image encoding");
        binary(0x74, 1, "image parts");
        binary(0x75, 1, "image part index");
    }

    private static void dialogue() {
        binary(0xE0, 1, "input length at least");
        for (int line = 1; line <= 8; line++) {
            put(0xE0 + line, Sizing.LLVAR, 0, Content.TEXT, "second text, line " + line);
            put(0xF0 + line, Sizing.LLVAR, 0, Content.TEXT, "text, line " + line);
        }
        binary(0xE9, 1, "input length at most");
        binary(0xEA, 1, "echo");
        binary(0xEB, 8, "MAC");
        binary(0xF0, 1, "display duration");
        binary(0xF9, 1, "beeps");
        binary(0xFA, 1, "card reader on or off");
        binary(0xFB, 1, "confirm with OK");
        binary(0xFC, 1, "dialogue control");
        binary(0xFD, 1, "display device");
    }

    private static void binary(int number, int size, String meaning) {
        put(number, Sizing.FIXED, size, Content.BINARY, meaning);
    }

    private static void bcd(int number, int size, String meaning) {
        put(number, Sizing.FIXED, size, Content.BCD, meaning);
    }

    private static void put(int number, Sizing sizing, int size, Content content, String meaning) {
        ROWS.put(number, new Row(number, sizing, size, content, meaning));
    }
}
