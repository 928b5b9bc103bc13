package org.samokasa.protocol.nexo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.payment.CallDesk;
import org.samokasa.protocol.payment.CardNumbers;
import org.samokasa.protocol.payment.Currencies;
import org.samokasa.protocol.payment.PaymentNotice;
import org.samokasa.protocol.payment.PaymentNotice.SlipLine;
import org.samokasa.protocol.payment.Settlement;
import org.samokasa.protocol.zvt.PanFilter;

/** What the terminal's responses say (sections 4, 5 and 8). */
final class NexoAnswers {
    private static final Set<String> DECLINED = Set.of("Refusal", "InvalidCard", "WrongPIN", "PaymentRestriction");
    private static final Set<String> STOPPED = Set.of("Cancel", "Aborted");
    private static final Set<String> NOT_STARTED = Set.of(
            "Busy",
            "DeviceOut",
            "InsertedCard",
            "LoggedOut",
            "MessageFormat",
            "NotAllowed",
            "UnavailableDevice",
            "UnavailableService");

    private static final Map<String, String> ENTRY = Map.of(
            "Contactless", "CONTACTLESS",
            "Tapped", "CONTACTLESS",
            "RFID", "CONTACTLESS",
            "ICC", "CHIP",
            "SynchronousICC", "CHIP",
            "MagStripe", "STRIPE");

    private static final Map<String, String> CHECK = Map.of(
            "PaperSignature", "SIGNATURE",
            "SignatureCapture", "SIGNATURE",
            "OnlinePIN", "PIN",
            "OfflinePIN", "PIN",
            "Bypass", "NONE");

    private NexoAnswers() {}

    /** What a PaymentResponse says about money. */
    sealed interface Outcome {
        /** @param clearCardNumber the terminal did not mask */
        record Paid(Settlement settlement, boolean clearCardNumber) implements Outcome {}

        record Declined(String code, String text) implements Outcome {}

        record Stopped(String code) implements Outcome {}

        record NotStarted(String why) implements Outcome {}

        /** Neither paid nor not paid. */
        record Unclear(String why) implements Outcome {}
    }

    /** A slip for paper. */
    record Slip(boolean merchantCopy, List<SlipLine> lines) {}

    static boolean isSuccess(JsonTree body) {
        return body.at("Response", "Result").textOrEmpty().equals("Success");
    }

    static String condition(JsonTree body) {
        return body.at("Response", "ErrorCondition").texts().stream()
                .findFirst()
                .orElse("");
    }

    /** Section 4: of the additional response only this may be kept. */
    static String reason(JsonTree body) {
        Map<String, String> pairs =
                FormText.read(body.at("Response", "AdditionalResponse").textOrEmpty());
        String text = pairs.getOrDefault("refusalReason", pairs.getOrDefault("message", ""));
        return PanFilter.mask(text);
    }

    static Outcome payment(JsonTree body, String poiId) {
        String result = body.at("Response", "Result").textOrEmpty();
        String code = condition(body);
        if (result.equals("Success") || result.equals("Partial")) {
            return paid(body, poiId);
        }
        if (!result.equals("Failure")) {
            return new Outcome.Unclear("a result without a meaning");
        }
        if (DECLINED.contains(code)) {
            return new Outcome.Declined(code, reason(body));
        }
        if (STOPPED.contains(code)) {
            return new Outcome.Stopped(code);
        }
        return NOT_STARTED.contains(code)
                ? new Outcome.NotStarted((code + " " + reason(body)).strip())
                : new Outcome.Unclear(("failed with " + code + " " + reason(body)).strip());
    }

    private static Outcome paid(JsonTree body, String poiId) {
        JsonTree result = body.at("PaymentResult");
        String currency = result.at("AmountsResp", "Currency").textOrEmpty();
        Optional<Long> minor = result.at("AmountsResp", "AuthorizedAmount")
                .number()
                .flatMap(amount -> Currencies.minor(amount, currency))
                .filter(amount -> amount > 0);
        JsonTree id = body.at("POIData", "POITransactionID");
        if (minor.isEmpty() || id.at("TransactionID").textOrEmpty().isEmpty()) {
            return new Outcome.Unclear("approved without a readable amount or transaction");
        }
        JsonTree card = result.at("PaymentInstrumentData", "CardData");
        String pan = card.at("MaskedPan").textOrEmpty();
        Settlement settlement = new Settlement(
                minor.get(),
                currency,
                transaction(id, result, poiId),
                new Settlement.Card(
                        card.at("PaymentBrand").textOrEmpty(),
                        pan.isEmpty() ? "" : CardNumbers.masked(pan),
                        result.at("PaymentAcquirerData", "ApprovalCode").textOrEmpty(),
                        "",
                        first(card.at("EntryMode"), ENTRY),
                        signatureWanted(body) ? "SIGNATURE" : first(result.at("AuthenticationMethod"), CHECK)));
        return new Outcome.Paid(settlement, CardNumbers.isClear(pan));
    }

