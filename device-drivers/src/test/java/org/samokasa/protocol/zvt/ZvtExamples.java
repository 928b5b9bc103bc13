package org.samokasa.protocol.zvt;

import java.util.List;
import org.samokasa.protocol.Bytes;

/**
 * The example frames F1 to F44 of payment-zvt.md section 17: computed by a program outside this project and decoded
 * without complaint by Wireshark's ZVT dissector. All card numbers are fictitious and masked.
 */
final class ZvtExamples {
    /** Registration, kiosk profile BE (ECR to PT). */
    static final Bytes F1 = Bytes.hex(
            "06 00 1C 10 20 30 BE 09 78 03 01 06 12 12 01 40 1A 02 08 00 26 04 0A 02 " + "06 D3 27 03 14 01 01");

    /** Registration, kiosk profile BE (ECR to PT), as a serial frame. */
    static final Bytes F1_SERIAL = Bytes.hex("10 02 06 00 1C 10 10 20 30 BE 09 78 03 01 06 12 12 01 40 1A 02 08 00 26 "
            + "04 0A 02 06 D3 27 03 14 01 01 10 03 B5 A5");

    /** Completion of the registration (PT to ECR). */
    static final Bytes F2 = Bytes.hex(
            "06 0F 1E 19 00 29 52 10 04 77 49 09 78 06 12 12 01 40 27 03 14 01 01 26 " + "08 0A 02 06 D3 0A 02 06 B0");

    /** Registration refused: wrong currency (PT to ECR). */
    static final Bytes F3 = Bytes.hex("84 1E 03 6F 07 56");

    /** Authorisation 23.10 EUR (amount contains 10: stuffed) (ECR to PT). */
    static final Bytes F4 = Bytes.hex("06 01 0C 04 00 00 00 00 23 10 49 09 78 19 40");

    /** Authorisation 23.10 EUR (amount contains 10: stuffed) (ECR to PT), as a serial frame. */
    static final Bytes F4_SERIAL = Bytes.hex("10 02 06 01 0C 04 00 00 00 00 23 10 10 49 09 78 19 40 10 03 D3 53");

    /** Intermediate status with text and new T4 (PT to ECR). */
    static final Bytes F5 = Bytes.hex(
            "04 FF 1E 0A 01 06 1A 24 18 07 0B 4B 61 72 74 65 20 62 69 74 74 65 07 09 " + "32 33 2C 31 30 20 45 55 52");

    /** Intermediate status, short form (PT to ECR). */
    static final Bytes F6 = Bytes.hex("04 FF 01 04");

    /** Approved, long status information (PT to ECR). */
    static final Bytes F7 = Bytes.hex("04 0F 8C 27 00 04 00 00 00 00 23 10 49 09 78 0B 00 04 18 0C 14 10 37 0D "
            + "11 06 22 F0 F8 99 99 99 EE EE EE 61 04 29 52 10 04 77 3B 37 31 30 34 32 "
            + "36 00 00 8B F1 F7 44 65 62 69 74 20 4D 61 73 74 65 72 63 61 72 64 00 8A "
            + "06 87 03 18 2A 34 35 30 31 30 37 37 33 31 30 20 20 20 20 20 3C F0 F0 F9 "
            + "47 65 6E 65 68 6D 69 67 74 06 24 2F 0C 1F 10 01 00 1F 11 01 01 1F 12 01 "
            + "02 60 09 43 07 A0 00 00 00 04 10 10 45 04 11 00 00 00 1F 1F 02 03 18");

    /** Approved, long status information (PT to ECR), as a serial frame. */
    static final Bytes F7_SERIAL = Bytes.hex("10 02 04 0F 8C 27 00 04 00 00 00 00 23 10 10 49 09 78 0B 00 04 18 0C 14 "
            + "10 10 37 0D 11 06 22 F0 F8 99 99 99 EE EE EE 61 04 29 52 10 10 04 77 3B "
            + "37 31 30 34 32 36 00 00 8B F1 F7 44 65 62 69 74 20 4D 61 73 74 65 72 63 "
            + "61 72 64 00 8A 06 87 03 18 2A 34 35 30 31 30 37 37 33 31 30 20 20 20 20 "
            + "20 3C F0 F0 F9 47 65 6E 65 68 6D 69 67 74 06 24 2F 0C 1F 10 10 01 00 1F "
            + "11 01 01 1F 12 01 02 60 09 43 07 A0 00 00 00 04 10 10 10 10 45 04 11 00 "
            + "00 00 1F 1F 02 03 18 10 03 99 08");

