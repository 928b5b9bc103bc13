package org.samokasa.kiosk.persistence.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.insight.Csv;
import org.samokasa.kiosk.insight.ItemDoctor;
import org.samokasa.kiosk.insight.Period;
import org.samokasa.kiosk.insight.Table;
import org.samokasa.kiosk.insight.WeekTables;
import org.samokasa.kiosk.store.ShopWeeks;
import org.samokasa.kiosk.store.StoreEvent;
import org.samokasa.kiosk.words.WordFiles;

/** What the reports say of a fortnight, against the journal it is made of. */
class WeekOfAShopTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 9);
    private static final Instant SECOND = FIRST.plusDays(7).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final List<StoreEvent> EVENTS = ShopWeeks.events(11, FIRST, 14, 120);

    @TempDir
    static Path folder;

    private static WeekTables tables;

    @BeforeAll
    static void tell() throws IOException {
        try (HubView view = HubView.open(folder, "j")) {
            for (int i = 0; i < EVENTS.size(); i++) {
                view.apply(i + 1L, EVENTS.get(i));
            }
            Period before = view.period(FIRST.atStartOfDay().toInstant(ZoneOffset.UTC), SECOND);
            tables = new WeekTables(
                    view.period(SECOND, SECOND.plusSeconds(7 * 86_400)),
                    before,
                    ZoneOffset.UTC,
                    WordFiles.reports(Language.EN));
        }
    }

    private static long sum(Table table, String column) {
        return table.column(column).stream().mapToLong(Long::parseLong).sum();
    }

    @Test
    void every_count_is_a_count_of_the_journal() {
        Map<Boolean, Long> calls = new HashMap<>();
        Map<Boolean, Long> sales = new HashMap<>();
        Map<Boolean, Long> ratings = new HashMap<>();
        for (StoreEvent event : EVENTS) {
            boolean second = !event.at().isBefore(SECOND);
            if (event instanceof StoreEvent.SaleWasRecorded) {
                sales.merge(second, 1L, Long::sum);
            } else if (event instanceof StoreEvent.HelpHasChanged e) {
                if (e.event() instanceof HelpEvent.HelpWasRaised) {
                    calls.merge(second, 1L, Long::sum);
                } else if (e.event() instanceof HelpEvent.HelpWasRated) {
                    ratings.merge(second, 1L, Long::sum);
                }
            }
        }
        assertThat(calls.get(true)).isGreaterThan(100);
        assertThat(sum(tables.causes(), "count")).isEqualTo(calls.get(true));
        assertThat(sum(tables.causes(), "countBefore")).isEqualTo(calls.get(false));
        assertThat(sum(tables.trend(), "count")).isEqualTo(calls.get(true));
        assertThat(sum(tables.trend(), "baskets")).isEqualTo(sales.get(true));
        assertThat(sum(tables.responseByHour(), "count")).isEqualTo(calls.get(true));
        assertThat(sum(tables.responseByLoad(), "count")).isEqualTo(calls.get(true));
        assertThat(sum(tables.sales(), "sales")).isEqualTo(sales.get(true));
        assertThat(sum(tables.sales(), "salesBefore")).isEqualTo(sales.get(false));
        assertThat(sum(tables.ratings(), "count")).isEqualTo(ratings.get(true));
        assertThat(sum(tables.lanes(), "count")).isEqualTo(calls.get(true));
    }

    @Test
    void every_self_help_card_of_the_journal_is_counted() {
        long shown = 0;
        long opened = 0;
        long ended = 0;
        for (StoreEvent event : EVENTS) {
            if (event.at().isBefore(SECOND) || !(event instanceof StoreEvent.HelpHasChanged e)) {
                continue;
            }
            if (e.event() instanceof HelpEvent.HelpWasRaised raised) {
                shown += raised.call()
                        .selfHelp()
                        .map(cards -> cards.shown().size())
                        .orElse(0);
                opened += raised.call()
                        .selfHelp()
                        .map(cards -> cards.opened().size())
                        .orElse(0);
            } else if (e.event() instanceof HelpEvent.HelpWasCancelled cancelled) {
                ended += cancelled.selfHelp().stream().count();
            }
        }
        Table table = tables.selfHelp();
        assertThat(shown).isPositive();
        assertThat(opened).isPositive();
        assertThat(sum(table, "shown")).isEqualTo(shown);
        assertThat(sum(table, "opened")).isEqualTo(opened);
        assertThat(sum(table, "ended")).isEqualTo(ended);
        assertThat(table.rows()).extracting(row -> row.get(0)).contains("FIND_BARCODE", "WEIGH_PRODUCE", "BAG_IT");
    }

    @Test
    void every_export_has_a_line_for_each_row_and_a_cell_for_each_column() {
        for (Table table : tables.all()) {
            String[] lines = Csv.of(table).split("\r\n");
            assertThat(lines).as(table.id()).hasSize(table.rows().size() + 1);
            assertThat(lines[0].split(","))
                    .as(table.id())
                    .containsExactly(table.columns().toArray(String[]::new));
        }
    }

    @Test
    void the_item_doctor_finds_the_wrong_weight_and_the_missing_code() {
        List<ItemDoctor.Finding> found = ItemDoctor.findings(tables.week());
        assertThat(found.subList(0, 2))
                .extracting(ItemDoctor.Finding::goods)
                .containsExactlyInAnyOrder(ShopWeeks.WRONG_WEIGHT, ShopWeeks.WRONG_CODE);
        for (ItemDoctor.Finding finding : found.subList(0, 2)) {
            if (finding.goods().equals(ShopWeeks.WRONG_WEIGHT)) {
                assertThat(finding.edit()).isEqualTo(ItemDoctor.Edit.WEIGHT);
                assertThat(finding.difference().orElseThrow()).isBetween(-60L, -52L);
            } else {
                assertThat(finding.edit()).isEqualTo(ItemDoctor.Edit.BARCODE);
                assertThat(finding.codes()).containsExactly("5901234123457");
            }
        }
    }

    @Test
    void a_lane_without_paper_is_up_for_less_time_than_the_week_before() {
        List<String> row = tables.uptime().rows().get(ShopWeeks.LANE_OUT_OF_PAPER - 1);
        assertThat(row.get(0)).isEqualTo(Integer.toString(ShopWeeks.LANE_OUT_OF_PAPER));
        assertThat(Long.parseLong(row.get(3))).isPositive();
    }

    @Test
    void names_that_look_like_formulas_are_harmless_in_a_spreadsheet() {
        Table table = new Table(
                "x",
                List.of("a", "b"),
                List.of(
                        List.of("=HYPERLINK(\"http://x\")", "-12"),
                        List.of("+1", "@SUM(A1)"),
                        List.of("-1+2", "a,\"b\"\nc"),
                        List.of("", "-1.5")));
        assertThat(Csv.of(table))
                .isEqualTo(
                        "a,b\r\n\"'=HYPERLINK(\"\"http://x\"\")\",-12\r\n'+1,'@SUM(A1)\r\n'-1+2,\"a,\"\"b\"\"\nc\"\r\n,-1.5\r\n");
    }
}
