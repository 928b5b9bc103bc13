package org.samokasa.protocol.zvt;

import java.util.Map;

/** Names of commands, tags and card types for people who read explanations (sections 6.3, 7, 8 and 9.4). */
final class ZvtNames {
    private static final Map<Integer, String> COMMANDS = Map.ofEntries(
            Map.entry(0x0401, "Set date and time in ECR"),
            Map.entry(0x040D, "Input request"),
            Map.entry(0x040E, "Menu request"),
            Map.entry(0x040F, "Status information"),
            Map.entry(0x04FF, "Intermediate status"),
            Map.entry(0x0501, "Status enquiry"),
            Map.entry(0x0600, "Registration"),
            Map.entry(0x0601, "Authorisation"),
            Map.entry(0x0602, "Log-off"),
            Map.entry(0x0603, "Balance enquiry"),
            Map.entry(0x060F, "Completion"),
            Map.entry(0x0610, "Turnover totals"),
            Map.entry(0x0612, "Reprint range"),
            Map.entry(0x0618, "Reset terminal"),
            Map.entry(0x061A, "Print system configuration"),
            Map.entry(0x061B, "Set terminal id"),
            Map.entry(0x061E, "Abort (terminal)"),
            Map.entry(0x0620, "Repeat receipt"),
            Map.entry(0x0621, "Telephonic authorisation"),
            Map.entry(0x0622, "Pre-authorisation"),
            Map.entry(0x0623, "Partial reversal"),
            Map.entry(0x0624, "Book total"),
            Map.entry(0x0625, "Pre-authorisation reversal"),
            Map.entry(0x0630, "Reversal"),
            Map.entry(0x0631, "Refund"),
            Map.entry(0x0650, "End-of-Day"),
            Map.entry(0x0651, "Send offline transactions"),
            Map.entry(0x0670, "Diagnosis"),
            Map.entry(0x0679, "Selftest"),
            Map.entry(0x0691, "Set date and time in terminal"),
            Map.entry(0x0693, "Initialisation"),
            Map.entry(0x0695, "Change password"),
            Map.entry(0x06B0, "Abort (till)"),
            Map.entry(0x06C0, "Read card"),
            Map.entry(0x06C5, "Close card session"),
            Map.entry(0x06D0, "Signature image"),
            Map.entry(0x06D1, "Print line"),
            Map.entry(0x06D3, "Print text-block"),
            Map.entry(0x06E0, "Display text"),
            Map.entry(0x06E4, "Blocked list query"),
            Map.entry(0x0810, "Software update"),
            Map.entry(0x0830, "Select language"),
            Map.entry(0x0840, "Change baud rate"),
            Map.entry(0x0850, "Card reader on or off"));

    private static final Map<Integer, String> TAGS = Map.ofEntries(
            Map.entry(0x07, "text line"),
            Map.entry(0x09, "print attribute"),
            Map.entry(0x0A, "command"),
            Map.entry(0x10, "merchant display size"),
            Map.entry(0x11, "customer display size"),
            Map.entry(0x12, "printer characters per line"),
            Map.entry(0x14, "character set"),
            Map.entry(0x15, "language"),
            Map.entry(0x1A, "largest message"),
            Map.entry(0x1B, "diagnosis type"),
            Map.entry(0x1F04, "receipt parameter"),
            Map.entry(0x1F07, "receipt type"),
            Map.entry(0x1F10, "cardholder check"),
            Map.entry(0x1F11, "online"),
            Map.entry(0x1F12, "entry mode"),
            Map.entry(0x1F16, "vendor error code"),
            Map.entry(0x1F17, "vendor error text"),
            Map.entry(0x1F1F, "resynchronisation identifier"),
            Map.entry(0x1F2B, "long trace number"),
            Map.entry(0x1F37, "receipt information"),
            Map.entry(0x1F5B, "card wait, seconds"),
            Map.entry(0x1F70, "partial approval understood"),
            Map.entry(0x1F71, "tags the terminal understands"),
            Map.entry(0x1F73, "message sequence id"),
            Map.entry(0x24, "display text"),
            Map.entry(0x25, "print text"),
            Map.entry(0x26, "commands"),
            Map.entry(0x27, "character sets"),
            Map.entry(0x2F, "payment kind"),
            Map.entry(0x40, "EMV data wanted"),
            Map.entry(0x41, "card type"),
            Map.entry(0x42, "application label"),
            Map.entry(0x43, "application id"),
            Map.entry(0x44, "preferred name"),
            Map.entry(0x45, "receipts to print"),
            Map.entry(0x60, "application"),
            Map.entry(0x64, "receipt header"),
            Map.entry(0x65, "advertising"),
            Map.entry(0x66, "customer receipt data"),
            Map.entry(0x67, "merchant receipt data"),
            Map.entry(0x68, "outcome text"),
            Map.entry(0xE2, "currency conversion data"));

    private static final Map<Integer, String> CARDS = Map.ofEntries(
            Map.entry(2, "ec-Karte"),
            Map.entry(5, "girocard"),
            Map.entry(6, "Mastercard"),
            Map.entry(8, "American Express"),
            Map.entry(9, "direct debit"),
            Map.entry(10, "Visa"),
            Map.entry(11, "Visa Electron"),
            Map.entry(12, "Diners"),
            Map.entry(13, "V PAY"),
            Map.entry(14, "JCB"),
            Map.entry(30, "GeldKarte"),
            Map.entry(46, "Maestro"),
            Map.entry(47, "gift card"),
            Map.entry(69, "PostFinance"),
            Map.entry(87, "Bancontact"),
            Map.entry(198, "UnionPay"),
            Map.entry(232, "Discover"),
            Map.entry(255, "see tag 41"));

    private static final Map<Integer, Map<Integer, String>> TAG_VALUES = Map.of(
            0x1F07, Map.of(1, "merchant", 2, "customer", 3, "administrative"),
            0x1F10,
                    Map.of(
                            0, "none",
                            1, "signature",
                            2, "online PIN",
                            3, "offline enciphered PIN",
                            4, "offline plain PIN",
                            5, "offline enciphered PIN and signature",
                            6, "offline plain PIN and signature",
                            7, "online PIN and signature",
                            0xFF, "unknown"),
            0x1F11, Map.of(0, "offline", 1, "online"),
            0x1F12, Map.of(0, "stripe", 1, "chip", 2, "contactless"),
            0x1B,
                    Map.of(
                            1, "line",
                            2, "extended",
                            3, "configuration",
                            4, "EMV configuration",
                            5, "EP2 configuration"),
            0x14, Map.of(0, "ASCII", 1, "ISO 8859-1", 2, "ISO 8859-2", 0xFE, "UTF-8", 0xFF, "CP437"));

    private ZvtNames() {}

    static String command(Apdu apdu) {
        if (apdu.isResponse()) {
            return Response.read(apdu)
                    .map(response -> response.isPositive() ? "Positive answer" : "Negative answer")
                    .orElse("Answer without a published meaning");
        }
        return COMMANDS.getOrDefault(apdu.code(), "Command without a published name");
    }

    static String tag(int tag) {
        return TAGS.getOrDefault(tag, "tag without a published name");
    }

    static String card(int type) {
        return CARDS.getOrDefault(type, "other card type");
    }

    /** Empty when the value has no name of its own. */
    static String tagValue(int tag, int value) {
        return TAG_VALUES.getOrDefault(tag, Map.of()).getOrDefault(value, "");
    }
}
