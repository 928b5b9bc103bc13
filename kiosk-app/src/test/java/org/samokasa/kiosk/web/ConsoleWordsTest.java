package org.samokasa.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samokasa.devices.Health;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.HelpClocks;
import org.samokasa.kiosk.help.HelpPhase;
import org.samokasa.kiosk.help.HelpRefusal;
import org.samokasa.kiosk.help.ProblemDecision;
import org.samokasa.kiosk.help.SelfHelp;
import org.samokasa.kiosk.insight.Department;
import org.samokasa.kiosk.insight.ShiftReport;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.Friction;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.TestKind;
import org.samokasa.kiosk.store.ShopFacts;

/** Holds the words of the attendants' page to each other and to what the page says. */
class ConsoleWordsTest {
    private static final Pattern FILLING = Pattern.compile("\\{[0-9]}");
    private static final Pattern SAID =
            Pattern.compile("\\b(?:say|known|count)\\('([^']+)'[,)]|data-word(?:=\"|': ')([^\"']+)[\"']");

    /** What stands on a button, where a long text makes a second line or pushes its neighbour out. */
    private static final List<String> ON_BUTTONS = List.of(
            "accept",
            "go",
            "arrive",
            "solve",
            "handOver",
            "approve",
            "reject",
            "oldEnough",
            "notOldEnough",
            "acceptWeight",
            "keepChecking",
            "openLane",
            "keepOpen",
            "pauseLane",
            "resumeLane",
            "pauseAll",
            "resumeAll",
            "handOverName",
            "closeLane",
            "openAll",
            "closeAll",
            "lookAfter",
            "testBEEP",
            "testREAD",
            "testWEIGH",
            "testPRINT_PAGE",
            "testSHOW_COLOURS",
            "testDIAGNOSE",
            "testEND_OF_DAY",
            "testWIRE",
            "agree",
            "offDuty",
            "start",
            "send",
            "cancel",
            "close",
            "back",
            "print",
            "onePage",
            "onePagePdf",
            "take",
            "console",
            "knowledge",
            "shift",
            "reports");

    /** How much longer than English a text on a button may be, with room for a short word in any language. */
    private static final double EXPANSION = 1.8;

    private static final int SHORT_LETTERS = 14;

    static Stream<String> languages() throws IOException {
        return PageFiles.languages();
    }

    static Stream<String> translations() throws IOException {
        return languages().filter(tag -> !tag.equals("en"));
    }

    @Test
    void there_are_seven_languages() throws IOException {
        assertThat(languages()).containsExactlyInAnyOrder("en", "pl", "cs", "de", "hi", "lt", "ru");
        assertThat(PageFiles.read("words.js"))
                .contains(languages().map(tag -> " " + tag + ": '").toList());
        assertThat(PageFiles.json("words/canned.json").keySet())
                .containsAll(languages().toList());
    }

