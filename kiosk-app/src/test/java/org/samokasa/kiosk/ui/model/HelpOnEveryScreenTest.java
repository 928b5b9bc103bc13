package org.samokasa.kiosk.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.lane.HelpCall;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.ui.EveryScreen;
import org.samokasa.kiosk.ui.ScreenBench;
import org.samokasa.kiosk.ui.ScreenParts;

/** Wherever somebody stands, a human is one touch away, and nothing stops because of it. */
class HelpOnEveryScreenTest {
    private static Stream<String> ways() {
        return EveryScreen.ways().keySet().stream();
    }

    private static ScreenBench at(String way) {
        return EveryScreen.ways().get(way).apply(new ScreenBench());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void one_touch_raises_a_request_and_shows_who_comes(String way) {
        ScreenBench bench = at(way).press("help");
        assertThat(bench.lane().help()).isPresent();
        assertThat(bench.view().screen()).isEqualTo(ScreenId.ASSISTANCE_COMING);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void the_touch_leaves_the_visit_and_the_basket_as_they_were(String way) {
        ScreenBench before = at(way);
        Phase phase = before.lane().phase();
        ScreenBench after = at(way).press("help");
        assertThat(after.lane().phase()).isEqualTo(phase);
        assertThat(after.lane().sale().map(sale -> sale.basket()))
                .isEqualTo(before.lane().sale().map(sale -> sale.basket()));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void what_the_shopper_called_for_is_called_off_with_one_more_touch(String way) {
        ScreenBench bench = at(way).press("help");
        HelpCall call = bench.lane().help().orElseThrow();
        boolean asked = call.cause() == HelpCause.SHOPPER_CALLED || call.cause() == HelpCause.PAYMENT_TROUBLE;
        boolean own = asked && call.state() != HelpCall.State.ARRIVED;
        assertThat(ScreenParts.names(bench.view()).contains("help-cancel")).isEqualTo(own);
        if (own) {
            assertThat(bench.press("help-cancel").lane().help()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void scanning_goes_on_under_an_open_call_as_it_did_before(String way) {
        assertThat(scannedAt(at(way).press("help"))).isEqualTo(scannedAt(at(way)));
    }

    private static String scannedAt(ScreenBench bench) {
        bench.tell(new MachineCommand.Scanned(ScreenBench.MUSTARD));
        return bench.lane().phase() + " "
                + bench.lane().sale().map(sale -> sale.basket().lines()).orElse(List.of());
    }

    @Test
    void every_phase_and_every_screen_was_among_them() {
        Set<Phase> phases = new TreeSet<>();
        Set<ScreenId> screens = new TreeSet<>();
        ways().forEach(way -> {
            phases.add(at(way).lane().phase());
            screens.add(at(way).view().screen());
        });
        assertThat(phases).containsExactly(Phase.values());
        assertThat(screens).containsExactly(ScreenId.values());
    }
}
