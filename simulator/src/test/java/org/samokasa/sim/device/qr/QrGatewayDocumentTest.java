package org.samokasa.sim.device.qr;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.http.HttpFramer;
import org.samokasa.protocol.http.HttpMessage;
import org.samokasa.protocol.qr.QrGateway;
import org.samokasa.protocol.qr.QrOptions;
import org.samokasa.protocol.qr.QrReference;
import org.samokasa.sim.device.VirtualMachine;
import org.samokasa.sim.device.qr.SimulatedQrProvider.Payer;

/** docs/messages/qr-gateway.openapi.json against the requests a lane makes and the answers the simulator gives. */
class QrGatewayDocumentTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final String REFERENCE = QrReference.of("kiosk-7", "1-7-1");

    private final JsonTree document = document();
    private final QrGateway lane = new QrGateway(
            new QrOptions("kiosk-7", "secret", "gateway", "EUR", Duration.ofSeconds(180), Optional.empty()));
    private final QrGatewayMachine machine = new QrGatewayMachine("gateway", "secret", true, new SimulatedQrProvider());
    private Instant now = Instant.parse("2031-11-06T13:10:00Z");

    private static JsonTree document() {
        try {
            return JsonTree.parse(Files.readString(DOCS.resolve("messages/qr-gateway.openapi.json")));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static HttpMessage message(Bytes bytes) {
        return ((HttpFramer.Reading.Received) new HttpFramer().feed(bytes)).message();
    }

    /** Sends it, holds request and answer against the document and returns the answer. */
    private HttpMessage exchange(Bytes request, int status) throws Exception {
        Bytes[] heard = {Bytes.EMPTY};
        machine.connected(
                new VirtualMachine.Wire() {
                    @Override
                    public void send(Bytes bytes) {
                        heard[0] = heard[0].plus(bytes);
                    }

                    @Override
                    public void hangUp() {
                        throw new AssertionError("hung up on " + request);
                    }
                },
                now);
        machine.receive(request, now);
        machine.poll(now);
        machine.disconnected(now);
        HttpMessage answer = message(heard[0]);
        assertThat(answer.status()).isEqualTo(status);
        HttpMessage asked = message(request);
        JsonTree operation = operation(asked.startLine().split(" "));
        JsonTree body = operation.at("requestBody", "content", "application/json", "schema");
        if (body.exists()) {
            fits(JsonTree.parse(asked.text()), body, asked.startLine());
        }
        JsonTree response = resolved(operation.at("responses", String.valueOf(status)));
        assertThat(response.exists())
                .as("%s answers %d", asked.startLine(), status)
                .isTrue();
        JsonTree schema = response.at("content", "application/json", "schema");
        if (schema.exists()) {
            fits(JsonTree.parse(answer.text()), schema, "answer to " + asked.startLine());
        }
        return answer;
    }

    private JsonTree operation(String[] startLine) {
        String path = startLine[1].replaceFirst("\\?.*", "");
        for (Object each : ((Map<?, ?>) document.at("paths").value()).keySet()) {
            if (path.matches(each.toString().replaceAll("\\{[a-z]+}", "[A-Za-z0-9._-]+"))) {
                JsonTree operation =
                        document.at("paths", each.toString(), startLine[0].toLowerCase(java.util.Locale.ROOT));
                assertThat(operation.exists()).as("%s %s", startLine[0], each).isTrue();
                return operation;
            }
        }
        throw new AssertionError("the document has no path for " + path);
    }

    private JsonTree resolved(JsonTree node) {
        Optional<String> reference = node.at("$ref").text();
        return reference
                .map(name -> document.at(name.substring("#/".length()).split("/")))
                .orElse(node);
    }

    /** The part of JSON Schema that the document uses; a name the document does not have is a fault here. */
    private void fits(JsonTree value, JsonTree asked, String where) {
        JsonTree schema = resolved(asked);
        switch (schema.at("type").textOrEmpty()) {
            case "object" -> {
                assertThat(((Map<?, ?>) value.value()).keySet())
                        .as(where)
                        .allMatch(
                                name -> schema.at("properties", name.toString()).exists());
                assertThat(schema.at("required").texts())
                        .as(where)
                        .allMatch(name -> value.at(name).exists());
                ((Map<?, ?>) value.value())
                        .keySet()
                        .forEach(name -> fits(
                                value.at(name.toString()),
                                schema.at("properties", name.toString()),
                                where + "." + name));
            }
            case "array" ->
                ((List<?>) value.value()).forEach(each -> fits(new JsonTree(each), schema.at("items"), where));
            case "integer" -> {
                BigDecimal number = value.number().orElseThrow(() -> new AssertionError(where + " is no number"));
                assertThat(number.stripTrailingZeros().scale()).as(where).isLessThanOrEqualTo(0);
                schema.at("minimum")
                        .number()
                        .ifPresent(least -> assertThat(number).as(where).isGreaterThanOrEqualTo(least));
            }
            case "boolean" -> assertThat(value.value()).as(where).isInstanceOf(Boolean.class);
            case "string" -> {
                String text = value.text().orElseThrow(() -> new AssertionError(where + " is no text"));
                schema.at("pattern")
                        .text()
                        .ifPresent(form -> assertThat(text).as(where).matches(form));
                if (schema.at("enum").exists()) {
                    assertThat(schema.at("enum").texts()).as(where).contains(text);
                }
            }
            default -> throw new AssertionError("no type of " + where);
        }
    }

    private Bytes create() {
        return lane.create(REFERENCE, "1-7-1", 2310, "EUR");
    }

    @Test
    void every_request_and_answer_is_as_the_document_says() throws Exception {
        exchange(lane.owed(), 200);
        exchange(lane.status(REFERENCE), 404);
        exchange(create(), 200);
        exchange(create(), 200);
        exchange(lane.create(REFERENCE, "1-7-1", 2311, "EUR"), 409);
        machine.payer(Payer.PAYS_TWICE, now);
        now = now.plusSeconds(30);
        HttpMessage paid = exchange(lane.status(REFERENCE), 200);
        JsonTree json = JsonTree.parse(paid.text());
        assertThat(json.at("state").textOrEmpty()).isEqualTo("PAID");
        assertThat(paid.headers()).containsKey("content-digest");
        exchange(lane.cancel(REFERENCE), 200);
        assertThat(exchange(lane.owed(), 200).text()).contains("UTR-" + REFERENCE + "-2");
        exchange(lane.giveBack(REFERENCE, "UTR-" + REFERENCE + "-2", 2310, "EUR"), 200);
        exchange(lane.giveBack(REFERENCE, "UTR-" + REFERENCE + "-2", 2310, "EUR"), 200);
        exchange(lane.giveBack(REFERENCE, "UTR-other", 2310, "EUR"), 404);
        assertThat(exchange(lane.owed(), 200).text()).doesNotContain("UTR-");
    }

    @Test
    void every_state_of_the_document_is_known_to_the_lane() {
        assertThat(document.at("components", "schemas", "Payment", "properties", "state", "enum")
                        .texts())
                .containsExactly(java.util.Arrays.stream(org.samokasa.protocol.qr.QrDocument.State.values())
                        .map(Enum::name)
                        .toArray(String[]::new));
    }

    @Test
    void the_page_names_every_field() throws Exception {
        String page = Files.readString(DOCS.resolve("qr-gateway.md"));
        Map<?, ?> schemas = (Map<?, ?>) document.at("components", "schemas").value();
        for (Object schema : schemas.keySet()) {
            for (Object name : ((Map<?, ?>)
                            new JsonTree(schemas.get(schema)).at("properties").value())
                    .keySet()) {
                assertThat(page).as("%s of %s", name, schema).contains(name.toString());
            }
        }
    }
}
