package org.samokasa.protocol.@package@;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;
import org.samokasa.protocol.@package@.@Name@Codec.Command;
import org.samokasa.protocol.@package@.@Name@Codec.Lamp;

/** Vectors: TODO manual, edition and section; these are only those of the example. */
class @Name@CodecTest {
    /** L, green lit, yellow dark, red blinking, CR. */
    private static final Bytes COMMAND = Bytes.hex("4C 31 30 32 0D");

    private static final Command MEANING = new Command(Lamp.LIT, Lamp.DARK, Lamp.BLINKING);

    private static List<Bytes> lines(Bytes stream) {
        return new @Name@Codec.Lines().feed(stream);
    }

    @Test
    void a_command_has_the_bytes_of_the_manual() {
        assertThat(@Name@Codec.encode(MEANING)).isEqualTo(COMMAND);
        assertThat(@Name@Codec.command(lines(COMMAND).get(0))).contains(MEANING);
    }

    @Test
    void answers_are_taken_or_refused_and_nothing_else() {
        assertThat(@Name@Codec.answered(Bytes.ascii("OK"))).contains(true);
        assertThat(@Name@Codec.answered(Bytes.ascii("NO"))).contains(false);
        for (String line : List.of("", "O", "OKAY", "ok", "L102")) {
            assertThat(@Name@Codec.answered(Bytes.ascii(line))).as(line).isEmpty();
        }
    }

    @Test
    void what_is_no_command_is_none() {
        for (String line : List.of("", "L", "L10", "L103", "L1020", "X102", "OK")) {
            assertThat(@Name@Codec.command(Bytes.ascii(line))).as(line).isEmpty();
        }
    }

    @Test
    void cuts_and_rubbish_do_not_matter() {
        Bytes answers = @Name@Codec.answer(true).plus(@Name@Codec.answer(false));
        assertThat(Split.everywhere(answers, () -> new @Name@Codec.Lines()::feed))
                .containsExactly(Bytes.ascii("OK"), Bytes.ascii("NO"));
        assertThat(lines(Bytes.ascii("x".repeat(5_000) + "\r").plus(answers)))
                .endsWith(Bytes.ascii("OK"), Bytes.ascii("NO"));
    }

    @Test
    void no_flipped_bit_turns_one_answer_into_the_other() {
        for (Bytes flipped : Split.flipped(@Name@Codec.answer(false))) {
            assertThat(lines(flipped)).as(flipped.toString()).noneMatch(line -> @Name@Codec.answered(line)
                    .orElse(false));
        }
    }
}
