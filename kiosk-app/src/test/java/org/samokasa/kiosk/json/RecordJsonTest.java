package org.samokasa.kiosk.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordJsonTest {
    enum Colour {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "not the name";
            }
        }
    }

    sealed interface Event {
        record Scanned(Instant at, Item item) implements Event {}

        sealed interface Money extends Event {}

        record Paid(long minor, Currency currency, Optional<String> card) implements Money {}

        record Nothing() implements Event {}
    }

    record Item(String name, int grams, Colour colour, List<Item> parts, Map<String, Long> counts) {
        Item {
            if (grams < 0) {
                throw new IllegalArgumentException("grams below zero");
            }
        }
    }

    record Odds(
            OptionalInt small,
            OptionalLong large,
            boolean yes,
            LocalDate day,
            LocalTime time,
            Duration length,
            BigDecimal rate,
            Optional<Event> event) {}

    record Bad(double fraction) {}

    sealed interface Clash {
        record Case(String type) implements Clash {}
    }

    private static final Item MILK = new Item(
            "Milk \"1 L\" żółć €",
            1030,
            Colour.GREEN,
            List.of(new Item("cap", 0, Colour.RED, List.of(), Map.of())),
            Map.of("b", 2L, "a", -9223372036854775808L));

    private static final String MILK_TEXT = "{\"name\":\"Milk \\\"1 L\\\" żółć €\",\"grams\":1030,\"colour\":\"GREEN\","
            + "\"parts\":[{\"name\":\"cap\",\"grams\":0,\"colour\":\"RED\",\"parts\":[],\"counts\":{}}],"
            + "\"counts\":{\"a\":-9223372036854775808,\"b\":2}}";

    private static <T> String text(Class<T> type, T value) {
        return new String(RecordJson.write(type, value), UTF_8);
    }

    private static <T> T parse(Class<T> type, String json) {
        return RecordJson.read(type, json.getBytes(UTF_8));
    }

    @Test
    void a_record_has_exactly_this_text_and_comes_back_from_it() {
        assertThat(text(Item.class, MILK)).isEqualTo(MILK_TEXT);
        assertThat(parse(Item.class, MILK_TEXT)).isEqualTo(MILK);
    }

    @Test
    void a_sealed_value_says_which_case_it_is() {
        Event scanned = new Event.Scanned(Instant.parse("2030-01-01T09:00:00.250Z"), MILK);
        Event paid = new Event.Paid(119, Currency.getInstance("EUR"), Optional.empty());
        assertThat(text(Event.class, scanned))
                .isEqualTo("{\"type\":\"Scanned\",\"at\":\"2030-01-01T09:00:00.250Z\",\"item\":" + MILK_TEXT + "}");
        assertThat(text(Event.class, paid)).isEqualTo("{\"type\":\"Paid\",\"minor\":119,\"currency\":\"EUR\"}");
        assertThat(text(Event.class, new Event.Nothing())).isEqualTo("{\"type\":\"Nothing\"}");
        for (Event event : List.of(scanned, paid, new Event.Nothing())) {
            assertThat(RecordJson.read(Event.class, RecordJson.write(Event.class, event)))
                    .isEqualTo(event);
        }
    }

    @Test
    void the_tag_may_stand_anywhere_and_fields_in_any_order() {
        assertThat(parse(Event.class, "{\"currency\":\"PLN\", \"minor\":5,\n\"type\":\"Paid\",\"card\":\"1234\"}"))
                .isEqualTo(new Event.Paid(5, Currency.getInstance("PLN"), Optional.of("1234")));
    }

    @Test
    void every_value_type_survives_the_round_trip() {
        Odds full = new Odds(
                OptionalInt.of(-1),
                OptionalLong.of(Long.MAX_VALUE),
                true,
                LocalDate.of(2026, 2, 28),
                LocalTime.of(22, 0),
                Duration.ofSeconds(90),
                new BigDecimal("0.190"),
                Optional.of(new Event.Nothing()));
        Odds empty = new Odds(
                OptionalInt.empty(),
                OptionalLong.empty(),
                false,
                full.day,
                full.time,
                full.length,
                full.rate,
                Optional.empty());
        assertThat(RecordJson.read(Odds.class, RecordJson.write(Odds.class, full)))
                .isEqualTo(full);
        assertThat(text(Odds.class, empty))
                .isEqualTo("{\"yes\":false,\"day\":\"2026-02-28\",\"time\":\"22:00\",\"length\":\"PT1M30S\","
                        + "\"rate\":\"0.190\"}");
        assertThat(parse(Odds.class, text(Odds.class, empty))).isEqualTo(empty);
    }

    @Test
    void a_list_or_map_that_is_not_there_is_empty() {
        assertThat(parse(Item.class, "{\"name\":\"n\",\"grams\":1,\"colour\":\"RED\"}"))
                .isEqualTo(new Item("n", 1, Colour.RED, List.of(), Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"grams":1,"colour":"RED"}                                  | $.name             | missing
            {"name":"n","grams":1,"colour":"RED","size":2}              | $.size             | unknown field of Item
            {"name":"n","name":"n","grams":1,"colour":"RED"}            | $.name             | field given twice
            {"name":7,"grams":1,"colour":"RED"}                         | $.name             | expected a text
            {"name":"n","grams":"1","colour":"RED"}                     | $.grams            | expected a whole number
            {"name":"n","grams":1.0,"colour":"RED"}                     | $.grams            | a number with a fraction; we count in whole units
            {"name":"n","grams":2147483648,"colour":"RED"}              | $.grams            | 2147483648 is outside the range of an int
            {"name":"n","grams":9223372036854775808,"colour":"RED"}     | $.grams            | a number outside the range of a long
            {"name":"n","grams":1,"colour":"BLUE"}                      | $.colour           | no Colour is called BLUE
            {"name":null,"grams":1,"colour":"RED"}                      | $.name             | null; leave the field out instead
            {"name":"n","grams":-1,"colour":"RED"}                      | $                  | Item refuses it: grams below zero
            {"name":"n","grams":1,"colour":"RED","parts":{}}            | $.parts            | expected an array
            {"name":"n","grams":1,"colour":"RED","counts":[]}           | $.counts           | expected an object
            {"name":"n","grams":1,"colour":"RED","counts":{"k":"v"}}    | $.counts.k         | expected a whole number
            {"name":"n","grams":1,"colour":"RED","parts":[{"name":1}]}  | $.parts[0].name    | expected a text
            []                                                          | $                  | expected an object
            {"name":"n","grams":1,"colour":"RED"} x                     | $                  | *
            {"name":"n","grams":1,"colour":"RED"} {}                    | $                  | text after the document
            {"name":"n"                                                 | $                  | *
            ''                                                          | $                  | *
            """)
    void what_is_not_the_record_is_refused_with_path_and_reason(String json, String path, String reason) {
        assertThatThrownBy(() -> parse(Item.class, json)).isInstanceOfSatisfying(RecordJsonException.class, e -> {
            assertThat(e.path()).isEqualTo(path);
            if (!reason.equals("*")) {
                assertThat(e.reason()).isEqualTo(reason);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"minor":5,"currency":"PLN"}                          | $.type
            {"type":"Other"}                                      | $.type
            {"type":1}                                            | $.type
            {"type":"Money"}                                      | $.type
            {"type":"Paid","minor":5,"currency":"ZZZ"}            | $.currency
            {"type":"Scanned","at":"yesterday"}                   | $.at
            {"type":"Nothing","extra":1}                          | $.extra
            """)
    void a_sealed_value_that_is_none_of_its_cases_is_refused(String json, String path) {
        assertThatThrownBy(() -> parse(Event.class, json))
                .isInstanceOfSatisfying(
                        RecordJsonException.class, e -> assertThat(e.path()).isEqualTo(path));
    }

    @Test
    void every_cut_document_is_refused() {
        byte[] whole = RecordJson.write(Item.class, MILK);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> RecordJson.read(Item.class, cut)).isInstanceOf(RecordJsonException.class);
        }
    }

    @Test
    void depth_and_size_are_bounded() {
        String deep = "{\"parts\":[".repeat(40);
        assertThatThrownBy(() -> parse(Item.class, deep)).isInstanceOf(RecordJsonException.class);
        byte[] whole = RecordJson.write(Item.class, MILK);
        assertThat(RecordJson.read(Item.class, whole, whole.length)).isEqualTo(MILK);
        assertThatThrownBy(() -> RecordJson.read(Item.class, whole, whole.length - 1))
                .isInstanceOf(RecordJsonException.class)
                .hasMessageContaining("bytes");
    }

    @Test
    void a_decimal_with_an_exponent_is_refused() {
        String json = text(
                        Odds.class,
                        new Odds(
                                OptionalInt.empty(),
                                OptionalLong.empty(),
                                true,
                                LocalDate.EPOCH,
                                LocalTime.NOON,
                                Duration.ZERO,
                                BigDecimal.ONE,
                                Optional.empty()))
                .replace("\"rate\":\"1\"", "\"rate\":\"1e999999999\"");
        assertThatThrownBy(() -> parse(Odds.class, json)).hasMessageStartingWith("$.rate: not a BigDecimal");
    }

    @Test
    void a_null_is_refused_when_writing() {
        assertThatThrownBy(() -> RecordJson.write(Event.class, new Event.Scanned(null, MILK)))
                .isInstanceOf(RecordJsonException.class)
                .hasMessage("$.at: is null");
        assertThatThrownBy(() -> RecordJson.write(Event.class, null)).isInstanceOf(RecordJsonException.class);
    }

    @Test
    void half_a_surrogate_pair_is_refused_when_writing() {
        Item broken = new Item("\ud83d", 1, Colour.RED, List.of(), Map.of());
        assertThatThrownBy(() -> RecordJson.write(Item.class, broken)).isInstanceOf(RecordJsonException.class);
    }

    @Test
    void types_without_a_json_form_are_a_programming_mistake() {
        assertThatThrownBy(() -> RecordJson.write(Bad.class, new Bad(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("double");
        assertThatThrownBy(() -> RecordJson.write(Clash.class, new Clash.Case("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("type");
    }
}
