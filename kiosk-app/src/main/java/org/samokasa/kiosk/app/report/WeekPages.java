package org.samokasa.kiosk.app.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.insight.Table;
import org.samokasa.kiosk.insight.WeekReport;
import org.samokasa.kiosk.web.ReportPress;

/** The hub's own press. */
public final class WeekPages implements ReportPress {
    public static final ReportPress PRESS = new WeekPages();

    /** What the page looks like; it is one file without anything from elsewhere, so it can be mailed and kept. */
    private static final String STYLE =
            "body{font:16px/1.45 'Noto Sans',system-ui,sans-serif;color:#14202b;margin:2rem auto;"
                    + "max-width:50rem;padding:0 1rem}h1{margin:0}h2{font-size:1.1rem;margin:1.4rem 0 .3rem}"
                    + "dl{display:flex;flex-wrap:wrap;gap:.6rem;margin:1rem 0}dl div{flex:1 1 8rem;background:#eef2f5;"
                    + "border-radius:.5rem;padding:.6rem .8rem}dt{font-size:.85rem;color:#414d58}dd{margin:0}"
                    + "dd b{font-size:1.6rem}li{margin:.2rem 0}img{max-width:100%}small{color:#414d58}";

    private WeekPages() {}

    @Override
    public Optional<byte[]> chart(Table table, Words words) {
        return new Charts(words).png(table);
    }

    @Override
    public byte[] pdf(WeekReport report) {
        return WeekPdf.of(report);
    }

    @Override
    public byte[] html(WeekReport report) {
        Words words = report.words();
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"")
                .append(words.language().tag())
                .append("\"><meta charset=\"utf-8\">");
        page.append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(text(report.title()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style><h1>")
                .append(text(report.title()))
                .append("</h1><p>")
                .append(text(report.days()))
                .append("</p><dl>");
        for (WeekReport.Figure figure : report.figures()) {
            page.append("<div><dt>").append(text(figure.label())).append("</dt><dd><b>");
            page.append(text(figure.value().isEmpty() ? "–" : figure.value())).append("</b>");
            page.append(
                    figure.before().isEmpty()
                            ? ""
                            : " <small>" + text(words.say("week.before", figure.before())) + "</small>");
            page.append("</dd></div>");
        }
        page.append("</dl><h2>").append(text(words.say("fix.title"))).append("</h2><ol>");
        for (WeekReport.Fix fix : report.fixes()) {
            page.append("<li><b>").append(text(fix.what())).append("</b>: ").append(text(fix.why()));
            page.append(". <small>").append(text(fix.saves())).append("</small></li>");
        }
        page.append("</ol>");
        for (WeekReport.Section section : report.sections()) {
            page.append("<h2>").append(text(section.title())).append("</h2><ul>");
            section.sentences()
                    .forEach(one -> page.append("<li>").append(text(one)).append("</li>"));
            page.append("</ul>");
        }
        new Charts(words)
                .png(report.causes())
                .ifPresent(png -> page.append("<img alt=\"")
                        .append(text(words.say("week.chart")))
                        .append("\" src=\"data:image/png;base64,")
                        .append(Base64.getEncoder().encodeToString(png))
                        .append("\">"));
        return page.append("</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
