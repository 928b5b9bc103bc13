package org.samokasa.kiosk.domain.barcode.gs1;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The long coupon numbers of North America: 8110 on paper, 8112 without paper. Layouts from GS1's application identifier
 * dictionary, release of January 2026.
 */
public final class CouponCode {
    /** A leading length digit 0 means this many digits of company prefix, 1 one more and so on to 6. */
    private static final int PREFIX_MIN = 6;

    private static final int SERIAL_MIN = 6;
    private static final int RETAILER_MIN = 6;
    private static final int OFFER = 6;

    private final String digits;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private int at;

    private CouponCode(String digits) {
        this.digits = digits;
    }

    /** Fields of an 8110 by name: company, offer, save (minor units), purchase, requirement, family and what follows. */
    public static Map<String, String> paper(String value) throws Gs1Exception {
        CouponCode code = new CouponCode(digitsOnly("8110", value));
        code.prefix("company");
        code.fixed("offer", OFFER);
        code.amount("save");
        code.amount("purchase");
        code.fixed("requirement", 1);
        code.fixed("family", 3);
        while (code.at < code.digits.length()) {
            code.optional();
        }
        return code.fields;
    }

    /** Fields of an 8112: format, funder, offer, serial. What it is worth only a host knows. */
    public static Map<String, String> paperless(String value) throws Gs1Exception {
        CouponCode code = new CouponCode(digitsOnly("8112", value));
        code.fixed("format", 1);
        code.prefix("funder");
        code.fixed("offer", OFFER);
        code.sized("serial", SERIAL_MIN, 0, 9);
        if (code.at < code.digits.length()) {
            throw Gs1Exception.malformed("(8112) goes on after its serial: '" + code.digits.substring(code.at) + "'");
        }
        return code.fields;
    }

    private static String digitsOnly(String ai, String value) throws Gs1Exception {
        if (!value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Gs1Exception.malformed("(" + ai + ") '" + value + "' has more than digits");
        }
        return value;
    }

    private void optional() throws Gs1Exception {
        String field = next(1, "field");
        switch (field) {
            case "1" -> {
                fixed("rules", 1);
                purchase("second");
            }
            case "2" -> purchase("third");
            case "3" -> date("expiry");
            case "4" -> date("start");
            case "5" -> sized("serial", SERIAL_MIN, 0, 9);
            case "6" -> sized("retailer", RETAILER_MIN, 1, 7);
            case "9" -> fixed("flags", 4);
            default -> throw Gs1Exception.malformed("(8110) has no field " + field + ", at character " + at);
        }
    }

    private void purchase(String which) throws Gs1Exception {
        amount(which + "Purchase");
        fixed(which + "Requirement", 1);
        fixed(which + "Family", 3);
        if (at < digits.length() && digits.charAt(at) == '9') {
            at++;
            fields.put(which + "Company", fields.get("company"));
        } else {
            prefix(which + "Company");
        }
    }

    private void date(String name) throws Gs1Exception {
        fixed(name, 6);
        Gs1Date.verify(fields.get(name), false);
    }

    private void prefix(String name) throws Gs1Exception {
        sized(name, PREFIX_MIN, 0, 6);
    }

    private void amount(String name) throws Gs1Exception {
        sized(name, 0, 1, 5);
    }

    /** A digit that says how long the field is, then the field. */
    private void sized(String name, int shortest, int least, int most) throws Gs1Exception {
        int size = Integer.parseInt(next(1, name));
        if (size < least || size > most) {
            throw Gs1Exception.malformed("length digit " + size + " of the coupon's " + name + ", at character " + at);
        }
        fixed(name, shortest + size);
    }

    private void fixed(String name, int length) throws Gs1Exception {
        fields.put(name, next(length, name));
    }

    private String next(int length, String name) throws Gs1Exception {
        if (at + length > digits.length()) {
            throw Gs1Exception.malformed("the coupon ends in its " + name + ", after " + digits.length() + " digits");
        }
        at += length;
        return digits.substring(at - length, at);
    }
}
