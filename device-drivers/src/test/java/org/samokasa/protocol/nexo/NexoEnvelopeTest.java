package org.samokasa.protocol.nexo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;

/** Vectors: the sheet on nexo, section 3.5, which was recomputed with two client libraries. */
class NexoEnvelopeTest {
    static final NexoKey KEY = NexoKey.derive("kiosk-demo-passphrase-01", "kioskdemo", 1);
    private static final Bytes NONCE = Bytes.hex("000102030405060708090a0b0c0d0e0f");
    private static final String PLAIN = "{\"SaleToPOIRequest\":{\"MessageHeader\":{\"ProtocolVersion\":\"3.0\","
            + "\"MessageClass\":\"Service\",\"MessageCategory\":\"Diagnosis\",\"MessageType\":\"Request\","
            + "\"ServiceID\":\"0000000042\",\"SaleID\":\"KIOSK07\",\"POIID\":\"P400Plus-900000017\"},"
            + "\"DiagnosisRequest\":{\"HostDiagnosisFlag\":true}}}";
    private static final String BLOB =
            "i9PSR//8VajPmULAjROOYsp89ZCm1wxyrzInlL5INGqPNaScyfuWykfvrDNPr3gGRGFSAIP+vmI0RNa9R/Q7jDGj/F576BiYZ77mvLL9"
                    + "tmZNsdS6I3hKY/hpX6GcYV3AsEXGAct6AAcA8W2wqhKONt28m6QVXNwewYo2HNeBZdIQMMkSoFUZeygQjR3ygZ2WMmsTcCxVLTkp"
                    + "TSnqM9hS5y7bz8GITYZAh7vGB8lWYIGJBABc97kCMR4O2UmAgPWDi4JtsjXqo+WJNjCPGibGhTJ393qrgd8rhpEkdHPEfUKvuY5c"
                    + "/c33X7otbhCLYtZrRupw22uHxmWtK22tI6g9rBOBRbOVUOjjcCe8sonLP5o=";

    static NexoMessage diagnosis() {
        return NexoMessage.of(
                NexoHeader.request("Diagnosis", "0000000042", "KIOSK07", "P400Plus-900000017"),
                NexoRequests.diagnosis(true));
    }

    @Test
    void the_message_is_that_of_the_sheet() {
        assertThat(diagnosis().json()).isEqualTo(PLAIN).hasSize(262);
    }

    @Test
    void the_envelope_is_that_of_the_sheet() throws Exception {
        JsonTree sealed =
                JsonTree.parse(NexoEnvelope.seal(diagnosis(), KEY, NONCE)).at("SaleToPOIRequest");
        assertThat(sealed.at("NexoBlob").textOrEmpty()).isEqualTo(BLOB);
        assertThat(sealed.at("SecurityTrailer", "Nonce").textOrEmpty()).isEqualTo("AAECAwQFBgcICQoLDA0ODw==");
        assertThat(sealed.at("SecurityTrailer", "Hmac").textOrEmpty())
                .isEqualTo("tg8aXxC5JF351Ew9a+KDGJBhIlniknvOKAyv4NWGGIY=");
        assertThat(KEY.hmac(Bytes.ascii(PLAIN)))
                .isEqualTo(Bytes.hex("b60f1a5f10b9245df9d44c3d6be2831890612259e2927bce280cafe0d5861886"));
    }

    @Test
    void what_was_sealed_opens_with_the_same_key_only() throws Exception {
        String sealed = NexoEnvelope.seal(diagnosis(), KEY, NONCE);
        assertThat(NexoEnvelope.open(sealed, KEY).json()).isEqualTo(PLAIN);
        NexoKey other = NexoKey.derive("kiosk-demo-passphrase-02", "kioskdemo", 1);
        assertThatThrownBy(() -> NexoEnvelope.open(sealed, other)).hasMessage("the message was not made with our key");
        NexoKey newer = NexoKey.derive("kiosk-demo-passphrase-01", "kioskdemo", 2);
        assertThatThrownBy(() -> NexoEnvelope.open(sealed, newer)).hasMessage("made with another key");
    }

