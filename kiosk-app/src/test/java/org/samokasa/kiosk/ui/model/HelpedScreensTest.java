package org.samokasa.kiosk.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.lane.HelpCall;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.ui.EveryScreen;
import org.samokasa.kiosk.ui.ScreenBench;
import org.samokasa.kiosk.ui.ScreenParts;

/** What is asked after help: once, beside everything else, and never twice. */
class HelpedScreensTest {
    private final ScreenBench bench = new ScreenBench();

    private ScreenBench come(String way) {
        return EveryScreen.ways().get(way).apply(bench);
    }

    private boolean isAsked() {
        return ScreenParts.names(bench.view()).contains("solved-yes");
    }

    @Test
    void yes_ends_the_question() {
        come("helped-question").press("solved-yes");
        assertThat(isAsked()).isFalse();
        assertThat(bench.lane().helped().orElseThrow().solved()).contains(true);
        assertThat(bench.lane().help()).isEmpty();
    }

    @Test
    void no_calls_again_at_once_and_says_which_help_it_was() {
        come("helped-question").press("solved-no");
        HelpCall again = bench.lane().help().orElseThrow();
        assertThat(again.requestId()).isEqualTo("4-2");
        assertThat(again.cause()).isEqualTo(HelpCause.SHOPPER_CALLED);
        assertThat(again.again()).contains("4-1");
        assertThat(isAsked()).isFalse();
        bench.seconds(10);
        assertThat(bench.lane().help()).isPresent();
    }

    @Test
    void a_scan_answers_nothing_and_goes_on() {
        int lines = come("helped-question").lane().sale().orElseThrow().basket().itemCount();
        bench.scan(ScreenBench.MUSTARD);
        assertThat(bench.view().screen()).isEqualTo(ScreenId.BASKET);
        assertThat(bench.lane().sale().orElseThrow().basket().itemCount()).isEqualTo(lines + 1);
        assertThat(bench.lane().helped().orElseThrow().solved()).isEmpty();
        assertThat(bench.press("pay").lane().phase()).isEqualTo(Phase.PAYING);
    }

    @Test
    void whoever_does_not_answer_is_left_alone_after_half_a_minute() {
        come("helped-question").seconds(29);
        assertThat(isAsked()).isTrue();
        bench.seconds(1);
        assertThat(isAsked()).isFalse();
    }

    @Test
    void what_cleared_by_itself_is_not_asked_about_but_may_be_rated() {
        come("age-check").accepted("Anna", 20);
        bench.order(new HubCommand.Resolve(
                bench.problem(org.samokasa.kiosk.lane.Problem.Kind.AGE_CHECK).id(),
                true,
                "Anna",
                "",
                java.util.Optional.empty()));
        assertThat(isAsked()).isFalse();
        bench.press("pay").approved().terminalDone().press("receipt-no");
        assertThat(ScreenParts.names(bench.view())).contains("face-1", "face-4");
    }

    @Test
    void a_face_is_one_touch_and_its_reasons_come_and_go() {
        come("thanks-faces").press("face-2");
        assertThat(bench.lane().helped().orElseThrow().faces()).isEqualTo(2);
        bench.press("reason-slow").press("reason-unsolved").press("reason-slow");
        assertThat(bench.lane().helped().orElseThrow().reasons()).containsExactly("unsolved");
    }

    @Test
    void the_thanks_wait_for_who_is_rating_and_for_nobody_else() {
        come("thanks-faces").seconds(7).press("face-4");
        bench.seconds(3);
        assertThat(bench.lane().phase()).isEqualTo(Phase.THANKS);
        bench.seconds(1);
        assertThat(bench.lane().phase()).isEqualTo(Phase.ATTRACT);
        assertThat(bench.lane().helped()).isEmpty();
    }

    @Test
    void a_sale_without_help_is_thanked_without_a_question() {
        come("thanks-no-receipt");
        assertThat(ScreenParts.names(bench.view())).noneMatch(name -> name.startsWith("face-"));
    }
}
