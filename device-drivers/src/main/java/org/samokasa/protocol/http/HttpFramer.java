package org.samokasa.protocol.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * Collects one message. Its body ends by Content-Length, by the last chunk or, in a response with neither, when the far end
 * closes (RFC 9112 section 6). Both lengths at once are refused: that is how messages are smuggled.
 */
public final class HttpFramer {
    /** Head and body: receipts are a few kilobytes. */
    public static final int SIZE_MAX = 1 << 20;

    private static final int HEAD_MAX = 16_384;

    /** What has come so far. */
    public sealed interface Reading {
        record Waiting() implements Reading {}

        record Received(HttpMessage message) implements Reading {}

        record Malformed(String why) implements Reading {}
    }

    private Bytes collected = Bytes.EMPTY;

    /** Answers what all bytes so far make. */
    public Reading feed(Bytes bytes) {
        collected = collected.plus(bytes);
        return read(false);
    }

    /** The far end has closed. */
    public Reading closed() {
        return read(true);
    }

    public boolean isEmpty() {
        return collected.isEmpty();
    }

    private Reading read(boolean closed) {
        if (collected.size() > SIZE_MAX) {
            return new Reading.Malformed("longer than " + SIZE_MAX + " bytes");
        }
        String all = collected.toText(StandardCharsets.ISO_8859_1);
        int headEnd = all.indexOf("\r\n\r\n");
        if (headEnd < 0) {
            boolean hopeless = all.length() > HEAD_MAX || closed || !beginsLikeHttp(all);
            return hopeless ? new Reading.Malformed("no HTTP head") : new Reading.Waiting();
        }
        String[] lines = all.substring(0, headEnd).split("\r\n", -1);
        Map<String, String> headers = new HashMap<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            String name = colon < 1 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
            if (!name.matches("[!-9;-~]+")
                    || headers.put(name, line.substring(colon + 1).strip()) != null) {
                return new Reading.Malformed("a header that is none or comes twice");
            }
        }
        if (!beginsLikeHttp(lines[0])
                || !lines[0].matches("(HTTP/1\\.[01] [1-5][0-9]{2}.*|[A-Z]+ \\S+ HTTP/1\\.[01])")) {
            return new Reading.Malformed("no HTTP start line");
        }
        return body(new HttpMessage(lines[0], headers, Bytes.EMPTY), headEnd + 4, all, closed);
    }

    private static boolean beginsLikeHttp(String text) {
        return text.chars().limit(16).allMatch(c -> c >= ' ' && c <= '~' || c == '\r' || c == '\n');
    }

    private Reading body(HttpMessage head, int from, String all, boolean closed) {
        Optional<String> length = Optional.ofNullable(head.headers().get("content-length"));
        Optional<String> coding = Optional.ofNullable(head.headers().get("transfer-encoding"));
        if (coding.isPresent()) {
            boolean chunked = coding.get().equalsIgnoreCase("chunked") && length.isEmpty();
            return chunked ? chunks(head, from, all, closed) : new Reading.Malformed("a body of unknown coding");
        }
        if (length.isPresent()) {
            if (!length.get().matches("[0-9]{1,7}") || Integer.parseInt(length.get()) > SIZE_MAX) {
                return new Reading.Malformed("no length of a body");
            }
            int end = from + Integer.parseInt(length.get());
            if (collected.size() >= end) {
                return received(head, collected.slice(from, end));
            }
            return closed ? new Reading.Malformed("closed inside the body") : new Reading.Waiting();
        }
        if (head.status() == 0) {
            return received(head, Bytes.EMPTY);
        }
        return closed ? received(head, collected.slice(from, collected.size())) : new Reading.Waiting();
    }

    private Reading chunks(HttpMessage head, int from, String all, boolean closed) {
        Reading more = closed ? new Reading.Malformed("closed inside the body") : new Reading.Waiting();
        Bytes body = Bytes.EMPTY;
        int at = from;
        while (true) {
            int lineEnd = all.indexOf("\r\n", at);
            if (lineEnd < 0) {
                return more;
            }
            String size = all.substring(at, lineEnd).replaceAll(";.*", "").strip();
            if (!size.matches("[0-9A-Fa-f]{1,6}")) {
                return new Reading.Malformed("no length of a chunk");
            }
            int length = Integer.parseInt(size, 16);
            int start = lineEnd + 2;
            if (length == 0) {
                // Trailers carry nothing that is wanted here; the empty line after them ends the message.
                int end = all.startsWith("\r\n", start) ? start : all.indexOf("\r\n\r\n", start);
                return end < 0 ? more : received(head, body);
            }
            if (all.length() < start + length + 2) {
                return more;
            }
            if (!all.startsWith("\r\n", start + length)) {
                return new Reading.Malformed("a chunk without its end");
            }
            body = body.plus(collected.slice(start, start + length));
            at = start + length + 2;
        }
    }

    private static Reading received(HttpMessage head, Bytes body) {
        return new Reading.Received(new HttpMessage(head.startLine(), head.headers(), body));
    }
}
