package org.samokasa.soak.fuzz;

import java.util.List;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.http.HttpMessage;
import org.samokasa.protocol.qr.QrReference;

/** What a gateway for codes on the screen says: all is well, a payment that is open, one that is paid, one it refuses. */
final class QrSamples {
    private QrSamples() {}

    static List<Bytes> all() {
        return List.of(
                HttpMessage.response(200, "{\"payments\":[]}"),
                HttpMessage.response(200, document("OPEN", "")),
                HttpMessage.response(200, document("PAID", "\"paidBy\":\"UTR-1\",")),
                HttpMessage.response(404, ""));
    }

    private static String document(String state, String paidBy) {
        return "{\"reference\":\"" + QrReference.of("kiosk-4", "attempt") + "\",\"attempt\":\"attempt\",\"minor\":399,"
                + "\"currency\":\"EUR\",\"state\":\"" + state + "\",\"text\":\"PAY\",\"secondsLeft\":180,"
                + "\"expires\":\"2031-11-06T13:13:00Z\"," + paidBy + "\"arrivals\":[{\"id\":\"UTR-1\",\"minor\":399,"
                + "\"currency\":\"EUR\",\"at\":\"2031-11-06T13:10:05Z\",\"givenBack\":false}]}";
    }
}
