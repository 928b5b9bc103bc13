package org.samokasa.sim.device.terminal.nexo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.nexo.NexoMessage;
import org.samokasa.protocol.nexo.NexoRequests;

/** The bodies of the terminal's responses (sheet, section 5). */
final class NexoBodies {
    private NexoBodies() {}

    static Map<String, Object> success() {
        return tree("Response", tree("Result", "Success"));
    }

    static Map<String, Object> failure(String condition, String additional) {
        Map<String, Object> response = tree("Result", "Failure", "ErrorCondition", condition);
        if (!additional.isEmpty()) {
            response.put("AdditionalResponse", additional);
        }
        return tree("Response", response);
    }

    /** @param withHost the till wants to know of the host, too */
    static Map<String, Object> diagnosis(boolean withHost, boolean busy, Set<NexoTrouble> troubles) {
        String global = troubles.contains(NexoTrouble.MAINTENANCE) ? "Maintenance" : busy ? "Busy" : "OK";
        Map<String, Object> body = success();
        body.put(
                "POIStatus",
                tree("GlobalStatus", global, "CommunicationOKFlag", true, "PEDOKFlag", true, "CardReaderOKFlag", true));
        if (withHost) {
            boolean reachable = !troubles.contains(NexoTrouble.UNREACHABLE_HOST);
            body.put("HostStatus", List.of(tree("AcquirerID", 1, "IsReachableFlag", reachable)));
        }
        return body;
    }

    static String transactionId(String serviceId) {
        return "demo" + serviceId + ".DEMO" + serviceId;
    }

    static Map<String, Object> repeated(JsonTree reference, NexoMessage answer) {
        Map<String, Object> body = success();
        body.put("MessageReference", reference.value());
        body.put(
                "RepeatedMessageResponse",
                tree(
                        "MessageHeader",
                        answer.header().tree(),
                        "RepeatedResponseMessageBody",
                        tree(answer.header().bodyName(), answer.body().value())));
        return body;
    }

    static Map<String, Object> approval(NexoMessage request, BigDecimal paid, Instant now, Set<NexoTrouble> troubles) {
        String id = request.header().serviceId();
        String stamp = NexoRequests.stamp(now);
        boolean less = troubles.contains(NexoTrouble.PAYS_LESS);
        String currency = troubles.contains(NexoTrouble.OTHER_CURRENCY)
                ? "SEK"
                : request.body()
                        .at("PaymentTransaction", "AmountsReq", "Currency")
                        .textOrEmpty();
        Map<String, Object> body = tree(
                "Response",
                tree(
                        "Result",
                        less ? "Partial" : "Success",
                        "AdditionalResponse",
                        "authCode=710426&pspReference=DEMO" + id));
        body.put("SaleData", request.body().at("SaleData").value());
        body.put("POIData", tree("POITransactionID", tree("TransactionID", transactionId(id), "TimeStamp", stamp)));
        body.put("PaymentResult", result(id, stamp, currency, paid, troubles));
        body.put("PaymentReceipt", receipts(troubles.contains(NexoTrouble.SIGNATURE)));
        return body;
    }

    private static Map<String, Object> result(
            String id, String stamp, String currency, BigDecimal paid, Set<NexoTrouble> troubles) {
        String pan = troubles.contains(NexoTrouble.CLEAR_CARD_NUMBER) ? "9999990000006102" : "999999 **** 6104";
        Map<String, Object> card = tree("PaymentBrand", "mc", "MaskedPan", pan, "EntryMode", List.of("Contactless"));
        return tree(
                "PaymentType", "Normal",
                "PaymentInstrumentData", tree("PaymentInstrumentType", "Card", "CardData", card),
                "AmountsResp", tree("Currency", currency, "AuthorizedAmount", paid),
                "OnlineFlag", true,
                "AuthenticationMethod", List.of("Bypass"),
                "PaymentAcquirerData",
                        tree(
                                "AcquirerID", "DemoAcquirer",
                                "AcquirerTransactionID", tree("TransactionID", "DEMO" + id, "TimeStamp", stamp),
                                "ApprovalCode", "710426"));
    }

    private static List<Object> receipts(boolean signature) {
        List<Object> receipts = new ArrayList<>();
        receipts.add(receipt(
                "CustomerReceipt",
                signature,
                line("key=header1", false),
                line("name=CARDHOLDER%20RECEIPT&key=cardholderHeader", true),
                line("name=Date&value=06%2f11%2f2031&key=txdate", false),
                line("name=TOTAL&value=%e2%82%ac%c2%a023.10&key=totalAmount", true)));
        receipts.add(receipt("CashierReceipt", signature, line("name=MERCHANT%20COPY&key=merchantTitle", false)));
        return receipts;
    }

    private static Map<String, Object> receipt(String kind, boolean signature, Object... lines) {
        return tree(
                "DocumentQualifier", kind,
                "RequiredSignatureFlag", signature,
                "OutputContent", tree("OutputFormat", "Text", "OutputText", List.of(lines)));
    }

    private static Map<String, Object> line(String text, boolean bold) {
        Map<String, Object> line = tree("Text", text);
        if (bold) {
            line.put("CharacterStyle", "Bold");
        } else {
            line.put("EndOfLineFlag", true);
        }
        return line;
    }

    private static Map<String, Object> tree(Object... namesAndValues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return tree;
    }
}
