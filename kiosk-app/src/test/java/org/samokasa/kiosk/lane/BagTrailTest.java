package org.samokasa.kiosk.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.lane.event.BasketEvent.ItemAdded;
import org.samokasa.kiosk.lane.event.BasketEvent.LineVoided;

/** Which goods a difference is said to be about, and when nobody is named. */
class BagTrailTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final int TOLERANCE = 25;

    /** A bag that was right at 500 g. */
    private BagTrail trail = BagTrail.right(500);

    private int scale = 500;
    private int expected = 500;
    private Instant now = START;

    private static Line line(int number, String name, int grams, boolean piece) {
        Article article = new Article(
                ItemKey.store(name),
                Map.of("", name),
                piece ? Article.SoldBy.PIECE : Article.SoldBy.WEIGHT,
                Optional.empty(),
                "A",
                0,
                piece ? grams : 0,
                Optional.empty(),
                "",
                "",
                Article.Kind.GOODS);
        Money price = Money.of(100, "PLN");
        return piece ? Line.piece(number, 0, article, price, 1) : Line.weighed(number, article, price, grams, 1);
    }

    private void scan(int number, String name, int grams) {
        add(line(number, name, grams, true));
    }

    private void add(Line line) {
        expected += line.expectedGrams();
        trail = trail.after(new ItemAdded(now, line), new Load.Still(scale));
    }

    private void put(int grams) {
        now = now.plusSeconds(5);
        scale += grams;
        trail = trail.still(scale, now);
    }

    private Optional<Integer> named() {
        return trail.suspect(scale - expected, TOLERANCE).map(BagTrail.Step::line);
    }

    @Test
    void goods_that_weigh_something_else_than_they_should_are_named() {
        scan(1, "olives", 480);
        put(540);
        assertThat(named()).contains(1);
    }

    @Test
    void they_are_named_among_others_that_weigh_what_they_should() {
        scan(1, "milk", 1030);
        put(1028);
        scan(2, "olives", 480);
        put(540);
        scan(3, "bread", 500);
        put(503);
        assertThat(named()).contains(2);
    }

    @Test
    void they_are_found_also_when_they_come_down_in_another_order() {
        scan(1, "olives", 480);
        scan(2, "milk", 1030);
        put(1033);
        put(540);
        assertThat(named()).contains(1);
    }

    @Test
    void goods_that_did_not_come_down_are_named() {
        scan(1, "milk", 1030);
        scan(2, "olives", 480);
        put(1030);
        assertThat(named()).contains(2);
    }

    @Test
    void two_of_the_same_that_are_missing_are_one_answer() {
        scan(1, "olives", 480);
        scan(2, "olives", 480);
        assertThat(named()).contains(2);
    }

    @Test
    void two_different_goods_that_are_missing_are_none() {
        scan(1, "olives", 480);
        scan(2, "milk", 1030);
        assertThat(named()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"480, 900", "480, 100", "480, 725", "100, 160"})
    void what_may_be_something_else_names_nobody(int catalogue, int measured) {
        scan(1, "olives", catalogue);
        put(measured);
        assertThat(named()).isEmpty();
    }

    @Test
    void goods_nobody_scanned_are_never_said_to_be_those_that_were() {
        scan(1, "olives", 480);
        put(480);
        put(400);
        assertThat(named()).isEmpty();
    }

    @Test
    void something_taken_out_names_nobody() {
        scan(1, "olives", 480);
        put(480);
        put(-300);
        assertThat(named()).isEmpty();
    }

    @Test
    void goods_that_are_taken_out_and_put_back_are_followed() {
        scan(1, "olives", 480);
        put(540);
        put(-540);
        assertThat(named()).contains(1);
        put(541);
        assertThat(named()).contains(1);
    }

    @Test
    void a_hand_that_lets_go_late_is_no_weight() {
        scan(1, "olives", 480);
        put(700);
        scale -= 160;
        trail = trail.still(scale, now.plusSeconds(1));
        assertThat(trail.steps().get(0).measured()).hasValue(540);
        assertThat(named()).contains(1);
    }

    @Test
    void a_small_thing_added_later_is_not_taken_for_a_wrong_weight() {
        scan(1, "olives", 480);
        put(480);
        put(60);
        assertThat(named()).isEmpty();
    }

    @Test
    void what_was_weighed_here_is_named_only_when_it_is_missing() {
        add(line(1, "bananas", 800, false));
        assertThat(named()).contains(1);
        put(900);
        assertThat(named()).isEmpty();
    }

    @Test
    void after_something_was_removed_nobody_is_named_until_the_bag_is_right() {
        scan(1, "olives", 480);
        put(540);
        trail = trail.after(new LineVoided(now, 1, "shopper"), new Load.Still(scale));
        assertThat(named()).isEmpty();
        trail = BagTrail.right(scale);
        expected = scale;
        scan(2, "olives", 480);
        put(540);
        assertThat(named()).contains(2);
    }

    /** Whatever a shopper does: a name is only given when that line alone explains the difference. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_named_line_always_explains_the_difference(long seed) {
        Random chance = new Random(seed);
        int names = 0;
        for (int visit = 0; visit < 400; visit++) {
            trail = BagTrail.right(0);
            scale = 0;
            expected = 0;
            List<Integer> weights = new ArrayList<>();
            for (int step = 0; step < 2 + chance.nextInt(10); step++) {
                if (chance.nextBoolean()) {
                    int grams = 40 + chance.nextInt(900);
                    weights.add(grams);
                    scan(weights.size(), "goods-" + chance.nextInt(4), grams);
                } else if (!weights.isEmpty() && chance.nextInt(4) > 0) {
                    put(weights.get(chance.nextInt(weights.size())) + chance.nextInt(200) - 100);
                } else {
                    put(chance.nextInt(1_200) - 400);
                }
                names += explains() ? 1 : 0;
            }
        }
        assertThat(names)
                .as("visits of seed %d in which somebody was named", seed)
                .isPositive();
    }

    private boolean explains() {
        Optional<BagTrail.Step> named = trail.suspect(scale - expected, TOLERANCE);
        named.ifPresent(step -> {
            List<BagTrail.Step> others = trail.steps().stream()
                    .filter(other -> !other.item().equals(step.item()))
                    .filter(other -> Math.abs(other.measured().orElse(0) - other.catalogue()) > TOLERANCE)
                    .toList();
            assertThat(others).isEmpty();
            assertThat(trail.isFollowed()).isTrue();
            assertThat(Math.abs(scale - trail.grams())).isLessThanOrEqualTo(BagTrail.NOISE_GRAMS);
        });
        return named.isPresent();
    }

    /** The difference is what the steps say, as long as the trail is followed: nothing that came is left out. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void steps_and_scale_never_tell_different_stories(long seed) {
        Random chance = new Random(seed);
        int followed = 0;
        for (int visit = 0; visit < 300; visit++) {
            trail = BagTrail.right(0);
            scale = 0;
            expected = 0;
            int lines = 0;
            for (int step = 0; step < 8; step++) {
                int grams = 100 + chance.nextInt(900);
                scan(++lines, "goods-" + lines, grams);
                put(grams + chance.nextInt(30) - 15);
                int told = trail.steps().stream()
                        .mapToInt(one -> one.measured().orElse(0))
                        .sum();
                if (trail.isFollowed()) {
                    followed++;
                    assertThat(told).isEqualTo(trail.grams());
                }
            }
        }
        assertThat(followed).isGreaterThan(1_000);
    }
}
