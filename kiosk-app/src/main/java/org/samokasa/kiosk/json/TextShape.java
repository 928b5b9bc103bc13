package org.samokasa.kiosk.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** JDK value types that are one text: instants and dates as ISO 8601, currencies as ISO 4217, decimals in full. */
record TextShape(Class<?> type, Function<String, Object> parser, Function<Object, String> printer) implements Shape {
    private static final Map<Class<?>, Shape> KNOWN = Map.of(
            Instant.class, iso(Instant.class, TextShape::instant),
            LocalDate.class, iso(LocalDate.class, LocalDate::parse),
            LocalTime.class, iso(LocalTime.class, LocalTime::parse),
            LocalDateTime.class, iso(LocalDateTime.class, LocalDateTime::parse),
            Duration.class, iso(Duration.class, Duration::parse),
            Currency.class, iso(Currency.class, Currency::getInstance),
            BigDecimal.class,
                    new TextShape(BigDecimal.class, TextShape::decimal, v -> ((BigDecimal) v).toPlainString()));

    /** Longest text that is parsed as one of these; a million digits would be a long multiplication. */
    private static final int LENGTH_MAX = 64;

    static Optional<Shape> of(Class<?> type) {
        return Optional.ofNullable(KNOWN.get(type));
    }

    private static Shape iso(Class<?> type, Function<String, Object> parser) {
        return new TextShape(type, parser, Object::toString);
    }

    /**
     * What {@link Instant#toString} writes is a third of a journal's texts, and the formatter of the JDK takes ten times
     * as long for it. Anything else is left to the JDK.
     */
    private static Instant instant(String text) {
        int length = text.length();
        boolean plain = length >= 20
                && length <= 30
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(length - 1) == 'Z'
                && (length == 20 || length > 21 && text.charAt(19) == '.');
        int nanos = plain && length > 21 ? digits(text, 20, length - 1) : 0;
        if (!plain || nanos < 0) {
            return Instant.parse(text);
        }
        for (int i = length - 21; length > 21 && i < 9; i++) {
            nanos *= 10;
        }
        int[] parts = {
            digits(text, 0, 4),
            digits(text, 5, 7),
            digits(text, 8, 10),
            digits(text, 11, 13),
            digits(text, 14, 16),
            digits(text, 17, 19)
        };
        for (int part : parts) {
            if (part < 0) {
                return Instant.parse(text);
            }
        }
        return parts[3] == 24 || parts[5] == 60
                ? Instant.parse(text)
                : LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], nanos)
                        .toInstant(ZoneOffset.UTC);
    }

    /** The number that these digits are; below zero if one of them is none. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static Object decimal(String text) {
        // An exponent could make toPlainString as long as memory.
        if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            throw new IllegalArgumentException("exponent");
        }
        return new BigDecimal(text);
    }

    @Override
    public void write(JsonGenerator out, Object value, Path path) throws IOException {
        out.writeString(printer.apply(Shape.present(value, path)));
    }

    @Override
    public Object read(Object tree, Path path) {
        String text = Shape.expect(String.class, tree, path, "a text");
        if (text.length() > LENGTH_MAX) {
            throw path.wrong("too long for a " + type.getSimpleName());
        }
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            throw path.wrong("not a " + type.getSimpleName() + ": " + text, e);
        }
    }
}
