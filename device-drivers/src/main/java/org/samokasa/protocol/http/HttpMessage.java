package org.samokasa.protocol.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.samokasa.protocol.Bytes;

/**
 * A request or a response.
 *
 * @param startLine request line or status line
 * @param headers names in lower case
 */
public record HttpMessage(String startLine, Map<String, String> headers, Bytes body) {
    public HttpMessage {
        headers = Map.copyOf(headers);
    }

    /** A POST of JSON; the connection is to be closed after the response. */
    public static Bytes post(String host, String path, String json) {
        return message("POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\n", json);
    }

    /**
     * Any request; the connection is to be closed after the response.
     *
     * @param authorization value of that header, empty for none
     * @param json empty for none
     */
    public static Bytes request(String method, String host, String path, String authorization, String json) {
        String line = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n";
        return message(line + (authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n"), json);
    }

    /** A response with JSON, or with nothing. */
    public static Bytes response(int status, String json) {
        return message("HTTP/1.1 " + status + (status == 200 ? " OK" : " Error") + "\r\n", json);
    }

    /** A response with JSON whose digest (RFC 9530) lets the far end see a changed bit. */
    public static Bytes response(String json, String digest) {
        return message("HTTP/1.1 200 OK\r\nContent-Digest: " + digest + "\r\n", json);
    }

    private static Bytes message(String head, String json) {
        Bytes body = Bytes.copyOf(json.getBytes(StandardCharsets.UTF_8));
        return Bytes.ascii(head + "Content-Type: application/json; charset=utf-8\r\nContent-Length: " + body.size()
                        + "\r\nConnection: close\r\n\r\n")
                .plus(body);
    }

    /** The number in a status line; 0 in a request. */
    public int status() {
        return startLine.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")
                ? Integer.parseInt(startLine.substring(9, 12))
                : 0;
    }

    public String text() {
        return body.toText(StandardCharsets.UTF_8);
    }
}
