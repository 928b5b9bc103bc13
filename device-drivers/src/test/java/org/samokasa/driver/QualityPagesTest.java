package org.samokasa.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every driver has a page in docs/drivers/quality, and every page says the same lines. */
class QualityPagesTest {
    private static final Path PAGES = Path.of("")
            .toAbsolutePath()
            .getParent()
            .resolve("docs")
            .resolve("drivers")
            .resolve("quality");

    private static final List<String> LINES = List.of(
            "vectors with source",
            "fragmentation",
            "malformed bytes",
            "limits",
            "unplug",
            "unknown vs unavailable",
            "log once",
            "twin",
            "faults",
            "models known");

    /** ZVT needs the shop's currency and time zone, so it joins in the kiosk. */
    static Stream<String> drivers() {
        return Stream.concat(Drivers.standard().known().stream(), Stream.of("terminal zvt"));
    }

    /** Cells of each row of the page's table, by the first one. */
    private static Map<String, List<String>> rows(Path page) throws IOException {
        Map<String, List<String>> rows = new HashMap<>();
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith("|")) {
                String[] cells = line.substring(1).split("\\|", -1);
                rows.put(
                        cells[0].strip(),
                        Stream.of(cells).skip(1).map(String::strip).toList());
            }
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("drivers")
    void a_driver_s_page_says_of_each_line_whether_it_is_done_and_how_or_why_not(String driver) throws Exception {
        Path page = PAGES.resolve(driver.replace(' ', '-') + ".md");
        assertThat(page).as("the page of " + driver).isRegularFile();
        Map<String, List<String>> rows = rows(page);
        assertThat(rows.keySet()).as(page + " lacks a line").containsAll(LINES);
        for (String line : LINES) {
            List<String> cells = rows.get(line);
            assertThat(cells.get(0)).as(page + ", " + line).matches("(done|todo|exempt)\\b.*");
            String said = cells.get(0).replaceFirst("^(done|todo|exempt)[:.]?", "") + cells.get(1);
            assertThat(said.strip())
                    .as(page + ", " + line + " says neither how nor why not")
                    .isNotEmpty();
        }
    }

    @Test
    void a_page_without_a_driver_is_one_of_those_that_make_none() throws Exception {
        List<String> known = new ArrayList<>(List.of("javapos", "qr"));
        drivers().map(driver -> driver.replace(' ', '-')).forEach(known::add);
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .isSubsetOf(known);
        }
    }
}
