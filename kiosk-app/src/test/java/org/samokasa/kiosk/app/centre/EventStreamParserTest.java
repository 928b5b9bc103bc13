package org.samokasa.kiosk.app.centre;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.app.centre.EventStreamParser.Event;

class EventStreamParserTest {
    /** Every ending of a line, a comment, fields that mean nothing, letters of two to four bytes, data of two lines. */
    private static final String STREAM = "\uFEFF: hello\n"
            + "event: lane\r\ndata: {\"name\":\"mleko ł€😀\"}\r\n\r\n"
            + "id: 7\rretry: 10\rdata:first\rdata:  second\r\r"
            + "event: nothing\n\n"
            + "data\ndata: x: y\n\n"
            + "event: beat\ndata: {}\n\n";

    private static final List<Event> EVENTS = List.of(
            new Event("lane", "{\"name\":\"mleko ł€😀\"}"),
            new Event("message", "first\n second"),
            new Event("message", "\nx: y"),
            new Event("beat", "{}"));

    private static List<Event> feed(EventStreamParser parser, byte[] bytes, int from, int to) {
        return parser.feed(ByteBuffer.wrap(bytes, from, to - from));
    }

    @Test
    void every_split_gives_the_same_events() {
        byte[] bytes = STREAM.getBytes(UTF_8);
        for (int one = 0; one <= bytes.length; one++) {
            for (int two = one; two <= bytes.length; two++) {
                EventStreamParser parser = new EventStreamParser(1000);
                List<Event> events = new ArrayList<>(feed(parser, bytes, 0, one));
                events.addAll(feed(parser, bytes, one, two));
                events.addAll(feed(parser, bytes, two, bytes.length));
                assertThat(events).as("split at %d and %d", one, two).isEqualTo(EVENTS);
            }
        }
    }

    @Test
    void byte_by_byte_an_event_comes_with_the_line_that_ends_it() {
        EventStreamParser parser = new EventStreamParser(100);
        byte[] bytes = "data: a\r\n\r\ndata: b".getBytes(UTF_8);
        List<Integer> came = new ArrayList<>();
        for (int i = 0; i < bytes.length; i++) {
            if (!feed(parser, bytes, i, i + 1).isEmpty()) {
                came.add(i);
            }
        }
        assertThat(came).containsExactly(9);
    }

    @Test
    void an_event_may_be_as_long_as_the_limit_and_not_a_byte_longer() {
        byte[] fits = ("data: " + "x".repeat(94) + "\n\n").getBytes(UTF_8);
        EventStreamParser parser = new EventStreamParser(100);
        assertThat(feed(parser, fits, 0, fits.length)).hasSize(1);
        assertThat(feed(parser, fits, 0, fits.length)).as("and so the next").hasSize(1);
        byte[] lines = "data: 123\n".repeat(12).getBytes(UTF_8);
        assertThatThrownBy(() -> feed(parser, lines, 0, lines.length))
                .isInstanceOf(EventStreamParser.TooLong.class)
                .hasMessage("an event of more than 100 bytes");
        byte[] endless = "y".repeat(101).getBytes(UTF_8);
        assertThatThrownBy(() -> feed(new EventStreamParser(100), endless, 0, endless.length))
                .isInstanceOf(EventStreamParser.TooLong.class);
    }
}
