package org.samokasa.kiosk.network.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    private static final Instant AT = Instant.ofEpochSecond(1_700_000_000L);
    private static final String SECRET = "a secret of both sides";
    private static final byte[] BODY = "{\"v\":1}".getBytes(UTF_8);

    @Test
    void the_header_is_what_openssl_makes_of_it() {
        // printf '1700000000.{"v":1}' | openssl dgst -sha256 -hmac 'a secret of both sides'
        assertThat(WebhookSignature.of(SECRET, BODY, AT))
                .isEqualTo("t=1700000000,v1=f19ecd883e1dcaca1c604f77a07c4eee2688f0acf5eee944bbd0158364b2f427");
    }

    @Test
    void a_receiver_refuses_what_was_changed_is_old_or_is_no_signature() {
        String header = WebhookSignature.of(SECRET, BODY, AT);
        assertThat(WebhookSignature.isGood(header, SECRET, BODY, AT.plusSeconds(299)))
                .isTrue();
        assertThat(WebhookSignature.isGood(header, SECRET, BODY, AT.plusSeconds(301)))
                .isFalse();
        assertThat(WebhookSignature.isGood(header, SECRET, BODY, AT.minusSeconds(301)))
                .isFalse();
        assertThat(WebhookSignature.isGood(header, "another secret, longer", BODY, AT))
                .isFalse();
        assertThat(WebhookSignature.isGood("", SECRET, BODY, AT)).isFalse();
        for (int bit = 0; bit < BODY.length * 8; bit++) {
            byte[] changed = BODY.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(WebhookSignature.isGood(header, SECRET, changed, AT)).isFalse();
        }
        assertThat(WebhookSignature.isGood(header.replace("t=1700000000", "t=1700000001"), SECRET, BODY, AT))
                .isFalse();
    }
}
