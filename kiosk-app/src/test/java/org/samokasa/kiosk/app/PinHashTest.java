package org.samokasa.kiosk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinHashTest {
    private static final byte[] SALT = "sixteen bytes ok".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @Test
    void what_is_printed_is_read_again_and_lets_only_its_pin_in() {
        PinHash hash = PinHash.parse(PinHash.of("4719", SALT).toString());
        assertThat(hash.matches("4719")).isTrue();
        assertThat(hash.matches("4718")).isFalse();
        assertThat(hash.matches("")).isFalse();
        assertThat(hash.toString()).doesNotContain("4719");
    }

    /** Made with another program: python3, hashlib.pbkdf2_hmac('sha512', b'4719', b'sixteen bytes ok', 210000, 32). */
    @Test
    void it_is_the_function_that_others_call_by_that_name() {
        assertThat(PinHash.of("4719", SALT).hash()).isEqualTo("hj+KiDOMarlkVVfFmgyT08PWqPVDkKWi5gPYx2G8huQ=");
        assertThat(PinHash.of("4719", SALT).salt())
                .isEqualTo(Base64.getEncoder().encodeToString(SALT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "12345678901234", "47 19", "abcd"})
    void what_is_no_pin_is_refused(String pin) {
        assertThatIllegalArgumentException().isThrownBy(() -> PinHash.of(pin, SALT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4719",
                "pbkdf2-sha512$1000$c2l4dGVlbiBieXRlcyBvaw==$AAAA",
                "pbkdf2-sha512$9999999$c2l4dGVlbiBieXRlcyBvaw==$AAAA",
                "pbkdf2-sha512$210000$=$AAAA",
                "pbkdf2-sha256$210000$c2l4dGVlbiBieXRlcyBvaw==$AAAA"
            })
    void what_was_not_made_by_us_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PinHash.parse(text));
    }
}
