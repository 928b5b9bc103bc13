package org.samokasa.kiosk.domain.language;

import java.util.Arrays;
import java.util.List;

/** A language, with the name its speakers give it. The law of the shop does not depend on it. */
public enum Language {
    EN("en", "English", true),
    PL("pl", "Polski", true),
    CS("cs", "Čeština", true),
    DE("de", "Deutsch", true),
    HI("hi", "हिन्दी", true),
    LT("lt", "Lietuvių", true),
    RU("ru", "Русский", true);

    private final String tag;
    private final String ownName;
    private final boolean onScreens;

    Language(String tag, String ownName, boolean onScreens) {
        this.tag = tag;
        this.ownName = ownName;
        this.onScreens = onScreens;
    }

    /** BCP 47 tag, which names word files too. */
    public String tag() {
        return tag;
    }

    public String ownName() {
        return ownName;
    }

    /** Whether the kiosk's screens speak it. */
    public boolean isOnScreens() {
        return onScreens;
    }

    /** Those a shopper can choose. */
    public static List<Language> onScreens() {
        return Arrays.stream(values()).filter(Language::isOnScreens).toList();
    }

    /** @throws IllegalArgumentException for a tag that no word file exists for */
    public static Language ofTag(String tag) {
        return of(tag, List.of(values()));
    }

    /** @throws IllegalArgumentException for a tag that the screens have no words for */
    public static Language ofScreenTag(String tag) {
        return of(tag, onScreens());
    }

    private static Language of(String tag, List<Language> known) {
        return known.stream()
                .filter(language -> language.tag.equals(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no words for language '" + tag + "', there are "
                        + known.stream().map(Language::tag).toList()));
    }
}
