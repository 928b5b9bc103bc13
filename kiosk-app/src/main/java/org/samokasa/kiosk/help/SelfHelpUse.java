package org.samokasa.kiosk.help;

import java.util.List;

/**
 * What became of the self-help cards of one call. Names of {@link SelfHelp}, as texts: a lane may know a topic that its hub
 * has not heard of yet, and is understood all the same.
 *
 * @param shown  each once, in the order in which they were first shown
 * @param opened each once, in the order in which they were first opened; all of them were shown
 */
public record SelfHelpUse(List<String> shown, List<String> opened) {
    /** Far more than there are topics: a bound for what a wire may say. */
    private static final int TOPICS_MAX = 64;

    public SelfHelpUse {
        shown = List.copyOf(shown);
        opened = List.copyOf(opened);
        if (shown.size() > TOPICS_MAX || !shown.containsAll(opened)) {
            throw new IllegalArgumentException("at most " + TOPICS_MAX + " topics, and only shown ones can be opened");
        }
        shown.forEach(SelfHelpUse::checkTopic);
    }

    /** @throws IllegalArgumentException if this is no name of a topic */
    public static void checkTopic(String topic) {
        if (!topic.matches("[A-Z][A-Z0-9_]{0,39}")) {
            throw new IllegalArgumentException("a topic is 1 to 40 capital letters, got " + topic.length());
        }
    }
}