    /** A reversal must quote both parts of the id; they travel as one. */
    private static Settlement.Transaction transaction(JsonTree id, JsonTree result, String poiId) {
        String stamp = id.at("TimeStamp").textOrEmpty();
        String digits = stamp.replaceAll("[^0-9]", "");
        boolean dated = digits.length() >= 14;
        return new Settlement.Transaction(
                poiId,
                result.at("PaymentAcquirerData", "AcquirerTransactionID", "TransactionID")
                        .textOrEmpty(),
                id.at("TransactionID").textOrEmpty() + "@" + stamp,
                dated ? digits.substring(4, 8) : "",
                dated ? digits.substring(8, 14) : "");
    }

    private static String first(JsonTree values, Map<String, String> meanings) {
        return values.texts().stream()
                .map(meanings::get)
                .filter(meaning -> meaning != null)
                .findFirst()
                .orElse("");
    }

    private static boolean signatureWanted(JsonTree body) {
        boolean byMethod = body.at("PaymentResult", "AuthenticationMethod").texts().stream()
                .anyMatch(method -> "SIGNATURE".equals(CHECK.get(method)));
        return byMethod
                || body.at("PaymentReceipt").items().stream()
                        .anyMatch(receipt -> receipt.at("RequiredSignatureFlag").isTrue());
    }

    /** Section 8, order and wording kept. */
    static List<Slip> slips(JsonTree body) {
        List<Slip> slips = new ArrayList<>();
        for (JsonTree receipt : body.at("PaymentReceipt").items()) {
            String kind = receipt.at("DocumentQualifier").textOrEmpty();
            if (kind.equals("CustomerReceipt") || kind.equals("CashierReceipt")) {
                slips.add(new Slip(kind.equals("CashierReceipt"), lines(receipt)));
            }
        }
        return slips;
    }

    /** The end of a payment that did not begin. */
    static void notStarted(String attempt, String why, CallDesk desk) {
        desk.tell(new PaymentNotice.NotStarted(attempt, why));
        desk.tell(new PaymentNotice.Finished(attempt));
    }

    /** Tells a verdict that books nothing, and the end of the payment. */
    static void notPaid(String attempt, Outcome outcome, JsonTree body, CallDesk desk) {
        desk.tell(
                outcome instanceof Outcome.Declined declined
                        ? new PaymentNotice.Declined(attempt, declined.code(), declined.text())
                        : new PaymentNotice.Cancelled(attempt, ((Outcome.Stopped) outcome).code()));
        finish(attempt, body, desk);
    }

    /** The slips of an answer, and the end of the payment. */
    static void finish(String attempt, JsonTree body, CallDesk desk) {
        for (Slip slip : slips(body)) {
            desk.tell(new PaymentNotice.Receipt(attempt, slip.merchantCopy(), slip.lines()));
        }
        desk.tell(new PaymentNotice.Finished(attempt));
    }

    private static List<SlipLine> lines(JsonTree receipt) {
        List<SlipLine> lines = new ArrayList<>();
        StringBuilder left = new StringBuilder();
        StringBuilder right = new StringBuilder();
        boolean bold = false;
        for (JsonTree piece : receipt.at("OutputContent", "OutputText").items()) {
            Map<String, String> pair = FormText.read(piece.at("Text").textOrEmpty());
            left.append(pair.getOrDefault("name", ""));
            right.append(pair.getOrDefault("value", ""));
            bold |= piece.at("CharacterStyle").texts().contains("Bold");
            boolean ends = !piece.at("EndOfLineFlag").exists()
                    || piece.at("EndOfLineFlag").isTrue();
            if (ends) {
                lines.add(new SlipLine(PanFilter.mask(left.toString()), PanFilter.mask(right.toString()), bold));
                left.setLength(0);
                right.setLength(0);
                bold = false;
            }
        }
        if (left.length() + right.length() > 0) {
            lines.add(new SlipLine(PanFilter.mask(left.toString()), PanFilter.mask(right.toString()), bold));
        }
        return lines;
    }
}
