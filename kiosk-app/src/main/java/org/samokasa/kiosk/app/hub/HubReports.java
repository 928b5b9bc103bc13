package org.samokasa.kiosk.app.hub;

import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.samokasa.kiosk.app.report.WeekPages;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.insight.IssueBook;
import org.samokasa.kiosk.insight.Period;
import org.samokasa.kiosk.web.ReportDesk;
import org.samokasa.kiosk.web.ReportPress;
import org.samokasa.kiosk.words.WordFiles;

/**
 * What reports are made of.
 *
 * @param writer the hub's one writer, on which the shop may be looked at
 */
record HubReports(Executor writer, HubLedger ledger, ViewFeed view, ZoneId zone) implements ReportDesk {
    @Override
    public CompletableFuture<IssueBook> issues() {
        return CompletableFuture.supplyAsync(() -> ledger.shop().issues(), writer);
    }

    @Override
    public CompletableFuture<Period> period(Instant from, Instant to) {
        return view.period(from, to);
    }

    @Override
    public Words words(Language language) {
        return WordFiles.reports(language);
    }

    @Override
    public ReportPress press() {
        return WeekPages.PRESS;
    }
}
