package org.samokasa.kiosk.app.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.network.HubCommand;
import org.samokasa.kiosk.network.LaneMessage.HelpRaised;
import org.samokasa.kiosk.network.LaneMessage.SaleCompleted;
import org.samokasa.kiosk.persistence.journal.DiskFiles;
import org.samokasa.kiosk.persistence.journal.JournalReader;
import org.samokasa.kiosk.store.StoreEvent;

/** A hub in a process of its own, killed without warning. */
class HubKilledTest {
    @TempDir
    Path folder;

    private Path config;
    private int mqttPort;
    private Process process;
    private HubMain.Ready ready;

    @BeforeEach
    void configure() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            mqttPort = free.getLocalPort();
        }
        config = folder.resolve("hub.conf");
        Files.writeString(config, "shop = corner\ndata = data\nweb.port = 0\nmqtt.port = " + mqttPort + "\n");
    }

    @AfterEach
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private void startHub() throws IOException {
        process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HubMain.class.getName(),
                        "--config",
                        config.toString())
                .redirectError(folder.resolve("hub.err").toFile())
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        String line = out.readLine();
        assertThat(line).as(Files.readString(folder.resolve("hub.err"))).isNotNull();
        ready = RecordJson.read(HubMain.Ready.class, line.getBytes(UTF_8));
        assertThat(ready.mqtt()).isEqualTo(mqttPort);
    }

    /** What the console sees, over the address that the hub printed. */
    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        URI console = URI.create(ready.console());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + console.getAuthority() + path))
                .header("X-Console-Token", console.getQuery().substring("token=".length()))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private List<StoreEvent> journal() throws IOException {
        List<StoreEvent> events = new ArrayList<>();
        assertThat(JournalReader.read(
                                new DiskFiles(folder.resolve("data/journal")),
                                (sequence, payload) -> events.add(HubLedger.event(sequence, payload)))
                        .firstBad())
                .isEmpty();
        return events;
    }

    @Test
    void a_request_outlives_the_hub_and_was_on_disk_when_it_was_acknowledged() throws Exception {
        startHub();
        String console = ready.console();
        try (LaneDouble lane = new LaneDouble("corner", 4, mqttPort).awaitLink()) {
            long position = lane.say(new HelpRaised(LaneDouble.ageCheck("r1", 4)));
            lane.awaitAcknowledgement(position);
            assertThat(journal())
                    .anySatisfy(event -> assertThat(event)
                            .isInstanceOfSatisfying(
                                    StoreEvent.LaneWasHeard.class,
                                    heard -> assertThat(heard.sequence()).isEqualTo(position)));
            process.destroyForcibly().waitFor();
            assertThat(lane.link.take()).isFalse();

            startHub();
            assertThat(ready.console().replaceAll(".*token", ""))
                    .as("open pages keep their key")
                    .isEqualTo(console.replaceAll(".*token", ""));
            assertThat(call("GET", "/api/state", "").body()).contains("\"id\":\"r1\"");
            assertThat(call("POST", "/api/requests/r1/accept", "{\"by\":\"Anna\"}")
                            .statusCode())
                    .isEqualTo(200);
            lane.awaitLink();
            assertThat(lane.awaitCommand()).isEqualTo(new HubCommand.HelpAccepted("r1", "Anna", 30));
        }
    }

    @Test
    void sales_arrive_once_and_in_order_however_often_the_hub_is_killed() throws Exception {
        int sales = 120;
        startHub();
        try (LaneDouble lane = new LaneDouble("corner", 4, mqttPort).awaitLink()) {
            long last = 0;
            for (int i = 1; i <= sales; i++) {
                last = lane.say(new SaleCompleted(LaneDouble.sale(4, i)));
                if (i % 40 == 20) {
                    // Kill while it is busy: one of the last ten is acknowledged, the others are anywhere.
                    lane.awaitAcknowledgement(last - 20);
                    process.destroyForcibly().waitFor();
                    startHub();
                }
            }
            lane.awaitAcknowledgement(last);
        }
        process.destroyForcibly().waitFor();
        assertThat(journal().stream()
                        .filter(StoreEvent.SaleWasRecorded.class::isInstance)
                        .map(event ->
                                ((StoreEvent.SaleWasRecorded) event).sale().saleNumber()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, sales).boxed().toList());
    }

    @Test
    void a_hub_told_to_end_ends_and_a_second_one_on_the_same_data_does_not_start() throws Exception {
        startHub();
        Process first = process;
        Process second = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HubMain.class.getName(),
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(second.getInputStream().readAllBytes(), UTF_8);
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(said).contains("the hub cannot start", "open");
        first.destroy();
        first.waitFor();
        assertThat(journal()).hasSize(1).allMatch(StoreEvent.HubWasStarted.class::isInstance);
    }
}
