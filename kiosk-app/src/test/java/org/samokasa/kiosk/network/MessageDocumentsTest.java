package org.samokasa.kiosk.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samokasa.kiosk.help.Evidence;
import org.samokasa.kiosk.help.HelpCall;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.HelpProblem;
import org.samokasa.kiosk.help.HelpRating;
import org.samokasa.kiosk.help.ProblemDecision;
import org.samokasa.kiosk.help.SelfHelpUse;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.json.RecordJsonException;
import org.samokasa.kiosk.network.alert.HelpAlert;
import org.samokasa.kiosk.store.Sale;
import org.samokasa.kiosk.store.SuspendedSale;
import org.samokasa.kiosk.store.SuspendedSalesTest;

/**
 * The schemas and examples in docs/messages are what the code reads and writes. After a wanted change run with
 * {@code -Dsamokasa.documents=write} and look at the difference: a message that is out there must stay readable.
 */
class MessageDocumentsTest {
    private static final Path FOLDER = Path.of("..", "docs", "messages");
    private static final boolean WRITE = "write".equals(System.getProperty("samokasa.documents"));
    private static final List<Class<?>> MESSAGES =
            List.of(LaneEnvelope.class, CommandEnvelope.class, Acknowledgement.class, LaneState.class, HelpAlert.class);
    private static final Instant AT = Instant.parse("2030-01-01T09:00:00.250Z");
    private static final HelpProblem PROBLEM = new HelpProblem(
            "p7",
            "AGE_CHECK",
            "Age check",
            Optional.of("Pale ale 0.5 L"),
            true,
            List.of(new Evidence("minimumAge", "18"), new Evidence("bornOnOrBefore", "2012-01-01")));

    private static final LaneState.DeviceState DEVICE = new LaneState.DeviceState(
            "printer",
            "DOWN",
            Optional.of("PAPER_OUT"),
            Optional.of("no paper"),
            Optional.of(AT.minusSeconds(90)),
            Optional.of("escpos"),
            Optional.of("tcp://10.0.0.7:9100"),
            List.of("PRINT_PAGE", "WIRE"),
            Optional.of("WIRE"),
            Optional.of(new LaneState.TestState(
                    "PRINT_PAGE", "Anna", AT.minusSeconds(60), "FAILED", "PAPER_OUT no paper", List.of())));

