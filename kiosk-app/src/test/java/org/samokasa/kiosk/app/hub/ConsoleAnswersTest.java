package org.samokasa.kiosk.app.hub;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.network.JsonText;
import org.samokasa.kiosk.network.LaneMessage.HelpRaised;
import org.samokasa.kiosk.network.LaneMessage.SaleSuspended;
import org.samokasa.kiosk.network.LaneState;
import org.samokasa.kiosk.network.SchemaCheck;
import org.samokasa.kiosk.store.SuspendedSale;
import org.samokasa.kiosk.store.SuspendedSalesTest;

/** A running hub answers what docs/messages/console.openapi.json promises, call by call. */
class ConsoleAnswersTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "messages", "console.openapi.json");
    private static final Map<String, String> PLACES =
            Map.of("{lane}", "4", "{machine}", "printer", "{table}", "causes", "{id}", "r1");
    private static final Map<String, String> FIELDS = Map.ofEntries(
            entry("by", "\"Anna\""),
            entry("name", "\"Anna\""),
            entry("etaSeconds", "20"),
            entry("note", "\"needs the manager\""),
            entry("text", "\"Somebody is coming to you.\""),
            entry("test", "\"PRINT_PAGE\""),
            entry("id", "\"WEIGHT_MISMATCH/GOODS/Olives\""),
            entry("changed", "\"weight 540 to 480 g\""),
            entry("reason", "\"goods are back on the shelf\""),
            entry("lane", "2"),
            entry("sale", "17"));

    @TempDir
    Path data;

    private RunningHub hub;
    private Map<?, ?> document;

    @BeforeEach
    void start() throws IOException {
        hub = new RunningHub(data);
        document = (Map<?, ?>) JsonText.parse(Files.readString(DOCUMENT));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void every_answer_is_as_described() throws Exception {
        try (LaneDouble four = hub.lane(4)) {
            four.show(
                    "SHOPPING",
                    List.of(new LaneState.StateLine("Bananas", "0.785 kg", 156)),
                    List.of(LaneState.DeviceState.of("printer", "UP", java.util.Optional.empty())));
            four.say(new HelpRaised(LaneDouble.ageCheck("r1", 4)));
            List<Line> lines = List.of(SuspendedSalesTest.line("Milk 1 L", 119));
            four.say(new SaleSuspended(new SuspendedSale("s:4-17", 4, 17, Instant.EPOCH, "Anna", lines)));
            hub.awaitState("\"r1\"");
            hub.awaitState("s:4-17");
            int answered = 0;
            for (Map.Entry<?, ?> path : map(document, "paths").entrySet()) {
                for (Map.Entry<?, ?> one : ((Map<?, ?>) path.getValue()).entrySet()) {
                    if (isJson((Map<?, ?>) one.getValue())) {
                        answer((String) one.getKey(), (String) path.getKey(), (Map<?, ?>) one.getValue());
                        answered++;
                    }
                }
            }
            assertThat(answered).isGreaterThan(20);
        }
    }

    @Test
    void what_must_be_said_is_asked_for() throws Exception {
        assertThat(hub.post("/api/lanes/4/message", "{\"by\":\"Anna\"}").statusCode())
                .isEqualTo(400);
        assertThat(hub.post("/api/lanes/4/open", "{}").statusCode()).isEqualTo(400);
        assertThat(hub.post("/api/lanes/4/open", "{\"by\":\"Anna\",\"at\":1}").statusCode())
                .isEqualTo(400);
        assertThat(hub.get("/api/shift?hours=25").statusCode()).isEqualTo(400);
        assertThat(hub.get("/api/figures").statusCode()).isEqualTo(400);
    }

    @Test
    void a_press_that_is_repeated_is_done_once_also_by_a_hub_that_was_restarted() throws Exception {
        assertThat(pressed("a1", 4).body()).isEqualTo("{\"changed\":true}");
        assertThat(pressed("a1", 4).body()).isEqualTo("{\"changed\":false}");
        assertThat(pressed("a2", 4).body()).isEqualTo("{\"changed\":true}");
        hub.close();
        hub = new RunningHub(data);
        assertThat(pressed("a1", 4).body()).isEqualTo("{\"changed\":false}");
        assertThat(pressed("a".repeat(121), 4).statusCode()).isEqualTo(400);
        try (LaneDouble four = hub.lane(4)) {
            assertThat(four.awaitMessage()).isEqualTo("One moment, please.");
            assertThat(four.awaitMessage()).isEqualTo("One moment, please.");
            assertThat(pressed("a3", 4).statusCode()).isEqualTo(200);
            assertThat(four.awaitMessage()).isEqualTo("One moment, please.");
            assertThat(four.commandsLeft()).isZero();
        }
    }

    private HttpResponse<String> pressed(String id, int lane) throws IOException, InterruptedException {
        return hub.send(hub.request("/api/lanes/" + lane + "/message")
                .header("X-Console-Token", hub.token)
                .header("X-Action-Id", id)
                .POST(HttpRequest.BodyPublishers.ofString("{\"by\":\"Anna\",\"text\":\"One moment, please.\"}"))
                .build());
    }

    private static boolean isJson(Map<?, ?> operation) {
        return map(operation, "responses", "200", "content").containsKey("application/json");
    }

    private void answer(String method, String path, Map<?, ?> operation) throws IOException, InterruptedException {
        String address = "/api" + path;
        for (Map.Entry<String, String> place : PLACES.entrySet()) {
            address = address.replace(place.getKey(), place.getValue());
        }
        boolean asksSince = path.equals("/figures");
        HttpResponse<String> answer = method.equals("get")
                ? hub.get(address + (asksSince ? "?since=2026-01-01T00:00:00Z" : ""))
                : hub.post(address, body(operation));
        String outcome = answer.statusCode() == 200 ? "200" : "default";
        Map<?, ?> schema = map(operation, "responses", outcome, "content", "application/json", "schema");
        SchemaCheck check = new SchemaCheck(schema, "#/components/schemas/", map(document, "components", "schemas"));
        assertThat(check.errors(JsonText.parse(answer.body())))
                .as(method + " " + address + " " + answer.statusCode() + " " + answer.body())
                .isEmpty();
        if (method.equals("get") && !path.equals("/session")) {
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
        } else {
            assertThat(answer.statusCode()).as(address + " " + answer.body()).isIn(200, 401, 404, 409);
        }
    }

    /** Everything a body may hold that there is a value for. */
    private static String body(Map<?, ?> operation) {
        if (!operation.containsKey("requestBody")) {
            return "";
        }
        Map<?, ?> properties = map(operation, "requestBody", "content", "application/json", "schema", "properties");
        Map<String, String> fields = new LinkedHashMap<>();
        properties.keySet().forEach(name -> {
            if (FIELDS.containsKey(name)) {
                fields.put((String) name, FIELDS.get(name));
            }
        });
        List<String> parts = new ArrayList<>();
        fields.forEach((name, value) -> parts.add("\"" + name + "\":" + value));
        return "{" + String.join(",", parts) + "}";
    }

    private static Map<?, ?> map(Map<?, ?> from, String... steps) {
        Map<?, ?> at = from;
        for (String step : steps) {
            at = (Map<?, ?>) at.get(step);
        }
        return at;
    }
}
