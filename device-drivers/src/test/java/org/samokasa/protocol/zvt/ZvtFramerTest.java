package org.samokasa.protocol.zvt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.ZvtFramer.Inbound;
import org.samokasa.protocol.zvt.ZvtFramer.Malformed;
import org.samokasa.protocol.zvt.ZvtFramer.Received;

class ZvtFramerTest {
    @Test
    void every_example_comes_out_as_it_went_in() {
        for (Bytes frame : ZvtExamples.ALL) {
            assertThat(apdus(new ZvtFramer().feed(frame)))
                    .singleElement()
                    .extracting(Apdu::encode)
                    .isEqualTo(frame);
        }
    }

    @Test
    void every_example_survives_a_cut_at_every_place() {
        for (Bytes frame : ZvtExamples.ALL) {
            for (int cut = 1; cut < frame.size(); cut++) {
                ZvtFramer framer = new ZvtFramer();
                assertThat(framer.feed(frame.slice(0, cut))).isEmpty();
                assertThat(apdus(framer.feed(frame.slice(cut, frame.size())))).containsExactly(ZvtExamples.apdu(frame));
            }
        }
    }

    @Test
    void two_messages_in_one_read_come_apart() {
        // F43, first part: 80 00 00 and F6 arrive together.
        List<Inbound> found = new ZvtFramer().feed(Response.OK.encode().plus(ZvtExamples.F6));
        assertThat(apdus(found)).containsExactly(Response.OK, ZvtExamples.apdu(ZvtExamples.F6));
    }

    @Test
    void one_message_in_three_reads_comes_together() {
        // F43, second part: F27 in pieces of 1, 3 and the rest.
        ZvtFramer framer = new ZvtFramer();
        Bytes frame = ZvtExamples.F27;
        assertThat(framer.feed(frame.slice(0, 1))).isEmpty();
        assertThat(framer.feed(frame.slice(1, 4))).isEmpty();
        assertThat(apdus(framer.feed(frame.slice(4, frame.size())))).containsExactly(ZvtExamples.apdu(frame));
    }

    @Test
    void all_examples_glued_together_come_out_one_by_one_byte_by_byte() {
        Bytes all = ZvtExamples.ALL.stream().reduce(Bytes.EMPTY, Bytes::plus);
        ZvtFramer framer = new ZvtFramer();
        List<Inbound> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            found.addAll(framer.feed(all.slice(i, i + 1)));
        }
        assertThat(apdus(found))
                .containsExactlyElementsOf(
                        ZvtExamples.ALL.stream().map(ZvtExamples::apdu).toList());
    }

    @Test
    void the_long_length_is_taken_for_short_data_too() {
        Apdu declined = ZvtExamples.apdu(ZvtExamples.F14);
        assertThat(apdus(new ZvtFramer().feed(declined.encodeLong()))).containsExactly(declined);
        assertThat(declined.encodeLong().slice(0, 5)).isEqualTo(Bytes.hex("04 0F FF 21 00"));
    }

    @Test
    void the_length_form_changes_at_255_bytes() {
        Apdu shortest = new Apdu(0x06D1, Bytes.copyOf(new byte[254]));
        Apdu longer = new Apdu(0x06D1, Bytes.copyOf(new byte[255]));
        assertThat(shortest.encode().slice(0, 3)).isEqualTo(Bytes.hex("06 D1 FE"));
        assertThat(longer.encode().slice(0, 5)).isEqualTo(Bytes.hex("06 D1 FF FF 00"));
        assertThat(apdus(new ZvtFramer().feed(shortest.encode().plus(longer.encode()))))
                .containsExactly(shortest, longer);
    }

    @Test
    void the_longest_message_of_all_fits() {
        Apdu longest = new Apdu(0x06D3, Bytes.copyOf(new byte[Apdu.DATA_SIZE_MAX]));
        assertThat(apdus(new ZvtFramer().feed(longest.encode()))).containsExactly(longest);
    }

    @Test
    void garbage_is_refused_and_nothing_after_it_is_believed() {
        ZvtFramer framer = new ZvtFramer();
        assertThat(framer.feed(Bytes.hex("47 45 54 20 2F")))
                .singleElement()
                .isEqualTo(new Malformed("no message starts with 47"));
        assertThat(framer.feed(ZvtExamples.F13)).isEmpty();
        framer.reset();
        assertThat(apdus(framer.feed(ZvtExamples.F13))).hasSize(1);
    }

    @Test
    void a_message_before_the_garbage_is_still_delivered() {
        List<Inbound> found = new ZvtFramer().feed(ZvtExamples.F13.plus(Bytes.hex("FF FF")));
        assertThat(found).hasSize(2);
        assertThat(found.get(0)).isInstanceOf(Received.class);
        assertThat(found.get(1)).isInstanceOf(Malformed.class);
    }

    @Test
    void half_a_message_is_forgotten_with_its_connection() {
        ZvtFramer framer = new ZvtFramer();
        framer.feed(ZvtExamples.F7.slice(0, 60));
        framer.reset();
        assertThat(apdus(framer.feed(ZvtExamples.F13))).containsExactly(ZvtExamples.apdu(ZvtExamples.F13));
    }

    @Test
    void every_flipped_bit_is_decoded_awaited_or_refused() {
        for (Bytes frame : ZvtExamples.ALL) {
            for (int bit = 0; bit < frame.size() * 8; bit++) {
                byte[] broken = frame.toArray();
                broken[bit / 8] ^= (byte) (1 << bit % 8);
                Bytes bytes = Bytes.copyOf(broken);
                assertThatCode(() -> decodeAll(bytes)).as(bytes.toHex()).doesNotThrowAnyException();
            }
        }
    }

    private static void decodeAll(Bytes bytes) {
        for (Apdu apdu : apdus(new ZvtFramer().feed(bytes))) {
            EcrCommand fromTill = ZvtCodec.readEcr(apdu);
            PtCommand fromTerminal = ZvtCodec.readPt(apdu);
            Response.read(apdu);
            if (fromTerminal instanceof PtCommand.StatusInformation status) {
                // An amount is digits or it is not there.
                assertThat(status.fields().amountMinor().orElse(0L)).isNotNegative();
            }
            if (fromTerminal instanceof PtCommand.Completion completion) {
                completion.terminalStatus();
            }
            assertThat(fromTill).isNotNull();
        }
    }

    private static List<Apdu> apdus(List<Inbound> inbound) {
        return inbound.stream()
                .filter(Received.class::isInstance)
                .map(received -> ((Received) received).apdu())
                .toList();
    }
}
