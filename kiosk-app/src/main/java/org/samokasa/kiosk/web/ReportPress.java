package org.samokasa.kiosk.web;

import java.util.Optional;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.insight.Table;
import org.samokasa.kiosk.insight.WeekReport;

/** Draws reports. May take a while. */
public interface ReportPress {
    /** A table as a picture (PNG) with titles of these words; empty for one that is better read as it is. */
    Optional<byte[]> chart(Table table, Words words);

    /** The one page of a week for a printer (PDF, A4). */
    byte[] pdf(WeekReport report);

    /** The same page for a browser (HTML). */
    byte[] html(WeekReport report);
}
