package org.samokasa.kiosk.domain.language;

/** A language of the screens, with the name its speakers give it. The law of the shop does not depend on it. */
public enum Language {
    EN("en", "English"),
    PL("pl", "Polski");

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

    /** @throws IllegalArgumentException for a tag that no word file exists for */
    public static Language ofTag(String tag) {
        for (Language language : values()) {
            if (language.tag.equals(tag)) {
                return language;
            }
        }
        throw new IllegalArgumentException("no words for language '" + tag + "', there are en and pl");
    }
}
