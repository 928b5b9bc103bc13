package org.samokasa.kiosk.app.centre;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a stream of server-sent events apart, in whatever pieces it arrives. Pure: bytes in, whole events out.
 *
 * @see "https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation"
 */
final class EventStreamParser {
    private static final byte CR = '\r';
    private static final byte LF = '\n';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * One event.
     *
     * @param name {@code message} if the stream did not name it
     * @param data its lines, with line feeds between them
     */
    record Event(String name, String data) {}

    /** An event is longer than anybody is willing to hold; the stream is of no use any more. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong(int max) {
            super("an event of more than " + max + " bytes");
        }
    }

    private final int bytesMax;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private final StringBuilder data = new StringBuilder();
    private String name = "";
    private int held;
    private boolean afterCr;
    private boolean first = true;

    /** @param bytesMax the longest event, all its lines together */
    EventStreamParser(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    /**
     * The events that these bytes complete.
     *
     * @throws TooLong if one grows beyond the limit
     */
    List<Event> feed(ByteBuffer bytes) {
        List<Event> events = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            boolean secondHalf = next == LF && afterCr;
            afterCr = next == CR;
            if (next == CR || next == LF) {
                if (!secondHalf) {
                    endOfLine(events);
                }
            } else {
                hold(next);
            }
        }
        return events;
    }

    private void hold(byte next) {
        held++;
        if (held > bytesMax) {
            throw new TooLong(bytesMax);
        }
        line.write(next);
    }

    private void endOfLine(List<Event> events) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (first && text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        first = false;
        if (text.isEmpty()) {
            endOfEvent(events);
        } else {
            field(text);
        }
    }

    private void field(String text) {
        int colon = text.indexOf(':');
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        if (value.startsWith(" ")) {
            value = value.substring(1);
        }
        // A line that begins with a colon is a comment; other fields (id, retry) mean nothing to us.
        if (field.equals("data")) {
            data.append(value).append('\n');
        } else if (field.equals("event")) {
            name = value;
        }
    }

    private void endOfEvent(List<Event> events) {
        if (data.length() > 0) {
            String lines = data.substring(0, data.length() - 1);
            events.add(new Event(name.isEmpty() ? "message" : name, lines));
        }
        data.setLength(0);
        name = "";
        held = 0;
    }
}
