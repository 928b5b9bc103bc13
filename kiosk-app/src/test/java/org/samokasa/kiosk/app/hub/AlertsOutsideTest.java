package org.samokasa.kiosk.app.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.kiosk.app.hub.alert.AlertSettings;
import org.samokasa.kiosk.app.hub.alert.MailWire;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.network.LaneMessage.HelpRaised;
import org.samokasa.kiosk.network.alert.HelpAlert;
import org.samokasa.kiosk.network.alert.HelpAlert.State;
import org.samokasa.kiosk.network.alert.WebhookSignature;

/** Alerts reach programs that were not written here: an MQTT client, a mail server, a web server. */
class AlertsOutsideTest {
    private static final Path MOSQUITTO_SUB = Path.of("/usr/bin/mosquitto_sub");
    private static final String SECRET = "known to both sides alone";

    @TempDir
    Path data;

    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private Optional<RunningHub> hub = Optional.empty();

    @AfterEach
    void stop() {
        hub.ifPresent(RunningHub::close);
    }

    private RunningHub start(AlertSettings alerts) throws IOException {
        InstantSource clock = () -> Instant.now().plus(later.get());
        RunningHub running = new RunningHub(data, alerts, clock);
        hub = Optional.of(running);
        return running;
    }

    private static <T> T taken(BlockingQueue<T> queue) throws InterruptedException {
        T one = queue.poll(LaneDouble.PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(one).as("it came").isNotNull();
        return one;
    }

    @Test
    void a_pager_on_the_broker_hears_of_a_call_and_that_somebody_took_it() throws Exception {
        assumeTrue(Files.isExecutable(MOSQUITTO_SUB), "needs mosquitto-clients");
        RunningHub running = start(AlertSettings.DEFAULT);
        Process pager = new ProcessBuilder(
                        // It would keep what it says until there is a lot of it.
                        "stdbuf",
                        "-oL",
                        MOSQUITTO_SUB.toString(),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(running.hub.mqttPort()),
                        "-V",
                        "5",
                        "-d",
                        "-t",
                        "samokasa/corner/alert/#")
                .redirectErrorStream(true)
                .start();
        BlockingQueue<String> said = lines(pager);
        try (LaneDouble lane = running.lane(4)) {
            until(said, "Subscribed");
            lane.awaitAcknowledgement(lane.say(new HelpRaised(LaneDouble.ageCheck("r1", 4))));
            HelpAlert call = alert(until(said, "{"));
            assertThat(call.state()).isEqualTo(State.CALLS);
            assertThat(call.lane()).isEqualTo(4);
            running.post("/api/requests/r1/accept", "{\"by\":\"Anna\"}");
            HelpAlert taken = alert(until(said, "{"));
            assertThat(taken.state()).isEqualTo(State.TAKEN);
            assertThat(taken.by()).contains("Anna");
        } finally {
            pager.destroyForcibly().waitFor();
        }
    }

    private static HelpAlert alert(String line) {
        return RecordJson.read(HelpAlert.class, line.getBytes(UTF_8));
    }

    private static BlockingQueue<String> lines(Process process) {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> process.inputReader(UTF_8).lines().forEach(lines::add));
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    private static String until(BlockingQueue<String> lines, String part) throws InterruptedException {
        String line = taken(lines);
        while (!line.contains(part)) {
            line = taken(lines);
        }
        return line;
    }

    @Test
    void a_web_server_gets_signed_calls_also_those_it_first_refused() throws Exception {
        BlockingQueue<HelpAlert> heard = new LinkedBlockingQueue<>();
        AtomicInteger refusals = new AtomicInteger(2);
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/alerts", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String signature = exchange.getRequestHeaders().getFirst(WebhookSignature.HEADER);
            boolean good = WebhookSignature.isGood(signature, SECRET, body, Instant.now());
            boolean refuses = refusals.getAndDecrement() > 0;
            if (good && !refuses) {
                heard.add(RecordJson.read(HelpAlert.class, body));
            }
            exchange.sendResponseHeaders(!good ? 401 : refuses ? 503 : 204, -1);
            exchange.close();
        });
        receiver.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/alerts");
            RunningHub running = start(new AlertSettings(
                    false, List.of(new AlertSettings.Webhook("webhook-test", url, SECRET)), Optional.empty()));
            try (LaneDouble lane = running.lane(4)) {
                lane.awaitAcknowledgement(lane.say(new HelpRaised(LaneDouble.ageCheck("r1", 4))));
                assertThat(taken(heard).state()).isEqualTo(State.CALLS);
                running.post("/api/requests/r1/solve", "{\"by\":\"Anna\"}");
                assertThat(taken(heard).state()).isEqualTo(State.TAKEN);
                assertThat(taken(heard).state()).isEqualTo(State.ENDED);
            }
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void a_restarted_hub_says_nothing_twice() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            heard.add(exchange.getRequestHeaders().getFirst("X-Samokasa-Delivery"));
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/");
            AlertSettings alerts = new AlertSettings(
                    false, List.of(new AlertSettings.Webhook("webhook-test", url, SECRET)), Optional.empty());
            RunningHub running = start(alerts);
            String first;
            try (LaneDouble lane = running.lane(4)) {
                lane.awaitAcknowledgement(lane.say(new HelpRaised(LaneDouble.ageCheck("r1", 4))));
                first = taken(heard);
            }
            running.close();
            RunningHub again = start(alerts);
            assertThat(again.post("/api/requests/r1/accept", "{\"by\":\"Anna\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(taken(heard)).as("the acceptance follows the call").isNotEqualTo(first);
            assertThat(heard).isEmpty();
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void the_managers_get_a_mail_when_nobody_came_for_a_minute_and_a_half() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            RunningHub running = start(new AlertSettings(
                    false,
                    List.of(),
                    Optional.of(new MailWire.Settings(
                            "127.0.0.1",
                            mail.getSmtp().getPort(),
                            MailWire.Protection.NONE,
                            Optional.empty(),
                            "kiosk@shop.example",
                            List.of("manager@shop.example"),
                            ZoneOffset.UTC))));
            try (LaneDouble lane = running.lane(4)) {
                lane.awaitAcknowledgement(lane.say(new HelpRaised(LaneDouble.ageCheck("r1", 4))));
                later.set(Duration.ofSeconds(91));
                assertThat(mail.waitForIncomingEmail(LaneDouble.PATIENCE_SECONDS * 1_000, 1))
                        .isTrue();
                MimeMessage one = mail.getReceivedMessages()[0];
                assertThat(one.getSubject()).isEqualTo("corner, lane 4: Age check - nobody has come");
                assertThat(one.getContent().toString()).contains("Nobody has taken it yet.", "r1");
                assertThat(one.getAllRecipients()).extracting(Object::toString).containsExactly("manager@shop.example");
            }
        } finally {
            mail.stop();
        }
    }
}
