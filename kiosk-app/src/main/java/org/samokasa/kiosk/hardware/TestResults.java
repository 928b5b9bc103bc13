package org.samokasa.kiosk.hardware;

import java.util.ArrayList;
import java.util.List;
import org.samokasa.devices.Amount;
import org.samokasa.devices.PaperLine;
import org.samokasa.devices.TestReport;
import org.samokasa.kiosk.domain.language.Amounts;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.lane.MachineTests.Outcome;
import org.samokasa.kiosk.lane.MachineTests.Result;

/** What a terminal told of its test, in the lane's words. */
final class TestResults {
    private TestResults() {}

    static Result of(TestReport report) {
        List<String> lines = new ArrayList<>();
        report.totals().ifPresent(totals -> {
            lines.add("total " + text(totals.sum()));
            totals.shares()
                    .forEach(share -> lines.add(share.count() + " x " + share.scheme() + " " + text(share.sum())));
        });
        for (PaperLine line : report.slip()) {
            if (line instanceof PaperLine.Text text && !text.text().isBlank()) {
                lines.add(text.text().strip());
            }
        }
        return new Result(report.passed() ? Outcome.PASSED : Outcome.FAILED, report.detail(), lines);
    }

    private static String text(Amount amount) {
        return Amounts.plain(Money.of(amount.minor(), amount.currency()), Language.EN) + " " + amount.currency();
    }
}