    /** Merchant receipt as text-block (ISO 8859-1 negotiated) (PT to ECR). */
    static final Bytes F8 = Bytes.hex("06 D3 4A 06 48 1F 07 01 01 1F 37 01 01 25 3E 09 01 40 07 0C 48 E4 6E 64 "
            + "6C 65 72 62 65 6C 65 67 09 01 00 07 13 42 65 7A 61 68 6C 75 6E 67 20 45 "
            + "55 52 20 32 33 2C 31 30 07 10 47 65 6E 65 68 6D 69 67 74 20 37 31 30 34 "
            + "32 36 09 01 81");

    /** Customer receipt, extended length (PT to ECR). */
    static final Bytes F9 = Bytes.hex("06 D3 FF 56 01 06 82 01 52 1F 07 01 02 1F 37 01 81 25 82 01 46 09 01 40 "
            + "07 14 4D 75 73 74 65 72 6C 61 64 65 6E 20 61 6D 20 4D 61 72 6B 74 07 1E "
            + "48 61 75 70 74 73 74 72 61 DF 65 20 37 2C 20 31 32 33 34 35 20 4D 75 73 "
            + "74 65 72 6F 72 74 09 01 10 07 0B 4B 75 6E 64 65 6E 62 65 6C 65 67 09 01 "
            + "00 07 20 54 65 72 6D 69 6E 61 6C 2D 49 44 20 20 20 20 20 20 20 20 20 20 "
            + "20 20 20 35 32 31 30 30 34 37 37 07 1E 54 41 2D 4E 72 20 30 30 30 34 31 "
            + "38 20 20 20 20 20 42 65 6C 65 67 2D 4E 72 20 30 33 31 38 07 20 42 65 7A "
            + "61 68 6C 75 6E 67 20 20 20 20 20 20 20 20 20 20 20 20 20 20 45 55 52 20 "
            + "32 33 2C 31 30 07 1B 44 65 62 69 74 20 4D 61 73 74 65 72 63 61 72 64 20 "
            + "6B 6F 6E 74 61 6B 74 6C 6F 73 07 10 23 23 23 23 23 23 23 23 23 23 23 23 "
            + "36 31 30 34 07 1A 41 49 44 20 20 20 20 20 20 20 20 20 41 30 30 30 30 30 "
            + "30 30 30 34 31 30 31 30 07 15 47 65 6E 65 68 6D 69 67 75 6E 67 73 6E 72 "
            + "20 37 31 30 34 32 36 07 13 30 36 2E 31 31 2E 32 30 33 31 20 31 34 3A 31 "
            + "30 3A 33 37 09 01 40 07 17 42 69 74 74 65 20 42 65 6C 65 67 20 61 75 66 "
            + "62 65 77 61 68 72 65 6E 09 01 81");

