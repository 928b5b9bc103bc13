package org.samokasa.kiosk.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.HelpRating;
import org.samokasa.kiosk.insight.ItemDoctor;
import org.samokasa.kiosk.insight.Period;
import org.samokasa.kiosk.insight.Table;
import org.samokasa.kiosk.insight.WeekTables;
import org.samokasa.kiosk.lane.Helped;

/** Holds the words of the reports to each other and to the tables. */
class ReportWordsTest {
    private static final Pattern FILLING = Pattern.compile("\\{[0-9]}");
    private static final Words ENGLISH = WordFiles.reports(Language.EN);

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_every_sentence_filled_with_the_same(Language language) {
        Map<String, String> sentences = WordFiles.reports(language).sentences();
        assertThat(sentences.keySet()).isEqualTo(ENGLISH.sentences().keySet());
        sentences.forEach((key, sentence) -> {
            assertThat(sentence).as(key).isNotBlank();
            assertThat(fillings(sentence)).as(key).isEqualTo(fillings(ENGLISH.say(key)));
        });
    }

    private static Set<String> fillings(String sentence) {
        return new TreeSet<>(
                FILLING.matcher(sentence).results().map(found -> found.group()).toList());
    }

    @Test
    void every_table_has_a_title_a_meaning_and_heads() {
        Period nothing =
                new Period(Instant.EPOCH, Instant.EPOCH, List.of(), List.of(), List.of(), List.of(), List.of());
        List<Table> tables = new WeekTables(nothing, nothing, ZoneOffset.UTC, ENGLISH).all();
        assertThat(tables).hasSize(13).allSatisfy(table -> {
            assertThat(ENGLISH.sentences()).containsKeys("table." + table.id(), "meaning." + table.id());
            assertThat(table.columns()).allMatch(column -> ENGLISH.has("column." + column));
        });
    }

    @Test
    void every_key_that_a_cell_may_hold_has_its_word() {
        Stream<String> keys = Stream.of(
                        Stream.of(HelpCause.values()).map(cause -> "cause." + cause),
                        Stream.of(DayOfWeek.values()).map(day -> "day." + day),
                        Stream.of(ItemDoctor.Edit.values()).map(edit -> "edit." + edit),
                        Stream.of(Helped.reasonsFor(1), Helped.reasonsFor(HelpRating.FACES))
                                .flatMap(List::stream)
                                .map(reason -> "reason." + reason))
                .flatMap(some -> some);
        assertThat(keys).allMatch(ENGLISH::has);
    }
}
