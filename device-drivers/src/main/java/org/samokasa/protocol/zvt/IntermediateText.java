package org.samokasa.protocol.zvt;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The standard text of an intermediate status (section 9.1).
 *
 * @param english never null; empty for the one code that shows nothing
 * @param german never null
 * @param wordForWord true when an unattended device must show it unchanged
 */
public record IntermediateText(String english, String german, boolean wordForWord) {
    /** Section 9.1: 41 to 5D repeat 01 to 1D and add a second line. */
    private static final int AND_REMOVE_CARD = 0x40;

    private static final int REMOVE_CARD_ONLY = 0x4B;
    private static final int SHOWS_NOTHING = 0x4A;
    private static final int CREDIT_NOT_SUFFICIENT_AND_REMOVE = 0x54;
    private static final IntermediateText REMOVE_CARD =
            new IntermediateText("Please remove card!", "Bitte Karte entnehmen!", false);

    private static final Map<Integer, IntermediateText> TEXTS = new HashMap<>();

    static {
        putExactTexts();
        putFreeTexts();
        putTextsWithSecondLine();
    }

    /** Empty for a code the document does not know; it must not disturb the payment. */
    public static Optional<IntermediateText> of(int code) {
        return Optional.ofNullable(TEXTS.get(code));
    }

    private static void putExactTexts() {
        exact(0x01, "Please watch PIN-Pad", "Bitte Anzeigen auf dem PIN-Pad beachten");
        exact(0x02, "Please watch PIN-Pad", "Bitte Anzeigen auf dem PIN-Pad beachten");
        exact(0x03, "Not accepted", "Vorgang nicht möglich");
        exact(0x07, "Card not admitted", "Karte nicht zugelassen");
        exact(0x08, "Card unknown / undefined", "Karte unbekannt / undefiniert");
        exact(0x09, "Expired card", "Karte verfallen");
        exact(0x0A, "Insert card", "Karte einstecken");
        exact(0x0C, "Card not readable", "Karte nicht lesbar");
        exact(0x0D, "Processing error", "Vorgang abgebrochen");
        exact(0x0E, "Please wait...", "Vorgang wird bearbeitet bitte warten...");
        exact(0x10, "Invalid card", "Karte ungültig");
        exact(0x12, "System malfunction", "Systemfehler");
        exact(0x13, "Payment not possible", "Zahlung nicht möglich");
        exact(0x14, "Credit not sufficient", "Guthaben nicht ausreichend");
        exact(0x15, "Incorrect PIN", "Geheimzahl falsch");
        exact(0x17, "Please wait...", "Bitte warten...");
        exact(0x18, "PIN try limit exceeded", "Geheimzahl zu oft falsch");
        exact(0x19, "Card-data incorrect", "Kartendaten falsch");
        exact(0x1B, "Approved. Please fill-up", "Autorisierung erfolgt. Bitte tanken");
        exact(0x1C, "Approved. Please take goods", "Zahlung erfolgt. Bitte Ware entnehmen");
        exact(0x1D, "Declined", "Autorisierung nicht möglich");
    }

    private static void putFreeTexts() {
        free(0x00, "waiting for amount confirmation", "wartet auf Betragsbestätigung");
        free(0x04, "waiting for host", "wartet auf Antwort vom FEP");
        free(0x05, "sending auto-reversal", "sendet Autostorno");
        free(0x06, "sending post-bookings", "sendet Nachbuchungen");
        TEXTS.put(0x0B, REMOVE_CARD);
        free(0x0F, "starting automatic end-of-day", "automatischer Kassenabschluss");
        free(0x11, "balance display", "Guthabenanzeige");
        free(0x16, "limit not sufficient", "Limit nicht ausreichend");
        free(0x1A, "service mode", "Servicemodus");
        english(0x26, "waiting for mobile number");
        english(0x27, "waiting for mobile number again");
        english(0x28, "currency selection, please wait");
        english(0x29, "language selection, please wait");
        english(0x2A, "insert card for loading");
        english(0x2B, "offline emergency transaction, please wait");
        english(0x2C, "debit or credit selection, please wait");
        english(0x68, "customer card inserted");
        english(0x69, "please select the currency");
        english(0xC7, "waiting for mileage");
        english(0xC8, "waiting for cashier");
        english(0xC9, "automatic diagnosis");
        english(0xCA, "automatic initialisation");
        english(0xCB, "merchant journal full");
        english(0xCC, "direct debit not possible, PIN needed");
        english(0xD2, "dialling");
        english(0xD3, "connected");
        english(0xE0, "waiting for application selection");
        english(0xE1, "waiting for language selection");
        english(0xE2, "use the cleaning card");
        english(0xF1, "offline");
        english(0xF2, "online");
        english(0xF3, "offline transaction");
    }

    private static void putTextsWithSecondLine() {
        for (int code = 0x01; code <= 0x1D; code++) {
            int both = code + AND_REMOVE_CARD;
            IntermediateText first = TEXTS.get(code);
            boolean exact = first.wordForWord() && both != CREDIT_NOT_SUFFICIENT_AND_REMOVE;
            TEXTS.put(both, first.andRemoveCard(exact));
        }
        TEXTS.put(0x66, TEXTS.get(0x26).andRemoveCard(false));
        TEXTS.put(0x67, TEXTS.get(0x27).andRemoveCard(false));
        TEXTS.put(SHOWS_NOTHING, new IntermediateText("", "", false));
        TEXTS.put(REMOVE_CARD_ONLY, REMOVE_CARD);
    }

    private IntermediateText andRemoveCard(boolean exact) {
        return new IntermediateText(
                english + "\n" + REMOVE_CARD.english(), german + "\n" + REMOVE_CARD.german(), exact);
    }

    private static void exact(int code, String english, String german) {
        TEXTS.put(code, new IntermediateText(english, german, true));
    }

    private static void free(int code, String english, String german) {
        TEXTS.put(code, new IntermediateText(english, german, false));
    }

    /** The sheet gives these in English alone. */
    private static void english(int code, String text) {
        free(code, text, text);
    }
}