    record Example(String name, Object message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Example> examples() {
        Map<String, Object> all = new LinkedHashMap<>();
        HelpCall call = new HelpCall(
                "4-8c1f-112",
                4,
                17,
                HelpCause.AGE_CHECK,
                "Age check",
                List.of(),
                AT,
                List.of(PROBLEM),
                Optional.of("pl"),
                Optional.of(
                        new SelfHelpUse(List.of("AGE_CHECK", "ONE_TOO_MANY", "FIND_BARCODE"), List.of("AGE_CHECK"))));
        Sale sale = new Sale(
                4,
                17,
                AT,
                "EUR",
                308,
                List.of(
                        new Sale.Line(Optional.of("4006381333931"), "Milk 1 L", "1", 119),
                        new Sale.Line(Optional.of("4012345000016"), "Pale ale 0.5 L", "1", 189)),
                List.of(new Sale.Tax("A 19%", 259, 49)),
                List.of(new Sale.Tender("CARD", 308, Optional.of("000123"))));
        for (LaneMessage message : List.of(
                new LaneMessage.HelpRaised(call),
                new LaneMessage.HelpWithdrawn(
                        "4-8c1f-112", LaneMessage.Withdrawal.CANCELLED_BY_SHOPPER, Optional.of("BARCODE_WONT_SCAN")),
                new LaneMessage.ProblemSettled("4-8c1f-112", "p7"),
                new LaneMessage.HelpRated(
                        "4-8c1f-112", new HelpRating(Optional.of(true), OptionalInt.of(4), List.of("friendly"))),
                new LaneMessage.SaleCompleted(sale),
                new LaneMessage.SaleSuspended(new SuspendedSale(
                        "8c1f0a2b3c4d5e6f:4-18", 4, 18, AT, "Anna", List.of(SuspendedSalesTest.line("Milk 1 L", 119)))),
                new LaneMessage.SaleRecalled("8c1f0a2b3c4d5e6f:2-9"),
                new LaneMessage.RecallRefused("8c1f0a2b3c4d5e6f:2-9"))) {
            all.put(message.getClass().getSimpleName(), new LaneEnvelope(1, 4, "8c1f0a2b3c4d5e6f", 112, 97, message));
        }
        for (HubCommand command : List.of(
                new HubCommand.HelpAccepted("4-8c1f-112", "Anna", 20),
                new HubCommand.HelpForecast("4-8c1f-112", 40),
                new HubCommand.HelpArrived("4-8c1f-112", "Anna"),
                new HubCommand.HelpReopened("4-8c1f-112"),
                new HubCommand.HelpSolved("4-8c1f-112", "Anna", "checked the card"),
                new HubCommand.ResolveProblem("p7", ProblemDecision.APPROVED, "Anna", "saw the card"),
                new HubCommand.MessageToShopper("Somebody is coming to you.", AT),
                new HubCommand.OpenLane("Anna"),
                new HubCommand.CloseLane("Anna"),
                new HubCommand.PauseLane("Anna"),
                new HubCommand.ResumeLane("Anna"),
                new HubCommand.SuspendSale(18, "Anna"),
                new HubCommand.RecallSale(
                        "8c1f0a2b3c4d5e6f:4-18", List.of(SuspendedSalesTest.line("Milk 1 L", 119)), "Anna", AT),
                new HubCommand.TestMachine("terminal", "DIAGNOSE", "Anna", AT))) {
            all.put(command.getClass().getSimpleName(), new CommandEnvelope(1, 4, "55aa0a2b3c4d5e6f", 9, 7, command));
        }
        all.put(
                "HelpAlert",
                new HelpAlert(
                        1,
                        "55aa0a2b3c4d5e6f:9",
                        "corner",
                        "4-8c1f-112",
                        4,
                        HelpAlert.State.CALLS,
                        HelpCause.AGE_CHECK,
                        "Age check",
                        List.of("Anna"),
                        Optional.empty(),
                        AT,
                        AT));
        all.put("Acknowledgement", Acknowledgement.of(4, "8c1f0a2b3c4d5e6f", 112));
        all.put("LaneStateGone", LaneState.gone(4, AT));
        all.put(
                "LaneState",
                new LaneState(
                        1,
                        4,
                        true,
                        "SHOPPING",
                        "pl",
                        OptionalLong.of(18),
                        2,
                        308,
                        Optional.of("EUR"),
                        List.of(new LaneState.StateLine("Bananas", "0.785 kg", 156)),
                        List.of(PROBLEM),
                        Optional.of("ACCEPTED"),
                        List.of(DEVICE),
                        Optional.empty(),
                        Optional.of(new LaneState.Order("Anna", AT)),
                        AT));
        return all.entrySet().stream().map(e -> new Example(e.getKey(), e.getValue()));
    }

    @SuppressWarnings("unchecked")
    private static <T> byte[] bytes(T message) {
        return RecordJson.write((Class<T>) message.getClass(), message);
    }

    private static Path schemaFile(Class<?> type) {
        return FOLDER.resolve(type.getSimpleName() + ".schema.json");
    }

    private static void agrees(Path file, String text) throws IOException {
        if (WRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file)).as(file.toString()).isEqualTo(text);
    }

    @Test
    void the_schemas_say_what_the_records_say() throws IOException {
        for (Class<?> type : MESSAGES) {
            agrees(schemaFile(type), JsonText.print(JsonSchema.of(type)));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_what_is_written_fits_its_schema_and_is_read_back(Example example) throws IOException {
        Class<?> type = example.message().getClass();
        String text = new String(bytes(example.message()), UTF_8);
        Path file = FOLDER.resolve("examples").resolve(example.name() + ".json");
        agrees(file, JsonText.print(JsonText.parse(text)));
        Map<?, ?> schema = (Map<?, ?>) JsonText.parse(Files.readString(schemaFile(type)));
        assertThat(new SchemaCheck(schema).errors(JsonText.parse(text))).isEmpty();
        assertThat(RecordJson.read(type, Files.readAllBytes(file)).equals(example.message()))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void what_the_schema_refuses_the_code_refuses_too(Example example) throws IOException {
        Class<?> type = example.message().getClass();
        SchemaCheck check = new SchemaCheck((Map<?, ?>) JsonText.parse(Files.readString(schemaFile(type))));
        Map<?, ?> whole = (Map<?, ?>) JsonText.parse(new String(bytes(example.message()), UTF_8));
        for (Object name : whole.keySet()) {
            Map<Object, Object> without = new LinkedHashMap<>(whole);
            without.remove(name);
            Map<Object, Object> other = new LinkedHashMap<>(whole);
            other.put(name, "lane".equals(name) ? "four" : -1L);
            for (Map<Object, Object> changed : List.of(without, other)) {
                if (!check.errors(changed).isEmpty()) {
                    byte[] json = JsonText.print(changed).getBytes(UTF_8);
                    assertThat(read(type, json))
                            .as("%s without or with another %s", example, name)
                            .isFalse();
                }
            }
        }
    }

    private static boolean read(Class<?> type, byte[] json) {
        try {
            RecordJson.read(type, json);
            return true;
        } catch (RecordJsonException e) {
            return false;
        }
    }
}
