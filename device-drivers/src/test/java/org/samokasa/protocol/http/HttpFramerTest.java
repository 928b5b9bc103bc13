package org.samokasa.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.http.HttpFramer.Reading;

/** Vectors: RFC 9112, sections 3, 4, 6 and 7.1. */
class HttpFramerTest {
    private static Reading whole(String text) {
        return new HttpFramer().feed(Bytes.ascii(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{\"a\"}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\n{\"\r\n3\r\na\"}\r\n0\r\n\r\n",
                "POST /nexo/ HTTP/1.1\r\nHost: x\r\ncontent-length:5\r\n\r\n{\"a\"}"
            })
    void a_message_is_whole_at_its_last_byte_however_it_is_cut(String text) {
        Bytes bytes = Bytes.ascii(text);
        for (int cut = 0; cut < bytes.size(); cut++) {
            HttpFramer framer = new HttpFramer();
            assertThat(framer.feed(bytes.slice(0, cut))).as("cut at %d", cut).isInstanceOf(Reading.Waiting.class);
            Reading reading = framer.feed(bytes.slice(cut, bytes.size()));
            assertThat(((Reading.Received) reading).message().text()).isEqualTo("{\"a\"}");
        }
    }

    @Test
    void a_response_without_a_length_ends_with_the_connection() {
        HttpFramer framer = new HttpFramer();
        assertThat(framer.feed(Bytes.ascii("HTTP/1.0 200 OK\r\n\r\nok"))).isInstanceOf(Reading.Waiting.class);
        assertThat(((Reading.Received) framer.closed()).message().text()).isEqualTo("ok");
    }

    @Test
    void closed_inside_a_message_is_malformed() {
        for (String text : List.of("HTTP/1.1 200", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")) {
            HttpFramer framer = new HttpFramer();
            framer.feed(Bytes.ascii(text));
            assertThat(framer.closed()).isInstanceOf(Reading.Malformed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0016\u0003\u0001\u0002 a TLS hello",
                "SSH-2.0-x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n",
                "HTTP/1.1 200 OK\r\n bad header\r\n\r\n"
            })
    void what_breaks_the_rules_is_malformed(String text) {
        assertThat(whole(text)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void a_flood_is_malformed() {
        Bytes head = Bytes.ascii("HTTP/1.1 200 OK\r\nX: " + "x".repeat(20_000));
        assertThat(new HttpFramer().feed(head)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void what_is_written_can_be_read() {
        Reading post = new HttpFramer().feed(HttpMessage.post("term", "/nexo/", "{\"ü\":1}"));
        assertThat(((Reading.Received) post).message().text()).isEqualTo("{\"ü\":1}");
        Reading response = new HttpFramer().feed(HttpMessage.response(200, ""));
        assertThat(((Reading.Received) response).message().status()).isEqualTo(200);
    }
}
