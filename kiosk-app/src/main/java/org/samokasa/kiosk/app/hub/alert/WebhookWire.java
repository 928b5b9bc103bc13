package org.samokasa.kiosk.app.hub.alert;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.network.alert.HelpAlert;
import org.samokasa.kiosk.network.alert.WebhookSignature;

/** Posts alerts as JSON to another program, signed ({@link WebhookSignature}). Any answer of the 200s is an arrival. */
public final class WebhookWire implements AlertWire {
    /** An answer takes no longer; whoever has much to do with it answers first. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String name;
    private final URI url;
    private final String secret;
    private final InstantSource clock;

    /** @param secret shared with the receiver */
    public WebhookWire(String name, URI url, String secret, InstantSource clock) {
        this.name = name;
        this.url = url;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(HelpAlert alert) throws IOException, InterruptedException {
        byte[] body = RecordJson.write(HelpAlert.class, alert);
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("X-Samokasa-Delivery", alert.id())
                .header(WebhookSignature.HEADER, WebhookSignature.of(secret, body, clock.instant()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status / 100 != 2) {
            throw new IOException("answered " + status);
        }
    }
}
