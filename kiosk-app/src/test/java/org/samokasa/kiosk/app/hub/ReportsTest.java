package org.samokasa.kiosk.app.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.samokasa.kiosk.app.hub.alert.AlertSettings;
import org.samokasa.kiosk.domain.language.Amounts;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.persistence.journal.DiskFiles;
import org.samokasa.kiosk.store.ShopWeeks;
import org.samokasa.kiosk.store.StoreEvent;
import org.samokasa.kiosk.web.Browser;
import org.samokasa.kiosk.words.WordFiles;

/** Reports of a hub that has a fortnight behind it. What they look like is in target/reports. */
class ReportsTest {
    private static final Path PICTURES = Path.of("target", "reports");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 9);
    private static final Instant NOW = Instant.parse("2026-11-22T22:00:00Z");
    private static final int AT_ONCE = 500;
    private static final String WEEK = "?week=2026-W47";

    @TempDir
    static Path data;

    private static List<StoreEvent> events;
    private static RunningHub hub;

    @BeforeAll
    static void start() throws IOException {
        events = ShopWeeks.events(3, FIRST, 14, 300);
        Path journal = data.resolve("journal");
        try (HubLedger ledger = HubLedger.open(new DiskFiles(journal), events.get(0), (recorded, shop) -> {})) {
            for (int from = 1; from < events.size(); from += AT_ONCE) {
                ledger.record(events.subList(from, Math.min(events.size(), from + AT_ONCE)));
            }
        }
        hub = new RunningHub(data, AlertSettings.DEFAULT, InstantSource.fixed(NOW));
        // The tables are made of the journal in the background.
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> get("/api/reports" + WEEK).body().contains("\"to\":\"2026-11-22\""));
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.close();
        }
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return hub.get(path);
    }

    @Test
    void the_export_counts_what_the_journal_counts() throws Exception {
        Instant second = Instant.parse("2026-11-16T00:00:00Z");
        long calls = events.stream()
                .filter(e -> e instanceof StoreEvent.HelpHasChanged h
                        && h.event() instanceof HelpEvent.HelpWasRaised
                        && !h.at().isBefore(second))
                .count();
        HttpResponse<String> csv = get("/api/reports/causes/csv" + WEEK);
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"causes-2026-W47.csv\"");
        assertThat(csv.body()
                        .lines()
                        .skip(1)
                        .mapToLong(line -> Long.parseLong(line.split(",")[1]))
                        .sum())
                .isEqualTo(calls);
    }

    @Test
    void the_next_shift_is_told_who_was_there_and_what_was_asked() throws Exception {
        Instant since = NOW.minus(Duration.ofHours(24));
        long calls = events.stream()
                .filter(e -> e instanceof StoreEvent.HelpHasChanged h
                        && h.event() instanceof HelpEvent.HelpWasRaised
                        && !h.at().isBefore(since)
                        && h.at().isBefore(NOW))
                .count();
        String shift = get("/api/shift?hours=24").body();
        assertThat(shift).contains("\"calls\":" + calls, "\"stays\":[{\"name\"", "\"halfWithin\":");
        assertThat(calls).isPositive();
    }

    @Test
    void what_makes_no_sense_is_refused() throws Exception {
        assertThat(get("/api/reports?week=2026-47").statusCode()).isEqualTo(400);
        assertThat(get("/api/reports?week=2026-W54").statusCode()).isEqualTo(400);
        assertThat(get("/api/reports/nothing/csv" + WEEK).statusCode()).isEqualTo(404);
        assertThat(get("/api/reports/goods/chart" + WEEK).statusCode()).isEqualTo(404);
        assertThat(get("/api/report" + WEEK + "&format=doc").statusCode()).isEqualTo(400);
        assertThat(hub.send(hub.request("/api/report" + WEEK).GET().build()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void an_issue_is_taken_and_closed_with_what_was_changed() throws Exception {
        assertThat(get("/api/issues").body()).contains("WEIGHT_MISMATCH", ShopWeeks.WRONG_WEIGHT, "PRICES");
        String id = "\"id\":\"WEIGHT_MISMATCH/GOODS/" + ShopWeeks.WRONG_WEIGHT + "\"";
        assertThat(hub.post("/api/issues/close", "{\"by\":\"Ewa\"," + id + "}").statusCode())
                .as("without a word about what was changed")
                .isEqualTo(400);
        assertThat(hub.post("/api/issues/take", "{\"by\":\"Ewa\"," + id + "}").body())
                .isEqualTo("{\"changed\":true}");
        assertThat(hub.post("/api/issues/close", "{\"by\":\"Ewa\"," + id + ",\"changed\":\"480 g\"}")
                        .body())
                .isEqualTo("{\"changed\":true}");
        assertThat(hub.post("/api/issues/take", "{\"by\":\"Ewa\"," + id + "}").body())
                .contains("ISSUE_IS_CLOSED");
        assertThat(hub.post("/api/issues/take", "{\"by\":\"Ewa\",\"id\":\"x\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_week_fits_one_page_that_says_what_to_fix_first() throws Exception {
        byte[] pdf = hub.bytes("/api/report" + WEEK + "&format=pdf");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Fix first", "Correct the weight of " + ShopWeeks.WRONG_WEIGHT)
                    .contains("Correct the barcode of " + ShopWeeks.WRONG_CODE, "5901234123457")
                    .contains("How fast help came", "What shoppers said", "happy face");
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(0, 110),
                    "png",
                    PICTURES.resolve("week.png").toFile());
        }
        Files.write(PICTURES.resolve("week.pdf"), pdf);
        String html = get("/api/report" + WEEK + "&format=html").body();
        assertThat(html).contains("Correct the weight of " + ShopWeeks.WRONG_WEIGHT, "data:image/png");
        Files.writeString(PICTURES.resolve("week.html"), html);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_week_is_one_page_in_every_language(Language language) throws Exception {
        String lang = "&lang=" + language.tag();
        byte[] pdf = hub.bytes("/api/report" + WEEK + "&format=pdf" + lang);
        String fixFirst = WordFiles.reports(language).say("fix.title");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language.tag());
            assertThat(new PDFTextStripper().getText(document))
                    .contains(fixFirst, ShopWeeks.WRONG_WEIGHT)
                    .contains(Amounts.day(LocalDate.of(2026, 11, 16), language))
                    .doesNotContain("?");
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(0, 110),
                    "png",
                    PICTURES.resolve("week-" + language.tag() + ".png").toFile());
        }
        assertThat(get("/api/report" + WEEK + "&format=html" + lang).body())
                .contains("<html lang=\"" + language.tag() + "\">", fixFirst, "data:image/png");
        for (String chart : List.of("causes", "trend", "responseByHour", "sales")) {
            Files.write(
                    PICTURES.resolve(chart + "-" + language.tag() + ".png"),
                    hub.bytes("/api/reports/" + chart + "/chart" + WEEK + lang));
        }
    }

    @Test
    void programs_read_english_whatever_the_page_speaks() throws Exception {
        assertThat(get("/api/reports/goods/csv" + WEEK + "&lang=ru").body())
                .isEqualTo(get("/api/reports/goods/csv" + WEEK).body())
                .contains("scale shows", "WEIGHT");
        assertThat(get("/api/reports" + WEEK + "&lang=xx").body()).contains("Why shoppers needed help");
    }

    @Test
    void the_page_shows_every_table_and_fits_a_phone() throws Exception {
        Browser.assumeInstalled();
        ChromeDriver page = Browser.open();
        try {
            page.get(hub.url);
            page.get(hub.url.substring(0, hub.url.indexOf("/?")) + "/reports.html?week=2026-W47");
            for (String tag : List.of("pl", "cs", "de", "hi", "lt", "ru", "en")) {
                page.executeScript("localStorage.setItem('samokasa.language', arguments[0])", tag);
                page.navigate().refresh();
                look(page, tag);
            }
        } finally {
            Browser.close(page);
        }
    }

    private static void look(ChromeDriver page, String tag) throws IOException {
        Browser.await(() ->
                page.findElements(By.cssSelector("#tables img:not([hidden])")).size() == 9
                        && page.findElements(By.cssSelector("#tables .report")).size() == 13);
        assertThat(page.findElement(By.tagName("html")).getDomAttribute("lang")).isEqualTo(tag);
        for (int width : new int[] {1440, 390}) {
            Browser.size(page, width, 3000);
            Browser.picture(page, "reports-" + tag + "-" + width);
            Browser.fits(page, tag + " at " + width);
        }
    }
}
