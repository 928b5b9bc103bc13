package org.samokasa.protocol.zvt;

import java.util.HashMap;
import java.util.Map;

/** Result and error codes of bitmap 27, 06 1E and 84 xx in words, for people and logs (section 9.2). */
public final class ResultCode {
    /** The only approval there is (section 8.1). */
    public static final int APPROVED = 0x00;

    public static final int NOT_REGISTERED = 0x6B;
    public static final int ABORTED = 0x6C;
    public static final int WRONG_CURRENCY = 0x6F;
    public static final int FUNCTION_UNKNOWN = 0x83;
    public static final int PROTOCOL_ERROR = 0x9A;
    public static final int PLEASE_WAIT = 0x9C;
    public static final int ALREADY_REVERSED = 0xB4;

    /** Our answer to a result that cannot be kept: any code but 00, 9C and 9D means "not delivered, reverse". */
    public static final int GOODS_NOT_DELIVERED = 0x66;

    private static final int HOST_FIRST = 0x01;
    private static final int HOST_LAST = 0x63;

    private static final Map<Integer, String> MEANINGS = new HashMap<>();

    static {
        card();
        terminal();
        reversalAndMemory();
        devices();
    }

    private ResultCode() {}

    /** Never empty. Codes 01 to 63 are the host's own and opaque. */
    public static String meaning(int code) {
        if (code >= HOST_FIRST && code <= HOST_LAST) {
            return "refused by the host";
        }
        return MEANINGS.getOrDefault(code, "code without a published meaning");
    }

    private static void card() {
        put("no error", APPROVED);
        put("card not readable", 0x64);
        put("no card data", 0x65);
        put("processing error", 0x66);
        put("not permitted for debit cards", 0x67);
        put("not permitted for credit and tank cards", 0x68);
        put("turnover store full", 0x6A);
        put("function disabled, terminal not registered", NOT_REGISTERED);
        put("stopped by key or time limit", ABORTED);
        put("card on the blocked list", 0x6E);
        put("wrong currency", WRONG_CURRENCY);
        put("credit not sufficient", 0x71);
        put("chip error", 0x72);
        put("card data incorrect", 0x73);
        put("DUKPT exhausted", 0x74);
        put("text not authentic", 0x75);
        put("not on the white list", 0x76);
        put("end of day not possible", 0x77);
        put("card expired", 0x78);
        put("card not yet valid", 0x79);
        put("card unknown", 0x7A);
        put("fallback to stripe not possible", 0x7B, 0x7C, 0x7E);
        put("communication module silent", 0x7D);
    }

    private static void terminal() {
        put("function not possible or unknown", FUNCTION_UNKNOWN);
        put("key missing", 0x85);
        put("PIN pad defective", 0x89, 0xED);
        put("protocol error", PROTOCOL_ERROR);
        put("communication fault", 0x9B);
        put("please wait", PLEASE_WAIT);
        put("receiver not ready", 0xA0);
        put("remote side does not answer", 0xA1);
        put("no connection", 0xA3);
        put("GeldKarte submission not possible", 0xA4);
        put("not allowed by PCI rules", 0xA5);
    }

    private static void reversalAndMemory() {
        put("memory full", 0xB1);
        put("merchant journal full", 0xB2);
        put("already reversed", ALREADY_REVERSED);
        put("reversal not possible", 0xB5);
        put("pre-authorisation amount wrong", 0xB7);
        put("pre-authorisation error", 0xB8);
        put("maximum amount exceeded", 0xC3);
        put("card profile invalid", 0xC4);
        put("payment method not supported", 0xC5);
        put("currency not applicable", 0xC6);
        put("amount too small", 0xC8);
        put("maximum too small", 0xC9);
        put("only possible in euro", 0xCB);
        put("printer not ready", 0xCC);
        put("no cashback", 0xCD);
        put("not for service cards", 0xD2);
    }

    private static void devices() {
        put("voltage too low", 0xBF);
        put("locking mechanism defective", 0xC0);
        put("merchant card locked", 0xC1);
        put("diagnosis required", 0xC2);
        put("card inserted", 0xDC);
        put("card cannot be ejected", 0xDD);
        put("card cannot be inserted", 0xDE);
        put("remote maintenance active", 0xE0);
        put("card reader defective", 0xE2);
        put("shutter closed", 0xE3);
        put("activation required", 0xE4);
        put("goods group not found", 0xE7);
        put("no goods group table", 0xE8);
        put("restriction code not allowed", 0xE9);
        put("card code not permitted", 0xEA);
        put("PIN algorithm not possible", 0xEB);
        put("PIN processing not possible", 0xEC);
        put("end of day required", 0xF0);
        put("card offline error", 0xF1);
        put("OPT error", 0xF5);
        put("OPT data missing", 0xF6);
        put("clearing error", 0xFA);
        put("turnover data defective", 0xFB);
        put("device missing", 0xFC);
        put("baud rate not supported", 0xFD);
        put("register unknown", 0xFE);
        put("other error, see the terminal's own text", 0xFF);
    }

    private static void put(String meaning, int... codes) {
        for (int code : codes) {
            MEANINGS.put(code, meaning);
        }
    }
}
