package org.samokasa.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.ui.model.Shown;
import org.samokasa.kiosk.ui.theme.Typeface;
import org.samokasa.kiosk.words.WordFiles;

/** Holds the words of the screens to the rules of UX.md section 5. */
class ScreenWordsTest {
    private static final Pattern CATEGORY = Pattern.compile("\\.(one|few|many|other)$");
    private static final Pattern FILLING = Pattern.compile("\\{[0-9]}");

    /** Words that blame or frighten, and their sisters. */
    private static final Map<Language, List<String>> BANNED = Map.of(
            Language.EN,
            List.of("error", "illegal", "invalid", "unexpected", "fail", "wrong", "you did not", "abort", "denied"),
            Language.PL,
            List.of("błąd", "błęd", "nieprawidłow", "niepoprawn", "nieoczekiwan", "odmow", "niedozwolon", "zabronion"),
            Language.CS,
            List.of("chyba", "chybn", "neplatn", "špatn", "neočekávan", "zakázan", "selhal", "odmítnut"),
            Language.DE,
            List.of("fehler", "ungültig", "falsch", "unerwartet", "verboten", "verweigert", "abgelehnt"),
            Language.HI,
            List.of("ग़लत", "गलत", "त्रुटि", "अमान्य", "अवैध", "विफल"),
            Language.LT,
            List.of("klaid", "negalioj", "neteising", "netikėt", "draudž", "atmest"),
            Language.RU,
            List.of("ошибк", "неверн", "недействит", "неправильн", "неожиданн", "запрещ", "отклонен"));

    static List<Language> onScreens() {
        return Language.onScreens();
    }

    private static Map<String, String> screenWords(Language language) {
        return new TreeMap<>(WordFiles.load(language).sentences().entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("receipt_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Set<String> stems(Language language) {
        return screenWords(language).keySet().stream()
                .map(key -> CATEGORY.matcher(key).replaceFirst(".*"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_language_has_every_sentence() {
        for (Language language : Language.onScreens()) {
            assertThat(stems(language)).as(language.name()).isEqualTo(stems(Language.EN));
        }
    }

    @ParameterizedTest
    @MethodSource("onScreens")
    void a_sentence_that_counts_has_every_plural_category_of_its_language(Language language) {
        List<String> categories =
                com.ibm.icu.text.PluralRules.forLocale(Locale.forLanguageTag(language.tag())).getKeywords().stream()
                        .sorted()
                        .toList();
        Words words = WordFiles.load(language);
        Set<String> counting = words.sentences().keySet().stream()
                .filter(key -> CATEGORY.matcher(key).find())
                .map(key -> CATEGORY.matcher(key).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(counting).contains("items", "seconds", "receipt.default");
        for (String key : counting) {
            assertThat(categories).as(key).allMatch(category -> words.has(key + "." + category));
        }
    }

    @ParameterizedTest
    @MethodSource("onScreens")
    void every_translation_is_filled_with_the_same_things(Language language) {
        Map<String, String> english = screenWords(Language.EN);
        screenWords(language).forEach((key, sentence) -> {
            String other =
                    english.getOrDefault(key, english.get(CATEGORY.matcher(key).replaceFirst(".other")));
            assertThat(fillings(sentence)).as(key).isEqualTo(fillings(other));
        });
    }

    private static Set<String> fillings(String sentence) {
        return FILLING.matcher(sentence).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("onScreens")
    void nothing_blames_shouts_or_frightens(Language language) {
        screenWords(language).forEach((key, sentence) -> {
            assertThat(sentence.toLowerCase(Locale.ROOT))
                    .as(key)
                    .doesNotContain(BANNED.get(language))
                    .doesNotContain("!");
            boolean capitals = Arrays.stream(sentence.split("[^\\p{L}]+"))
                    .anyMatch(word -> word.length() > 3
                            && word.equals(word.toUpperCase(Locale.ROOT))
                            && !word.equals(word.toLowerCase(Locale.ROOT)));
            boolean shown = !key.startsWith("receipt.") || key.equals("receipt.question");
            assertThat(shown && capitals).as(key).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("onScreens")
    void headlines_are_short_and_sentences_are_not_long(Language language) {
        screenWords(language).forEach((key, sentence) -> {
            boolean headline = key.endsWith(".headline") || key.startsWith("prompt.") || key.startsWith("notice.");
            assertThat(sentence.length()).as(key).isLessThanOrEqualTo(headline ? 40 : 88);
        });
    }

    @ParameterizedTest
    @MethodSource("onScreens")
    void the_bundled_font_has_every_letter(Language language) {
        screenWords(language).values().forEach(sentence -> {
            assertThat(Typeface.font(false, 20).canDisplayUpTo(sentence))
                    .as(sentence)
                    .isEqualTo(-1);
            assertThat(Typeface.font(true, 20).canDisplayUpTo(sentence))
                    .as(sentence)
                    .isEqualTo(-1);
        });
        ScreenBench.GOODS.all().stream()
                .map(article -> Shown.name(article.names(), language, ""))
                .forEach(name -> assertThat(Typeface.font(true, 20).canDisplayUpTo(name))
                        .as(name)
                        .isEqualTo(-1));
    }
}