    /** Customer receipt, extended length (PT to ECR), as a serial frame. */
    static final Bytes F9_SERIAL = Bytes.hex("10 02 06 D3 FF 56 01 06 82 01 52 1F 07 01 02 1F 37 01 81 25 82 01 46 09 "
            + "01 40 07 14 4D 75 73 74 65 72 6C 61 64 65 6E 20 61 6D 20 4D 61 72 6B 74 "
            + "07 1E 48 61 75 70 74 73 74 72 61 DF 65 20 37 2C 20 31 32 33 34 35 20 4D "
            + "75 73 74 65 72 6F 72 74 09 01 10 10 07 0B 4B 75 6E 64 65 6E 62 65 6C 65 "
            + "67 09 01 00 07 20 54 65 72 6D 69 6E 61 6C 2D 49 44 20 20 20 20 20 20 20 "
            + "20 20 20 20 20 20 35 32 31 30 30 34 37 37 07 1E 54 41 2D 4E 72 20 30 30 "
            + "30 34 31 38 20 20 20 20 20 42 65 6C 65 67 2D 4E 72 20 30 33 31 38 07 20 "
            + "42 65 7A 61 68 6C 75 6E 67 20 20 20 20 20 20 20 20 20 20 20 20 20 20 45 "
            + "55 52 20 32 33 2C 31 30 07 1B 44 65 62 69 74 20 4D 61 73 74 65 72 63 61 "
            + "72 64 20 6B 6F 6E 74 61 6B 74 6C 6F 73 07 10 10 23 23 23 23 23 23 23 23 "
            + "23 23 23 23 36 31 30 34 07 1A 41 49 44 20 20 20 20 20 20 20 20 20 41 30 "
            + "30 30 30 30 30 30 30 34 31 30 31 30 07 15 47 65 6E 65 68 6D 69 67 75 6E "
            + "67 73 6E 72 20 37 31 30 34 32 36 07 13 30 36 2E 31 31 2E 32 30 33 31 20 "
            + "31 34 3A 31 30 3A 33 37 09 01 40 07 17 42 69 74 74 65 20 42 65 6C 65 67 "
            + "20 61 75 66 62 65 77 61 68 72 65 6E 09 01 81 10 03 67 6B");

    /** Print line (PT to ECR). */
    static final Bytes F10 =
            Bytes.hex("06 D1 16 40 2A 20 2A 20 2A 20 32 33 2C 31 30 20 45 55 52 20 2A 20 2A 20 " + "2A");

    /** Three line feeds (PT to ECR). */
    static final Bytes F11 = Bytes.hex("06 D1 02 FF 03");

    /** End of receipt with print lines (PT to ECR). */
    static final Bytes F12 = Bytes.hex("06 D1 01 81");

    /** Completion (PT to ECR). */
    static final Bytes F13 = Bytes.hex("06 0F 00");

    /** Declined (PT to ECR). */
    static final Bytes F14 = Bytes.hex("04 0F 21 27 05 04 00 00 00 00 23 10 49 09 78 0B 00 04 19 0C 14 12 10 0D "
            + "11 06 29 52 10 04 77 87 00 00 8A 0A");

    /** ... and the abort that ends it (PT to ECR). */
    static final Bytes F15 = Bytes.hex("06 1E 01 05");

    /** Customer pressed stop, status (PT to ECR). */
    static final Bytes F16 = Bytes.hex("04 0F 02 27 6C");

    /** ... and the abort that ends it (PT to ECR). */
    static final Bytes F17 = Bytes.hex("06 1E 01 6C");

    /** ECR wants to abort (ECR to PT). */
    static final Bytes F18 = Bytes.hex("06 B0 00");

    /** ECR wants to abort (ECR to PT), as a serial frame. */
    static final Bytes F18_SERIAL = Bytes.hex("10 02 06 B0 00 10 03 43 F3");

    /** too late / unknown command / unknown BMP (either direction). */
    static final Bytes F19 = Bytes.hex("84 83 00");

    /** ECR cannot print (ECR to PT). */
    static final Bytes F20 = Bytes.hex("84 CC 00");

    /** ask me again (ECR to PT). */
    static final Bytes F21 = Bytes.hex("84 9C 00");

    /** only 10.00 delivered (ECR to PT). */
    static final Bytes F22 = Bytes.hex("84 9D 07 04 00 00 00 00 10 00");

    /** nothing delivered, please reverse (ECR to PT). */
    static final Bytes F23 = Bytes.hex("84 66 00");

    /** Authorisation 8.45 with mirror id and partial approval (ECR to PT). */
    static final Bytes F24 =
            Bytes.hex("06 01 17 04 00 00 00 00 08 45 49 09 78 19 40 06 09 1F 1F 02 03 17 1F 70 " + "01 01");

    /** Partial approval 5.00 (PT to ECR). */
    static final Bytes F25 = Bytes.hex("04 0F 21 27 00 04 00 00 00 00 05 00 49 09 78 0B 00 04 22 0C 15 00 10 0D "
            + "11 06 29 52 10 04 77 87 03 20 8A 2F");

