package org.samokasa.kiosk.domain.language;

import java.util.Arrays;
import java.util.List;

/** A language, with the name its speakers give it. The law of the shop does not depend on it. */
public enum Language {
    EN("en", "English"),
    PL("pl", "Polski"),
    CS("cs", "Čeština"),
    DE("de", "Deutsch"),
    HI("hi", "हिन्दी"),
    LT("lt", "Lietuvių"),
    RU("ru", "Русский");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** BCP 47 tag, which names word files too. */
    public String tag() {
        return tag;
    }

    public String ownName() {
        return ownName;
    }

    /** Those a shopper can choose, in the order in which they are offered. */
    public static List<Language> onScreens() {
        return List.of(values());
    }

    /** @throws IllegalArgumentException for a tag that no word file exists for */
    public static Language ofTag(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no words for language '" + tag + "', there are "
                        + Arrays.stream(values()).map(Language::tag).toList()));
    }
}
