package org.samokasa.kiosk.insight;

/**
 * What makes cases alike.
 *
 * @param kind    of the problem, or the cause where there is no problem
 * @param subject what it keeps happening to
 * @param name    of the goods, or the lane's number
 */
public record IssueKey(String kind, Subject subject, String name) {
    /** What a case is about. */
    public enum Subject {
        GOODS,
        LANE
    }

    /** Also the name of its issue: a key has one issue for ever, which is closed and opened again. */
    public String id() {
        return kind + "/" + subject + "/" + name;
    }
}
