package org.samokasa.driver.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.devices.Health;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.driver.DriverBench;
import org.samokasa.protocol.Bytes;

class Scale8217Test {
    private static final String KG_1_250 = "02 30 31 2E 32 35 30 0D";
    private static final String KG_0_500 = "02 30 30 2E 35 30 30 0D";
    private static final String MOTION = "02 3F 41 0D";
    private static final String NOTHING_NEW = "02 3F 40 0D";

    private final DriverBench<Scale8217> bench = new DriverBench<>(Scale8217::new);

    private List<Weighing> weighings() {
        return bench.toldBesidesHealth().stream()
                .map(event -> ((ScaleEvent.Weighed) event).weighing())
                .toList();
    }

    private void answer(String hex) {
        assertThat(bench.heard()).isEqualTo(Bytes.ascii("W"));
        bench.says(hex);
        bench.advanceMillis(1_500);
    }

    private Health.Cause down() {
        return ((Health.Down) bench.device.health()).cause();
    }

    @Test
    void is_up_with_the_first_answer_and_tells_only_what_changed() {
        bench.connected();
        assertThat(bench.device.health()).isInstanceOf(Health.Starting.class);
        answer(KG_1_250);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        answer(KG_1_250);
        answer(MOTION);
        answer("02 3F 50 0D");
        answer("02 3F 44 0D");
        answer("02 3F 42 0D");
        assertThat(weighings())
                .containsExactly(
                        new Weighing.Stable(1_250),
                        new Weighing.Moving(),
                        new Weighing.Stable(0),
                        new Weighing.BelowZero(),
                        new Weighing.Overload());
    }

    @Test
    void asks_four_times_a_second_when_watched_and_every_second_and_a_half_otherwise() {
        bench.connected();
        bench.says(KG_1_250);
        bench.heard();
        bench.advanceMillis(1_499);
        assertThat(bench.heard()).isEqualTo(Bytes.EMPTY);
        bench.advanceMillis(1);
        assertThat(bench.heard()).isEqualTo(Bytes.ascii("W"));
        bench.says(KG_1_250);
        bench.device.watch(true);
        bench.advanceMillis(0);
        assertThat(bench.heard()).isEqualTo(Bytes.ascii("W"));
        bench.says(KG_1_250);
        bench.advanceMillis(249);
        assertThat(bench.heard()).isEqualTo(Bytes.EMPTY);
        bench.advanceMillis(1);
        assertThat(bench.heard()).isEqualTo(Bytes.ascii("W"));
    }

    @Test
    void nothing_new_keeps_the_last_stable_weight_until_anything_else() {
        bench.connected();
        answer(NOTHING_NEW);
        assertThat(weighings()).isEmpty();
        answer(KG_1_250);
        answer(NOTHING_NEW);
        assertThat(weighings()).containsExactly(new Weighing.Stable(1_250));
        bench.device.watch(true);
        bench.says(NOTHING_NEW);
        assertThat(weighings()).containsExactly(new Weighing.Stable(1_250));
        bench.advanceMillis(250);
        bench.says(MOTION);
        bench.advanceMillis(250);
        bench.says(NOTHING_NEW);
        assertThat(weighings()).containsExactly(new Weighing.Moving());
    }

    @Test
    void a_reopened_port_forgets_the_weight() {
        bench.connected();
        answer(KG_1_250);
        bench.machine.hangUp("power cut");
        bench.advanceMillis(0);
        bench.says(NOTHING_NEW);
        assertThat(weighings())
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(
                        Weighing.Impossible.class,
                        weighing -> assertThat(weighing.why().cause()).isEqualTo(Health.Cause.NOT_CONNECTED));
    }

    @Test
    void silence_is_never_zero_but_impossible_and_then_down_and_the_port_is_opened_again() {
        bench.connected();
        answer(KG_1_250);
        bench.forgetTold();
        bench.advanceMillis(1_999);
        assertThat(weighings()).isEmpty();
        bench.advanceMillis(1);
        assertThat(weighings()).singleElement().isInstanceOf(Weighing.Impossible.class);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        bench.advanceMillis(3_000);
        assertThat(down()).isEqualTo(Health.Cause.NO_ANSWER);
        assertThat(bench.machine.restarts()).isEqualTo(1);
        bench.advanceMillis(60_000);
        assertThat(down()).isEqualTo(Health.Cause.NO_ANSWER);
        assertThat(weighings()).isEmpty();
        bench.says(KG_0_500);
        bench.advanceMillis(400);
        assertThat(bench.device.health()).isInstanceOf(Health.Up.class);
        assertThat(weighings()).containsExactly(new Weighing.Stable(500));
    }

    @Test
    void rubbish_instead_of_answers_is_garbled() {
        bench.connected();
        for (int i = 0; i < 6; i++) {
            bench.says("82 30 B1 2E B2 35 30 8D");
            bench.advanceMillis(1_000);
        }
        assertThat(down()).isEqualTo(Health.Cause.GARBLED);
    }

    @Test
    void a_late_answer_belongs_to_the_old_question() {
        bench.connected();
        bench.advanceMillis(1_000); // the first question timed out, the repeat is out
        assertThat(bench.heard()).isEqualTo(Bytes.ascii("WW"));
        bench.says(KG_1_250); // the late answer to the first
        bench.advanceMillis(100);
        bench.says(KG_0_500); // the answer to the repeat
        assertThat(weighings()).containsExactly(new Weighing.Stable(500));
    }

    @Test
    void an_answer_after_a_lost_one_counts_when_no_second_follows() {
        bench.connected();
        bench.advanceMillis(1_000);
        bench.says(KG_1_250);
        assertThat(weighings()).isEmpty();
        bench.advanceMillis(300);
        assertThat(weighings()).containsExactly(new Weighing.Stable(1_250));
    }

    @Test
    void half_an_answer_is_not_joined_with_the_next_one() {
        bench.connected();
        bench.says("02 30 31 2E 32");
        bench.advanceMillis(1_000);
        bench.says("35 30 0D");
        bench.advanceMillis(300);
        assertThat(weighings()).isEmpty();
    }

    @Test
    void pounds_and_a_missing_zero_have_causes_of_their_own() {
        bench.connected();
        bench.says("02 30 32 2E 37 36 0D");
        assertThat(down()).isEqualTo(Health.Cause.SETTINGS);
        bench.advanceMillis(1_500);
        bench.says("02 3F 48 0D");
        assertThat(down()).isEqualTo(Health.Cause.NEEDS_ZERO);
        assertThat(weighings()).hasSize(2).allMatch(weighing -> weighing instanceof Weighing.Impossible);
    }

    @Test
    void zeroing_takes_the_place_of_the_next_question_and_is_not_repeated() {
        bench.connected();
        bench.says(KG_1_250);
        bench.heard();
        bench.device.zero();
        bench.advanceMillis(0);
        assertThat(bench.heard()).isEqualTo(Bytes.ascii("Z"));
        bench.advanceMillis(1_000);
        assertThat(bench.heard()).isEqualTo(Bytes.ascii("W"));
        bench.closeAndCheck();
    }
}
