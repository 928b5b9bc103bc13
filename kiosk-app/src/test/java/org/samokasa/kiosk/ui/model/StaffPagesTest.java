package org.samokasa.kiosk.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.command.StaffCommand;
import org.samokasa.kiosk.ui.ScreenBench;
import org.samokasa.kiosk.ui.ScreenParts;
import org.samokasa.kiosk.ui.model.ViewState.StaffPage;

class StaffPagesTest {
    private final ScreenBench bench = new ScreenBench();

    private ScreenId screen() {
        return bench.view().screen();
    }

    private StaffPage page() {
        return (StaffPage) bench.view().page();
    }

    private ScreenBench signedIn() {
        return bench.open(new UiAction.OpenStaff()).tell(new StaffCommand.PinCompared(true));
    }

    @Test
    void the_door_is_on_the_language_card_while_nobody_shops_and_nowhere_else() {
        assertThat(ScreenParts.names(bench.view())).doesNotContain("staff");
        bench.press("language").press("staff");
        assertThat(screen()).isEqualTo(ScreenId.STAFF_PIN);
        ScreenBench shopping = new ScreenBench().scan(ScreenBench.PASTA).press("language");
        assertThat(ScreenParts.names(shopping.view())).doesNotContain("staff");
    }

    @Test
    void a_pin_is_dots_on_the_screen_and_gone_once_it_is_handed_over() {
        bench.open(new UiAction.OpenStaff());
        assertThat(ScreenParts.control(bench.view(), "key-enter").enabled()).isFalse();
        bench.press("key-4")
                .press("key-7")
                .press("key-1")
                .press("key-9")
                .press("key-1")
                .press("key-erase");
        assertThat(page().figure()).isEqualTo("\u2022\u2022\u2022\u2022");
        assertThat(bench.ui().pin()).isEqualTo("4719");
        assertThat(bench.ui().toString()).doesNotContain("4719");
        assertThat(ScreenParts.control(bench.view(), "key-enter").enabled()).isTrue();
        bench.press("key-enter");
        assertThat(bench.ui().pin()).isEmpty();
        assertThat(page().figure()).isEmpty();
    }

    @Test
    void a_forgotten_pin_page_goes_back_by_itself() {
        bench.open(new UiAction.OpenStaff()).press("key-4").seconds(31);
        assertThat(screen()).isEqualTo(ScreenId.ATTRACT);
    }

    @Test
    void too_many_tries_are_said_so_and_for_as_long_as_they_last() {
        for (int i = 0; i < 5; i++) {
            bench.tell(new StaffCommand.PinCompared(false));
        }
        bench.open(new UiAction.OpenStaff()).seconds(20).open(new UiAction.OpenStaff());
        assertThat(page().text()).isEqualTo("Too many tries. Please wait.");
        bench.seconds(45).open(new UiAction.OpenStaff());
        assertThat(page().text()).isEqualTo("Type the PIN of this lane.");
    }

    @Test
    void a_machine_that_is_down_says_what_to_do_and_its_tests_can_be_pressed() {
        signedIn().broken(Readings.PRINTER, "PAPER_OUT", "no paper");
        assertThat(ScreenParts.control(bench.view(), "machine-printer").label())
                .isEqualTo("Receipt printer: does not work, no paper");
        bench.press("machine-printer");
        assertThat(page().text()).contains("Put in a new roll.");
        assertThat(page().facts()).contains("escpos \u00b7 tcp://10.0.0.8:9100", "no paper");
        assertThat(page().wire()).singleElement().asString().contains("weight in grams: 785", "02 30 37 38 35 0D");
        bench.press("test-PRINT_PAGE");
        assertThat(page().facts()).contains("Print a test page: did not work, 11:00:00");
    }

    @Test
    void while_one_test_runs_no_other_can_be_pressed_and_a_scan_answers_it() {
        signedIn().press("machine-scanner").press("test-READ");
        assertThat(page().facts()).contains("Read a code is running");
        assertThat(ScreenParts.control(bench.view(), "test-BEEP").enabled()).isFalse();
        bench.scan(ScreenBench.PASTA);
        assertThat(screen()).isEqualTo(ScreenId.STAFF_MACHINE);
        assertThat(page().facts()).contains(ScreenBench.PASTA);
        bench.scan(ScreenBench.PASTA);
        assertThat(screen()).isEqualTo(ScreenId.BASKET);
    }

    @Test
    void a_day_is_closed_by_the_second_press_only() {
        signedIn().press("machine-terminal").press("test-END_OF_DAY");
        assertThat(bench.laneView().readings().tests().running()).isEmpty();
        bench.press("back").press("machine-terminal");
        assertThat(ScreenParts.names(bench.view())).doesNotContain("sure-END_OF_DAY");
        bench.press("test-END_OF_DAY").press("sure-END_OF_DAY");
        assertThat(bench.laneView().readings().tests().running()).isPresent();
        assertThat(ScreenParts.names(bench.view())).doesNotContain("sure-END_OF_DAY");
    }

    @Test
    void signing_out_and_being_away_bring_the_shoppers_screen_back() {
        signedIn().press("machine-terminal").press("sign-out");
        assertThat(screen()).isEqualTo(ScreenId.ATTRACT);
        signedIn().press("machine-terminal").seconds(61);
        assertThat(screen()).isEqualTo(ScreenId.ATTRACT);
    }
}
