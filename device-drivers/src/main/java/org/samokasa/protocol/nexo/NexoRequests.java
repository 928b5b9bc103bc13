package org.samokasa.protocol.nexo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bodies of the till's requests (section 5). */
public final class NexoRequests {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private NexoRequests() {}

    /** Section 5.2. {@code amount} in major units; {@code transaction} is ours, stable over retries. */
    public static Map<String, Object> payment(String transaction, Instant at, String currency, BigDecimal amount) {
        return tree(
                "SaleData", tree("SaleTransactionID", transactionId(transaction, stamp(at))),
                "PaymentTransaction", tree("AmountsReq", tree("Currency", currency, "RequestedAmount", amount)));
    }

    /** Section 5.3: names the payment to be stopped. */
    static Map<String, Object> abort(String saleId, String paymentServiceId) {
        return tree("AbortReason", "MerchantAbort", "MessageReference", reference("Payment", saleId, paymentServiceId));
    }

    /** Section 5.4. */
    static Map<String, Object> status(String category, String saleId, String serviceId) {
        return tree(
                "ReceiptReprintFlag", true,
                "DocumentQualifier", List.of("CashierReceipt", "CustomerReceipt"),
                "MessageReference", reference(category, saleId, serviceId));
    }

    /** Section 5.5, the whole amount. The first two name the payment as the terminal does. */
    static Map<String, Object> reversal(String poiTransaction, String poiStamp, String transaction, Instant at) {
        return tree(
                "ReversalReason", "Unable2Compl",
                "OriginalPOITransaction", tree("POITransactionID", transactionId(poiTransaction, poiStamp)),
                "SaleData", tree("SaleTransactionID", transactionId(transaction, stamp(at))));
    }

    /** Section 5.6. */
    public static Map<String, Object> diagnosis(boolean withHost) {
        return tree("HostDiagnosisFlag", withHost);
    }

    static Map<String, Object> reference(String category, String saleId, String serviceId) {
        return tree("MessageCategory", category, "SaleID", saleId, "ServiceID", serviceId);
    }

    /** ISO 8601 in UTC with milliseconds (section 2). */
    public static String stamp(Instant at) {
        return STAMP.format(at);
    }

    private static Map<String, Object> transactionId(String id, String stamp) {
        return tree("TransactionID", id, "TimeStamp", stamp);
    }

    private static Map<String, Object> tree(Object... namesAndValues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return tree;
    }
}