    @ParameterizedTest
    @MethodSource("translations")
    void every_language_has_the_keys_of_english_in_its_order(String tag) throws IOException {
        assertThat(words(tag).keySet()).containsExactlyElementsOf(words("en").keySet());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_sentence_that_counts_has_every_plural_category_of_its_language(String tag) throws IOException {
        Set<String> categories =
                PluralRules.forLocale(ULocale.forLanguageTag(tag)).getKeywords();
        List<Object> counting =
                words(tag).values().stream().filter(Map.class::isInstance).toList();
        assertThat(counting)
                .isNotEmpty()
                .allSatisfy(forms -> assertThat(((Map<?, ?>) forms).keySet()).isEqualTo(categories));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void nothing_is_empty_and_everything_is_filled_with_the_same(String tag) throws IOException {
        Map<String, Object> english = words("en");
        words(tag)
                .forEach((key, value) -> forms(value).forEach(text -> {
                    assertThat(text).as(key).isNotBlank().isEqualTo(text.strip());
                    assertThat(fillings(text)).as(key).isEqualTo(fillings(last(english.get(key))));
                }));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void no_button_is_much_wider_than_in_english(String tag) throws IOException {
        for (String key : ON_BUTTONS) {
            String text = last(words(tag).get(key));
            double most =
                    Math.max(SHORT_LETTERS, EXPANSION * letters(last(words("en").get(key))));
            assertThat((double) letters(text)).as("%s '%s'", key, text).isLessThanOrEqualTo(most);
        }
    }

    @Test
    void the_page_says_nothing_that_nobody_has_written_and_nothing_is_written_in_vain() throws IOException {
        Set<String> written = words("en").keySet();
        Set<String> said = new TreeSet<>(composed());
        Set<String> quoted = new HashSet<>();
        for (String file : PageFiles.scripts()) {
            String source = PageFiles.read(file);
            SAID.matcher(source).results().forEach(one -> said.add(one.group(1) == null ? one.group(2) : one.group(1)));
            Pattern.compile("['\"]([A-Za-z_-]+)['\"]")
                    .matcher(source)
                    .results()
                    .forEach(one -> quoted.add(one.group(1)));
        }
        assertThat(written).containsAll(said);
        assertThat(written).allMatch(key -> said.contains(key) || quoted.contains(key));
    }

    /** Keys that the page puts together from what the hub says. */
    private static List<String> composed() {
        List<String> keys = new ArrayList<>(List.of("UP", "DOWN", "DEGRADED", "STARTING", "UNKNOWN", "NOT_RECORDED"));
        keys.addAll(List.of("PIN_WRONG", "BUSY", "NOT_SIGNED_IN", "noteAsk", "reasonAsk", "sureEND_OF_DAY"));
        keys.addAll(List.of("themeAuto", "themeLight", "themeDark", "sureOpenAll", "sureCloseAll"));
        keys.addAll(List.of("surePauseAll", "sureResumeAll", "pausedBy", "closingBy", "UNKNOWN_SHOP"));
        keys.addAll(List.of("nameIsShown", "nameIsShownFar"));
        // Evidence: CallWords, and the rules that open problems.
        keys.addAll(List.of("code", "minimumAge", "bornOnOrBefore", "gramsExpected", "gramsMeasured", "gramsGoods"));
        keys.addAll(List.of("amount", "why", "refused", "terminalSays", "steps"));
        Stream.of("SCAN", "WEIGH", "REMOVE", "LANGUAGE", "PAY", "NOT_PAID", "BACK")
                .forEach(step -> keys.add("step" + step));
        Stream.of(CardPayment.Refusal.values())
                .filter(why -> why != CardPayment.Refusal.NONE)
                .forEach(why -> keys.add("refused" + why));
        keys.addAll(List.of("device", "friction", "again"));
        keys.addAll(named("", ConsoleState.TileState.values()));
        keys.addAll(named("", Phase.values()));
        keys.addAll(named("", ProblemDecision.values()));
        keys.addAll(Stream.of(HelpPhase.values())
                .filter(HelpPhase::ended)
                .map(Enum::name)
                .toList());
        keys.addAll(Stream.of(HelpRefusal.values()).map(Enum::name).toList());

        keys.addAll(List.of(HelpClocks.SolveLevel.OVER_TARGET.name(), HelpClocks.SolveLevel.OVER_LIMIT.name()));
        keys.addAll(named("friction", Friction.Sign.values()));
        keys.addAll(named("selfHelp", SelfHelp.values()));
        keys.addAll(named("shift-", ShiftReport.Why.values()));
        keys.addAll(named("", CentreDesk.Standing.values()));
        Stream.of(ShopFacts.class.getRecordComponents()).forEach(fact -> keys.add("fact-" + fact.getName()));
        keys.addAll(named("cause-", HelpCause.values()));
        keys.addAll(named("cause", Health.Cause.values()));
        keys.addAll(named("do", Health.Cause.values()));
        keys.addAll(named("test", TestKind.values()));
        keys.addAll(named("department-", Department.values()));
        Stream.of("PASSED", "LOOK", "FAILED", "NO_ANSWER", "REFUSED").forEach(how -> keys.add("outcome" + how));
        Stream.of(
                        Readings.SCANNER,
                        Readings.PRODUCE_SCALE,
                        Readings.BAGGING_SCALE,
                        Readings.TERMINAL,
                        Readings.PRINTER,
                        Readings.LIGHT)
                .forEach(machine -> keys.add("machine-" + machine));
        Stream.of("UNKNOWN_ITEM", "PRICE_QUERY", "PAPER_OUT", "DEVICE_FAULT", "PAYMENT_IN_DOUBT")
                .forEach(kind -> keys.add("why" + kind));
        Stream.of("PAYMENT_TROUBLE", "SHOPPER_CALLED", "IDLE_BASKET").forEach(kind -> keys.add("why" + kind));
        return keys;
    }

    private static List<String> named(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name()).toList();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_cause_has_its_knowledge_in_every_language(String tag) throws IOException {
        Map<String, Object> english = PageFiles.json("knowledge/en.json");
        Map<String, Object> cards = PageFiles.json("knowledge/" + tag + ".json");
        assertThat(cards.keySet())
                .containsExactlyElementsOf(english.keySet())
                .containsAll(Stream.of(HelpCause.values()).map(Enum::name).toList());
        cards.forEach((cause, value) -> {
            Map<?, ?> card = (Map<?, ?>) value;
            assertThat(card.get("version")).as(cause).isEqualTo(((Map<?, ?>) english.get(cause)).get("version"));
            List<?> steps = (List<?>) card.get("steps");
            assertThat(steps).as(cause).hasSize(3);
            Stream.concat(steps.stream(), Stream.of(card.get("policy")))
                    .forEach(text -> assertThat((String) text).as(cause).endsWith(tag.equals("hi") ? "।" : "."));
        });
    }

    private static Map<String, Object> words(String tag) throws IOException {
        return PageFiles.json("words/" + tag + ".json");
    }

    private static List<String> forms(Object value) {
        return value instanceof Map<?, ?> forms
                ? forms.values().stream().map(String.class::cast).toList()
                : List.of((String) value);
    }

    private static String last(Object value) {
        List<String> forms = forms(value);
        return forms.get(forms.size() - 1);
    }

    private static Set<String> fillings(String text) {
        return new TreeSet<>(
                FILLING.matcher(text).results().map(found -> found.group()).toList());
    }

    /** As many as a reader sees: signs above and below a letter of Hindi take no room of their own. */
    private static int letters(String text) {
        BreakIterator letters = BreakIterator.getCharacterInstance();
        letters.setText(text);
        int count = 0;
        while (letters.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }
}
