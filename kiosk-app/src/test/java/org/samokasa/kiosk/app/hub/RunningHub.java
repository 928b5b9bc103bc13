package org.samokasa.kiosk.app.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.samokasa.kiosk.app.ProcessLog;
import org.samokasa.kiosk.app.hub.alert.AlertSettings;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.web.ConsoleStaff;

/** A hub inside the test's own process, on ports of its own, and a browser's way to talk to it. */
final class RunningHub implements AutoCloseable {
    static final String SHOP = "corner";

    /** The broker complains loudly when a test ends before its clients have settled in. */
    private static final Logger HASTE = Logger.getLogger("org.apache.activemq.artemis.core.protocol.mqtt");

    final Hub hub;
    final String url;
    final String token;
    private final HttpClient http = HttpClient.newHttpClient();

    RunningHub(Path data) throws IOException {
        this(data, AlertSettings.DEFAULT, InstantSource.system());
    }

    RunningHub(Path data, HubConfig.Floor floor) throws IOException {
        this(data, floor, AlertSettings.DEFAULT, InstantSource.system());
    }

    RunningHub(Path data, AlertSettings alerts, InstantSource clock) throws IOException {
        this(data, HubConfig.Floor.ANYBODY, alerts, clock);
    }

    RunningHub(Path data, HubConfig.Floor floor, AlertSettings alerts, InstantSource clock) throws IOException {
        ProcessLog.quiet();
        HASTE.setLevel(Level.OFF);
        HubConfig config = new HubConfig(
                SHOP,
                data,
                new HubConfig.Listen("127.0.0.1", 0),
                new HubConfig.Broker.Embedded(new HubConfig.Listen("127.0.0.1", 0), Optional.empty()),
                floor,
                alerts);
        hub = Hub.start(config, clock);
        url = hub.consoleUrl();
        token = url.substring(url.indexOf("token=") + "token=".length());
    }

    LaneDouble lane(int number) throws InterruptedException {
        return new LaneDouble(SHOP, number, hub.mqttPort()).awaitLink();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).header("X-Console-Token", token).GET().build());
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        HttpRequest request =
                request(path).header("X-Console-Token", token).GET().build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("X-Console-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
                .build());
    }

    /** A command of a device that somebody has signed in at. */
    HttpResponse<String> post(String path, String session, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("X-Console-Token", token)
                .header("X-Console-Session", session)
                .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
                .build());
    }

    /** What changes together is shown together, a moment later. */
    void awaitState(String part) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LaneDouble.PATIENCE_SECONDS);
        String state = get("/api/state").body();
        while (!state.contains(part)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no " + part + " in " + state);
            }
            state = get("/api/state").body();
        }
    }

    /** The session of a sign-in that must succeed. */
    String signIn(String name, String pin) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/api/sign-in", "{\"name\":\"" + name + "\",\"pin\":\"" + pin + "\"}");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(name + " was not let in: " + answer.body());
        }
        return RecordJson.read(ConsoleStaff.Answer.In.class, answer.body().getBytes(UTF_8))
                .session();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url.substring(0, url.indexOf("/?")) + path));
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    @Override
    public void close() {
        hub.close();
    }
}
