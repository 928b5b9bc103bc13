package org.samokasa.protocol.qr;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.http.HttpMessage;

/** The five requests to a gateway (docs/qr-gateway.md). Each may be repeated without harm. */
public final class QrGateway {
    /** How a bank may name an arrival: it stands in a path. */
    public static final String ARRIVAL = "[A-Za-z0-9._-]{1,64}";

    private final QrOptions options;

    public QrGateway(QrOptions options) {
        this.options = options;
    }

    /** Opens the payment, or tells about it when it is open already. */
    public Bytes create(String reference, String attempt, long minor, String currency) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("till", options.till());
        body.put("attempt", attempt);
        body.put("minor", BigDecimal.valueOf(minor));
        body.put("currency", currency);
        body.put("lifetimeSeconds", BigDecimal.valueOf(options.lifetime().toSeconds()));
        body.put("symbol", QrReference.symbol(reference));
        return request("PUT", "/payments/" + reference, JsonTree.write(body));
    }

    public Bytes status(String reference) {
        return request("GET", "/payments/" + reference, "");
    }

    /** Asks that the code be good for nothing from now on; money that came before decides. */
    public Bytes cancel(String reference) {
        return request("POST", "/payments/" + reference + "/cancel", "{}");
    }

    public Bytes giveBack(String reference, String arrival, long minor, String currency) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("minor", BigDecimal.valueOf(minor));
        body.put("currency", currency);
        return request("PUT", "/payments/" + reference + "/refunds/" + arrival, JsonTree.write(body));
    }

    /** Payments of this till with money that settles nothing and is still with the shop. */
    public Bytes owed() {
        return request("GET", "/payments?till=" + options.till() + "&owed=true", "");
    }

    private Bytes request(String method, String path, String json) {
        String bearer = options.token().isEmpty() ? "" : "Bearer " + options.token();
        return HttpMessage.request(method, options.host(), path, bearer, json);
    }
}
