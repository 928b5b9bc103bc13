package org.samokasa.kiosk.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Our quick way to read an instant answers exactly what the JDK's answers, for good texts and for bad ones. */
class InstantTextTest {
    private static final String SIGNS = "0123456789-+:.TZtz ,";

    record Moment(Instant at) {}

    private static Optional<Instant> ours(String text) {
        try {
            return Optional.of(RecordJson.read(Moment.class, ("{\"at\":\"" + text + "\"}").getBytes(UTF_8))
                    .at());
        } catch (RecordJsonException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> theirs(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Test
    void every_instant_that_is_written_is_read_back() {
        SplittableRandom chance = new SplittableRandom(4);
        for (int i = 0; i < 20_000; i++) {
            Instant moment = Instant.ofEpochSecond(chance.nextLong(-3_000_000_000L, 9_000_000_000L), fraction(chance));
            assertThat(ours(moment.toString())).contains(moment);
        }
    }

    private static long fraction(SplittableRandom chance) {
        return switch (chance.nextInt(4)) {
            case 0 -> 0;
            case 1 -> chance.nextInt(1_000) * 1_000_000L;
            case 2 -> chance.nextInt(1_000_000) * 1_000L;
            default -> chance.nextInt(1_000_000_000);
        };
    }

    @Test
    void a_text_that_was_tampered_with_is_taken_as_the_jdk_takes_it() {
        SplittableRandom chance = new SplittableRandom(5);
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text =
                    new StringBuilder(Instant.ofEpochSecond(chance.nextInt(2_000_000_000), fraction(chance))
                            .toString());
            for (int change = 0; change <= chance.nextInt(2); change++) {
                int at = chance.nextInt(text.length());
                char sign = SIGNS.charAt(chance.nextInt(SIGNS.length()));
                switch (chance.nextInt(3)) {
                    case 0 -> text.setCharAt(at, sign);
                    case 1 -> text.insert(at, sign);
                    default -> text.deleteCharAt(at);
                }
            }
            assertThat(ours(text.toString())).as(text.toString()).isEqualTo(theirs(text.toString()));
        }
    }

    @Test
    void the_edges_of_the_clock_are_the_jdks() {
        for (String text : new String[] {
            "2026-12-31T24:00:00Z", "2026-12-31T24:00:01Z", "2016-12-31T23:59:60Z", "2026-02-29T00:00:00Z",
            "2024-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-01T00:60:00Z", "0000-01-01T00:00:00Z",
            "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00.1Z", "2026-01-01T00:00:00.123456789Z", "2026-01-01T00:00Z"
        }) {
            assertThat(ours(text)).as(text).isEqualTo(theirs(text));
        }
    }
}