    @Test
    void every_flipped_bit_is_refused_or_changes_nothing() {
        Bytes sealed = Bytes.ascii(NexoEnvelope.seal(diagnosis(), KEY, NONCE));
        int refused = 0;
        Set<String> opened = new HashSet<>();
        for (Bytes flipped : Split.flipped(sealed)) {
            try {
                opened.add(NexoEnvelope.open(flipped.toText(StandardCharsets.UTF_8), KEY)
                        .json());
            } catch (NexoException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(sealed.size() * 7);
        // Bits in names that are not read, such as ProtocolVersion outside, change nothing.
        assertThat(opened).isSubsetOf(Set.of(PLAIN));
    }

    @Test
    void every_prefix_is_refused() {
        String sealed = NexoEnvelope.seal(diagnosis(), KEY, NONCE);
        for (int cut = 0; cut < sealed.length(); cut++) {
            String prefix = sealed.substring(0, cut);
            assertThatThrownBy(() -> NexoEnvelope.open(prefix, KEY)).isInstanceOf(NexoException.class);
        }
    }

    @Test
    void clear_text_is_a_forgery() {
        assertThatThrownBy(() -> NexoEnvelope.open(PLAIN, KEY)).hasMessage("not encrypted");
        assertThat(NexoEnvelope.isClearReject(PLAIN)).isFalse();
    }

    @Test
    void bad_padding_and_bad_hmac_are_the_same_error() {
        String sealed = NexoEnvelope.seal(diagnosis(), KEY, NONCE);
        String hmac = sealed.replace("tg8aX", "tg8aY");
        String padding = sealed.replace("LP5o=", "LP5s=");
        assertThatThrownBy(() -> NexoEnvelope.open(hmac, KEY)).hasMessage("the message was not made with our key");
        assertThatThrownBy(() -> NexoEnvelope.open(padding, KEY)).hasMessage("the message was not made with our key");
    }

    @Test
    void wrong_lengths_are_refused_before_any_cipher() {
        String sealed = NexoEnvelope.seal(diagnosis(), KEY, NONCE);
        for (String wrong : new String[] {
            sealed.replace("AAECAwQFBgcICQoLDA0ODw==", "AAECAwQ="), sealed.replace(BLOB, BLOB.substring(0, 40)),
            sealed.replace(BLOB, ""), sealed.replace("tg8aXxC5", "%%%%%%%%")
        }) {
            assertThatThrownBy(() -> NexoEnvelope.open(wrong, KEY))
                    .hasMessage("a part of the envelope has a wrong length");
        }
    }

    @Test
    void the_header_outside_must_say_the_same() {
        String sealed = NexoEnvelope.seal(diagnosis(), KEY, NONCE).replace("KIOSK07", "KIOSK08");
        assertThatThrownBy(() -> NexoEnvelope.open(sealed, KEY)).hasMessage("the header outside says something else");
    }

    @Test
    void a_passphrase_about_which_libraries_disagree_is_refused() {
        assertThatThrownBy(() -> NexoKey.derive("pässword", "k", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NexoKey.derive("", "k", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_explainer_reads_clear_sealed_and_broken_messages() {
        String sealed = NexoEnvelope.seal(diagnosis(), KEY, NONCE);
        assertThat(NexoExplainer.explain(PLAIN, Optional.empty()))
                .containsEntry("message", "DiagnosisRequest")
                .containsEntry("valid", true);
        assertThat(NexoExplainer.explain(sealed, Optional.of(KEY)))
                .containsEntry("encrypted", true)
                .containsEntry("valid", true);
        Map<String, Object> shut = NexoExplainer.explain(sealed, Optional.empty());
        assertThat(shut).containsEntry("valid", false);
        assertThat(shut.toString()).doesNotContain(BLOB.substring(0, 20));
        assertThat(NexoExplainer.explain("{", Optional.empty())).containsEntry("valid", false);
    }
}