    /** Reversal (ECR to PT). */
    static final Bytes F26 = Bytes.hex("06 30 10 10 20 30 87 03 18 04 00 00 00 00 23 10 49 09 78");

    /** Reversal result (PT to ECR). */
    static final Bytes F27 = Bytes.hex("04 0F 25 27 00 04 00 00 00 00 23 10 49 09 78 0B 00 04 20 37 00 04 18 0C "
            + "14 15 02 0D 11 06 29 52 10 04 77 87 03 19 8A 06");

    /** Refund 4.99 (ECR to PT). */
    static final Bytes F28 = Bytes.hex("06 31 0D 10 20 30 04 00 00 00 00 04 99 49 09 78");

    /** Repeat receipt for recovery: status, no print (ECR to PT). */
    static final Bytes F29 = Bytes.hex("06 20 05 10 20 30 03 03");

    /** End-of-day (ECR to PT). */
    static final Bytes F30 = Bytes.hex("06 50 03 10 20 30");

    /** End-of-day totals (PT to ECR). */
    static final Bytes F31 = Bytes.hex("04 0F 4D 27 00 04 00 00 00 02 02 85 0B 00 04 21 0C 22 05 00 0D 11 06 60 "
            + "F0 F5 F3 03 01 03 19 04 00 00 00 00 51 20 00 00 00 00 00 00 00 06 00 00 "
            + "00 00 99 55 01 00 00 00 00 12 00 03 00 00 00 00 40 10 00 00 00 00 00 00 "
            + "00 00 00 00 00 00 00 00");

    /** Status enquiry without version (ECR to PT). */
    static final Bytes F32 = Bytes.hex("05 01 05 10 20 30 03 02");

    /** Status ready (PT to ECR). */
    static final Bytes F33 = Bytes.hex("06 0F 01 00");

    /** Status ready (PT to ECR), as a serial frame. */
    static final Bytes F33_SERIAL = Bytes.hex("10 02 06 0F 01 00 10 03 26 E1");

    /** Status with version, card inserted (PT to ECR). */
    static final Bytes F34 = Bytes.hex("06 0F 10 F0 F1 F2 4B 53 2D 50 54 20 34 2E 31 30 62 32 DC");

    /** Line diagnosis (ECR to PT). */
    static final Bytes F35 = Bytes.hex("06 70 05 06 03 1B 01 01");

    /** PT sets the ECR clock (PT to ECR). */
    static final Bytes F36 = Bytes.hex("04 01 08 AA 31 11 06 0C 14 10 38");

    /** Initialisation (ECR to PT). */
    static final Bytes F37 = Bytes.hex("06 93 03 10 20 30");

    /** Abort with vendor text (PT to ECR). */
    static final Bytes F38 =
            Bytes.hex("06 1E 1A FF 06 17 1F 16 02 01 2C 1F 17 0F 4C 65 73 65 72 20 62 6C 6F 63 " + "6B 69 65 72 74");

    /** Open reservations? (ECR to PT). */
    static final Bytes F39 = Bytes.hex("06 23 03 87 FF FF");

    /** Log-off (ECR to PT). */
    static final Bytes F40 = Bytes.hex("06 02 00");

    /** CRC byte equal to DLE (ECR to PT). */
    static final Bytes F44 = Bytes.hex("06 01 0C 04 00 00 00 00 10 37 49 09 78 19 40");

    /** CRC byte equal to DLE (ECR to PT), as a serial frame. */
    static final Bytes F44_SERIAL = Bytes.hex("10 02 06 01 0C 04 00 00 00 00 10 10 37 49 09 78 19 40 10 03 10 90");

    static final List<Bytes> ALL = List.of(
            F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12, F13, F14, F15, F16, F17, F18, F19, F20, F21, F22, F23,
            F24, F25, F26, F27, F28, F29, F30, F31, F32, F33, F34, F35, F36, F37, F38, F39, F40, F44);

    private ZvtExamples() {}

    static Apdu apdu(Bytes frame) {
        ZvtFramer.Inbound first = new ZvtFramer().feed(frame).get(0);
        return ((ZvtFramer.Received) first).apdu();
    }
}
