package org.samokasa.kiosk.app.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.help.ProblemDecision;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.network.HubCommand;
import org.samokasa.kiosk.network.LaneMessage.HelpRaised;
import org.samokasa.kiosk.network.LaneMessage.HelpWithdrawn;
import org.samokasa.kiosk.network.LaneMessage.RecallRefused;
import org.samokasa.kiosk.network.LaneMessage.SaleCompleted;
import org.samokasa.kiosk.network.LaneMessage.SaleRecalled;
import org.samokasa.kiosk.network.LaneMessage.SaleSuspended;
import org.samokasa.kiosk.network.LaneMessage.Withdrawal;
import org.samokasa.kiosk.network.LaneState;
import org.samokasa.kiosk.network.Topics;
import org.samokasa.kiosk.store.SuspendedSale;
import org.samokasa.kiosk.store.SuspendedSalesTest;

/** A whole hub with its broker, spoken to as lanes and browsers speak to it. */
class HubTest {
    private static final String ANNA = "{\"by\":\"Anna\"}";

    @TempDir
    Path data;

    private RunningHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new RunningHub(data);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void what_an_attendant_does_reaches_the_lane_and_repeats_do_no_harm() throws Exception {
        try (LaneDouble lane = hub.lane(4)) {
            lane.awaitAcknowledgement(lane.say(new HelpRaised(LaneDouble.ageCheck("r1", 4))));
            for (String[] step : new String[][] {
                {"/api/requests/r1/accept", "{\"by\":\"Anna\",\"etaSeconds\":12}"},
                {"/api/problems/4/age-r1/approve", "{\"by\":\"Anna\",\"reason\":\"saw the card\"}"},
                {"/api/requests/r1/arrive", ANNA},
                {"/api/requests/r1/solve", "{\"by\":\"Anna\",\"action\":\"checked\"}"}
            }) {
                assertThat(hub.post(step[0], step[1]).body()).isEqualTo("{\"changed\":true}");
                assertThat(hub.post(step[0], step[1]).body()).isEqualTo("{\"changed\":false}");
            }
            assertThat(List.of(lane.awaitCommand(), lane.awaitCommand(), lane.awaitCommand(), lane.awaitCommand()))
                    .containsExactly(
                            new HubCommand.HelpAccepted("r1", "Anna", 12),
                            new HubCommand.ResolveProblem("age-r1", ProblemDecision.APPROVED, "Anna", "saw the card"),
                            new HubCommand.HelpArrived("r1", "Anna"),
                            new HubCommand.HelpSolved("r1", "Anna", "checked"));
            assertThat(lane.forecasts.poll(LaneDouble.PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("nothing was measured yet")
                    .isEqualTo(new HubCommand.HelpForecast("r1", 30));
            hub.post("/api/lanes/4/message", "{\"by\":\"Anna\",\"text\":\"Thank you.\"}");
            assertThat(lane.awaitMessage()).isEqualTo("Thank you.");
            hub.post("/api/lanes/4/close", ANNA);
            assertThat(lane.awaitCommand()).isEqualTo(new HubCommand.CloseLane("Anna"));
        }
    }

    @Test
    void a_basket_is_put_aside_at_one_lane_and_goes_on_at_another() throws Exception {
        Instant at = Instant.parse("2030-01-01T09:00:00Z");
        String id = "s:4-17";
        String path = "/api/suspended/" + id;
        List<Line> lines = List.of(SuspendedSalesTest.line("Milk 1 L", 119));
        try (LaneDouble four = hub.lane(4);
                LaneDouble two = hub.lane(2)) {
            hub.post("/api/lanes/4/suspend", "{\"by\":\"Anna\",\"sale\":17}");
            assertThat(four.awaitCommand()).isEqualTo(new HubCommand.SuspendSale(17, "Anna"));
            four.awaitAcknowledgement(four.say(new SaleSuspended(new SuspendedSale(id, 4, 17, at, "Anna", lines))));
            hub.awaitState("\"suspended\":[{\"id\":\"s:4-17\",\"lane\":4");
            assertThat(hub.post(path + "/recall", ANNA).body()).contains("lane is missing");
            hub.post(path + "/recall", "{\"by\":\"Anna\",\"lane\":2}");
            assertThat(two.awaitCommand())
                    .isInstanceOfSatisfying(
                            HubCommand.RecallSale.class,
                            order -> assertThat(order.lines()).isEqualTo(lines));
            assertThat(hub.post(path + "/recall", "{\"by\":\"Anna\",\"lane\":4}")
                            .body())
                    .contains("SALE_IS_ON_ITS_WAY", "\"2\"");
            two.awaitAcknowledgement(two.say(new RecallRefused(id)));
            hub.awaitState("\"refusedBy\":2");
            hub.post(path + "/recall", "{\"by\":\"Anna\",\"lane\":2}");
            two.awaitCommand();
            two.awaitAcknowledgement(two.say(new SaleRecalled(id)));
            hub.awaitState("\"suspended\":[]");
            assertThat(hub.post(path + "/give-up", "{\"by\":\"Anna\",\"reason\":\"late\"}")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_hand_over_and_a_shopper_who_cancels_are_told_to_both_sides() throws Exception {
        try (LaneDouble lane = hub.lane(4)) {
            lane.awaitAcknowledgement(lane.say(new HelpRaised(LaneDouble.weight("r1", 4))));
            hub.post("/api/requests/r1/go", ANNA);
            assertThat(lane.awaitCommand()).isEqualTo(new HubCommand.HelpAccepted("r1", "Anna", 0));
            assertThat(lane.awaitCommand()).isEqualTo(new HubCommand.HelpAccepted("r1", "Anna", 20));
            hub.post("/api/requests/r1/hand-over", "{\"by\":\"Anna\",\"note\":\"needs the manager\"}");
            assertThat(lane.awaitCommand()).isEqualTo(new HubCommand.HelpReopened("r1"));
            lane.awaitAcknowledgement(
                    lane.say(new HelpWithdrawn("r1", Withdrawal.CANCELLED_BY_SHOPPER, Optional.empty())));
            assertThat(hub.post("/api/requests/r1/accept", ANNA))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(409))
                    .satisfies(answer -> assertThat(answer.body()).contains("REQUEST_HAS_ENDED"));
        }
    }

    @Test
    void a_sale_said_twice_is_one_sale_and_counts_in_the_figures() throws Exception {
        Instant before = Instant.now().minusSeconds(60);
        try (LaneDouble lane = hub.lane(4)) {
            long last = 0;
            for (int i = 1; i <= 100; i++) {
                last = lane.say(new SaleCompleted(LaneDouble.sale(4, i)));
            }
            lane.awaitAcknowledgement(last);
        }
        // The same journal comes back without a memory of what was acknowledged, and says everything again.
        try (LaneDouble lane = hub.lane(4)) {
            long last = 0;
            for (int i = 1; i <= 101; i++) {
                last = lane.say(new SaleCompleted(LaneDouble.sale(4, i)));
            }
            lane.awaitAcknowledgement(last);
        }
        HttpResponse<String> figures = hub.get("/api/figures?since=" + before);
        assertThat(figures.body()).contains("\"sales\":101", "\"EUR\":" + 101 * 119);
    }

    @Test
    void a_command_that_the_lane_did_not_write_down_comes_again() throws Exception {
        try (LaneDouble lane = hub.lane(4)) {
            lane.takesCommands(false);
            lane.awaitAcknowledgement(lane.say(new HelpRaised(LaneDouble.ageCheck("r1", 4))));
            hub.post("/api/requests/r1/accept", ANNA);
        }
        try (LaneDouble lane = hub.lane(4)) {
            assertThat(lane.awaitCommand()).isEqualTo(new HubCommand.HelpAccepted("r1", "Anna", 30));
        }
    }

    @Test
    void a_lane_with_a_new_journal_is_heard_from_its_first_word_and_gets_only_what_is_new() throws Exception {
        try (LaneDouble lane = hub.lane(4)) {
            lane.awaitAcknowledgement(lane.say(new HelpRaised(LaneDouble.ageCheck("r1", 4))));
            hub.post("/api/requests/r1/accept", ANNA);
            assertThat(lane.awaitCommand()).isEqualTo(new HubCommand.HelpAccepted("r1", "Anna", 30));
        }
        try (LaneDouble lane = new LaneDouble(RunningHub.SHOP, 4, hub.hub.mqttPort(), "another journal").awaitLink()) {
            lane.awaitAcknowledgement(lane.say(new HelpRaised(LaneDouble.weight("r2", 4))));
            hub.post("/api/requests/r2/accept", ANNA);
            assertThat(Stream.generate(() -> next(lane))
                            .filter(c -> c.equals(new HubCommand.HelpAccepted("r2", "Anna", 30)))
                            .findFirst())
                    .isPresent();
        }
    }

    private static HubCommand next(LaneDouble lane) {
        try {
            return lane.awaitCommand();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            /api/requests/nobody/accept      | {"by":"Anna"}                    | 404 | UNKNOWN_REQUEST
            /api/problems/4/nothing/approve  | {"by":"Anna"}                    | 404 | UNKNOWN_PROBLEM
            /api/requests/nobody/accept      | {"by":" "}                       | 400 | BAD_REQUEST
            /api/requests/nobody/accept      | {"by":"Anna","etaSeconds":-1}    | 400 | BAD_REQUEST
            /api/requests/nobody/accept      | {"by":"Anna","more":1}           | 400 | BAD_REQUEST
            /api/requests/nobody/hand-over   | {"by":"Anna"}                    | 400 | BAD_REQUEST
            /api/requests/nobody/accept      | by Anna                          | 400 | BAD_REQUEST
            /api/problems/x/nothing/approve  | {"by":"Anna"}                    | 400 | BAD_REQUEST
            /api/lanes/4/message             | {"by":"Anna","text":""}          | 400 | BAD_REQUEST
            /api/nonsense                    | {"by":"Anna"}                    | 404 | NO_SUCH_ADDRESS
            /api/state                       | {"by":"Anna"}                    | 405 | METHOD_NOT_ALLOWED
            """)
    void what_cannot_be_done_is_refused_with_a_reason(String path, String body, int status, String error)
            throws Exception {
        HttpResponse<String> answer = hub.post(path, body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":\"" + error + "\"");
    }

    @Test
    void a_body_without_end_is_refused() throws Exception {
        assertThat(hub.post("/api/requests/x/accept", "x".repeat(5_000)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void without_the_token_only_the_empty_page_is_served() throws Exception {
        for (String path : List.of("/api/state", "/api/events", "/api/figures", "/api/nonsense")) {
            assertThat(hub.send(hub.request(path).GET().build()).statusCode()).isEqualTo(401);
            assertThat(hub.send(hub.request(path)
                                    .header("X-Console-Token", "guess")
                                    .GET()
                                    .build())
                            .statusCode())
                    .isEqualTo(401);
        }
        HttpRequest act = hub.request("/api/requests/x/accept")
                .POST(HttpRequest.BodyPublishers.ofString(ANNA))
                .build();
        assertThat(hub.send(act).statusCode()).isEqualTo(401);
        HttpResponse<String> page = hub.send(hub.request("/").GET().build());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
        assertThat(hub.send(hub.request("/../ConsoleServer.class").GET().build())
                        .statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void nonsense_on_any_topic_is_refused_shown_and_stops_nothing() throws Exception {
        Topics topics = new Topics(RunningHub.SHOP);
        Mqtt5BlockingClient stranger = MqttClient.builder()
                .useMqttVersion5()
                .serverHost("127.0.0.1")
                .serverPort(hub.hub.mqttPort())
                .buildBlocking();
        stranger.connect();
        byte[] speaksForAnother = RecordJson.write(LaneState.class, LaneState.gone(5, Instant.EPOCH));
        byte[] fromTheFuture = new String(speaksForAnother, StandardCharsets.UTF_8)
                .replace("\"v\":1", "\"v\":2")
                .getBytes(StandardCharsets.UTF_8);
        for (byte[] payload : List.of(new byte[0], new byte[] {-1, 0, 1}, fromTheFuture, speaksForAnother)) {
            for (String topic : List.of(
                    topics.state(9),
                    "samokasa/corner/lane/9/help",
                    "samokasa/corner/lane/9/sale",
                    topics.commandAcknowledgement(9),
                    "samokasa/corner/lane/77777/help")) {
                stranger.publishWith().topic(topic).payload(payload).send();
            }
        }
        stranger.disconnect();
        try (LaneDouble lane = hub.lane(4)) {
            lane.awaitAcknowledgement(lane.say(new HelpRaised(LaneDouble.ageCheck("r1", 4))));
        }
        awaitState("\"lane\":9,\"state\":\"GONE\"", "\"unreadable\":");
    }

    @Test
    void a_lane_whose_line_is_cut_is_shown_as_gone() throws Exception {
        // A will said in the moment in which the hub subscribes can be lost by the broker (LaneUplink.SILENCE).
        awaitState("\"brokerUp\":true");
        try (Socket line = new Socket("127.0.0.1", hub.hub.mqttPort())) {
            LaneState will = LaneState.gone(6, Instant.EPOCH);
            line.getOutputStream().write(connectWithWill("samokasa/corner/lane/6/state", will));
            assertThat(line.getInputStream().readNBytes(4)).as("CONNACK").startsWith(0x20, 2);
            // Only a line that has answered a ping is surely up with its will.
            line.getOutputStream().write(new byte[] {(byte) 0xC0, 0});
            assertThat(line.getInputStream().readNBytes(2)).as("PINGRESP").containsExactly(0xD0, 0);
        }
        awaitState("\"lane\":6,\"state\":\"GONE\"");
    }

    /** MQTT 3.1.1, section 3.1: protocol name and level 4, flags clean session + will + QoS 1 + retain, keep alive 60. */
    private static byte[] connectWithWill(String topic, LaneState state) throws IOException {
        byte[] will = RecordJson.write(LaneState.class, state);
        byte[] name = topic.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(new byte[] {0, 4, 'M', 'Q', 'T', 'T', 4, 0x2E, 0, 60});
        body.write(new byte[] {0, 3, 'c', 'u', 't'});
        body.write(new byte[] {(byte) (name.length >> 8), (byte) name.length});
        body.write(name);
        body.write(new byte[] {(byte) (will.length >> 8), (byte) will.length});
        body.write(will);
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(0x10);
        packet.write(body.size() & 0x7F | 0x80);
        packet.write(body.size() >> 7);
        body.writeTo(packet);
        return packet.toByteArray();
    }

    private void awaitState(String... parts) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LaneDouble.PATIENCE_SECONDS);
        String state = hub.get("/api/state").body();
        while (!Stream.of(parts).allMatch(state::contains)) {
            assertThat(System.nanoTime()).as(state).isLessThan(end);
            state = hub.get("/api/state").body();
        }
    }
}
