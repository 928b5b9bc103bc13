package org.samokasa.kiosk.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.insight.IssueBook;
import org.samokasa.kiosk.insight.Period;

/** What reports ask of the hub. Safe for many threads; nothing here waits. */
public interface ReportDesk {
    /** What happens again and again, as it is now. */
    CompletableFuture<IssueBook> issues();

    /** What happened in a span of time; fails if the tables cannot be read. */
    CompletableFuture<Period> period(Instant from, Instant to);

    /** The shop's, in which its days and hours are counted. */
    ZoneId zone();

    /** The words of reports in a language. */
    Words words(Language language);

    /** Who draws. */
    ReportPress press();
}
