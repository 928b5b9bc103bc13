package org.samokasa.kiosk.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.kiosk.ui.EveryScreen;
import org.samokasa.kiosk.ui.ScreenBench;
import org.samokasa.kiosk.ui.model.UiState.Open;

class UiStateTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final UiState state = UiState.fresh();

    @ParameterizedTest
    @CsvSource({"languages, 15", "help, 30", "look-up, 45", "remove, 20"})
    void what_nobody_touches_closes_after_its_time(String what, int seconds) {
        UiAction opening = switch (what) {
            case "languages" -> new UiAction.OpenLanguages();
            case "help" -> new UiAction.OpenHelp(ScreenId.BASKET, List.of());
            case "look-up" -> new UiAction.OpenLookUp("fruit");
            default -> new UiAction.AskRemove(1);
        };
        UiState open = state.on(opening, NOW);
        assertThat(open.at(NOW.plusSeconds(seconds).minusMillis(1)).open()).isEqualTo(open.open());
        assertThat(open.at(NOW.plusSeconds(seconds)).open()).isEqualTo(Open.NOTHING);
    }

    @Test
    void a_touch_in_the_look_up_starts_its_time_again() {
        UiState open =
                state.on(new UiAction.OpenLookUp("fruit"), NOW).on(new UiAction.TurnPage(1), NOW.plusSeconds(40));
        assertThat(open.page()).isEqualTo(1);
        assertThat(open.at(NOW.plusSeconds(60)).open()).isInstanceOf(Open.LookUp.class);
    }

    @Test
    void pages_do_not_go_below_the_first() {
        assertThat(state.on(new UiAction.TurnPage(-1), NOW).page()).isZero();
    }

    @Test
    void typing_stops_at_a_length_no_name_has() {
        UiState typing = state.on(new UiAction.OpenLookUp(""), NOW);
        for (int i = 0; i < 2 * UiState.TYPED_MAX; i++) {
            typing = typing.on(new UiAction.TypeLetter("a"), NOW);
        }
        assertThat(((Open.LookUp) typing.open()).typed()).hasSize(UiState.TYPED_MAX);
    }

    @Test
    void erasing_nothing_is_no_harm() {
        UiState typing = state.on(new UiAction.OpenLookUp(""), NOW).on(new UiAction.EraseLetter(), NOW);
        assertThat(((Open.LookUp) typing.open()).typed()).isEmpty();
    }

    @Test
    void a_scan_closes_the_look_up_but_neither_the_languages_nor_help() {
        ScreenBench bench = EveryScreen.ways().get("look-up-fruit").apply(new ScreenBench());
        bench.scan(ScreenBench.PASTA);
        assertThat(bench.ui().open()).isEqualTo(Open.NOTHING);

        ScreenBench choosing = EveryScreen.ways().get("language").apply(new ScreenBench());
        choosing.scan(ScreenBench.PASTA);
        assertThat(choosing.view().screen()).isEqualTo(ScreenId.LANGUAGE);
    }

    @Test
    void a_guard_lets_nothing_through_for_three_tenths_of_a_second() {
        PressGuard guard = PressGuard.open();
        assertThat(guard.lets(NOW)).isTrue();
        guard = guard.after(NOW);
        assertThat(guard.lets(NOW.plusMillis(299))).isFalse();
        assertThat(guard.lets(NOW.plusMillis(300))).isTrue();
    }
}
