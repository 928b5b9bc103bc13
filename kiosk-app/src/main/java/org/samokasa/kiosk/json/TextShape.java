package org.samokasa.kiosk.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** JDK value types that are one text: instants and dates as ISO 8601, currencies as ISO 4217, decimals in full. */
record TextShape(Class<?> type, Function<String, Object> parser, Function<Object, String> printer) implements Shape {
    private static final Map<Class<?>, Shape> KNOWN = Map.of(
            Instant.class, iso(Instant.class, Instant::parse),
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
