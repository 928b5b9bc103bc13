package org.samokasa.kiosk.app.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.insight.Table;

/**
 * Draws tables. This week is a filled bar or a solid line with discs, the week before a hollow-looking pale bar or a
 * dashed line with squares, so nothing is told by colour alone.
 *
 * @param words of the titles and legends
 */
record Charts(Words words) {
    /** Okabe and Ito's palette for all kinds of colour vision, its blue, orange and sky blue. */
    private static final Color NOW = new Color(0x0072B2);

    private static final Color SLOW = new Color(0xD55E00);
    private static final Color BEFORE = new Color(0xB8C4CE);
    private static final Color INK = new Color(0x14202B);
    private static final Color GRID = new Color(0xDDE3E8);
    /** From nothing to most: one hue that grows darker, so it is read in grey too, and never so dark as the numbers on it. */
    private static final Color[] HEAT = {
        new Color(0xF3F7FA), new Color(0xBFDDF2), new Color(0x7FB8E0), new Color(0x4A98D0)
    };

    /** More do not fit beside each other with their names. */
    private static final int CARDS_SHOWN = 8;

    private static final int WIDTH = 900;
    private static final int HEIGHT = 380;
    /** Pixels for each: sharp on a phone and on paper. */
    private static final int SCALE = 2;

    /** Points between days, so few that none is left away. */
    private static final int DAY_SPACING = 20;

    private static final float[] DASHES = {8, 6};

    /** A picture of a table; empty for one that is better read, or that has no rows. */
    Optional<BufferedImage> of(Table table) {
        if (table.rows().isEmpty()) {
            return Optional.empty();
        }
        return switch (table.id()) {
            case "causes" -> Optional.of(picture(causes(table)));
            case "trend" -> Optional.of(picture(lines(table, "day", "per100", "axis.per100")));
            case "responseByHour" -> Optional.of(picture(response(table, "hour", "axis.hour")));
            case "responseByLoad" -> Optional.of(picture(response(table, "machinesPerHost", "axis.load")));
            case "forecast" ->
                Optional.of(picture(bars(table, "toldSeconds", "heldPercent", "axis.told", "axis.held")));
            case "ratings" -> Optional.of(picture(bars(table, "face", "count", "axis.face", "axis.answers")));
            case "selfHelp" -> Optional.of(picture(selfHelp(table)));
            case "sales" -> Optional.of(picture(heat(table)));
            case "uptime" -> Optional.of(picture(bars(table, "lane", "percent", "axis.lane", "axis.there")));
            default -> Optional.empty();
        };
    }

    /** The picture of a table in a form for files. */
    Optional<byte[]> png(Table table) {
        return of(table).map(picture -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                ImageIO.write(picture, "png", bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        });
    }

    private static BufferedImage picture(Chart<?, ?> chart) {
        BufferedImage image = new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        chart.paint(graphics, WIDTH, HEIGHT);
        graphics.dispose();
        return image;
    }

    /** Titles are keys of words; an empty one is none. */
    private CategoryChart category(String xTitle, String yTitle) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle(xTitle.isEmpty() ? "" : words.say(xTitle))
                .yAxisTitle(words.say(yTitle))
                .build();
        style(chart.getStyler());
        chart.getStyler().setAvailableSpaceFill(.8);
        chart.getStyler().setYAxisMin(0.0);
        return chart;
    }

    private static void style(AxesChartStyler styler) {
        Font plain = ReportFonts.plain(14);
        styler.setChartTitleVisible(false)
                .setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setLegendFont(plain);
        styler.setAxisTitleFont(plain);
        styler.setAxisTickLabelsFont(plain);
        styler.setAxisTickLabelsColor(INK);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridVerticalLinesVisible(false);
    }

    private CategoryChart bars(Table table, String x, String y, String xTitle, String yTitle) {
        CategoryChart chart = category(xTitle, yTitle);
        bar(chart, words.say("chart.now"), table.column(x), table.column(y), NOW);
        bar(chart, words.say("chart.before"), table.column(x), table.column(y + "Before"), BEFORE);
        return chart;
    }

    private static void bar(CategoryChart chart, String name, List<String> x, List<String> y, Color color) {
        chart.addSeries(name, x, numbers(y)).setFillColor(color);
    }

    private static void line(
            CategoryChart chart, String name, List<String> x, List<String> y, Color color, boolean now) {
        CategorySeries series = chart.addSeries(name, x, numbers(y));
        Marker marker = now ? SeriesMarkers.CIRCLE : SeriesMarkers.SQUARE;
        series.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Line);
        series.setMarker(marker);
        series.setMarkerColor(color);
        series.setLineColor(color);
        series.setLineStyle(
                now
                        ? new BasicStroke(3)
                        : new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0));
    }

    /** The most frequent first, and how much of all calls they are together. */
    private CategoryChart causes(Table table) {
        CategoryChart chart = category("", "axis.per100");
        List<String> names = table.column("cause").stream()
                .map(cause -> words.sayOr("cause." + cause, cause))
                .toList();
        bar(chart, words.say("chart.now"), names, table.column("per100"), NOW);
        bar(chart, words.say("chart.before"), names, table.column("per100Before"), BEFORE);
        String soFar = words.say("chart.soFar");
        line(chart, soFar, names, table.column("shareSoFar"), SLOW, true);
        chart.getSeries(soFar).setYAxisGroup(1);
        chart.getStyler().setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
        chart.setYAxisGroupTitle(1, words.say("axis.soFar"));
        chart.getStyler().setYAxisMin(1, 0.0);
        chart.getStyler().setYAxisMax(1, 100.0);
        chart.getStyler().setXAxisLabelRotation(names.size() > 5 ? 20 : 0);
        return chart;
    }

    /** The cards that settle most, over all causes: how often each was shown, read, and made the call unnecessary. */
    private CategoryChart selfHelp(Table table) {
        Map<String, long[]> sums = new TreeMap<>();
        for (List<String> row : table.rows()) {
            long[] sum = sums.computeIfAbsent(words.say("topic." + row.get(0)), topic -> new long[3]);
            sum[0] += Long.parseLong(row.get(2));
            sum[1] += Long.parseLong(row.get(4));
            sum[2] += Long.parseLong(row.get(5)) + Long.parseLong(row.get(6));
        }
        List<Map.Entry<String, long[]>> most = sums.entrySet().stream()
                .sorted((a, b) -> Long.compare(b.getValue()[0], a.getValue()[0]))
                .limit(CARDS_SHOWN)
                .toList();
        List<String> names = most.stream().map(Map.Entry::getKey).toList();
        CategoryChart chart = category("", "axis.calls");
        String[] titles = {"chart.shown", "chart.read", "chart.settled"};
        Color[] colours = {BEFORE, NOW, SLOW};
        for (int i = 0; i < titles.length; i++) {
            int column = i;
            List<Long> heights =
                    most.stream().map(entry -> entry.getValue()[column]).toList();
            chart.addSeries(words.say(titles[i]), names, heights).setFillColor(colours[i]);
        }
        chart.getStyler().setXAxisLabelRotation(names.size() > 5 ? 20 : 0);
        return chart;
    }

    private CategoryChart lines(Table table, String x, String y, String yTitle) {
        CategoryChart chart = category("", yTitle);
        List<String> days = table.column(x).stream().map(this::day).toList();
        line(chart, words.say("chart.now"), days, table.column(y), NOW, true);
        line(chart, words.say("chart.before"), days, table.column(y + "Before"), SLOW, false);
        return chart;
    }

    private String day(String name) {
        return words.sayOr("day." + name, name);
    }

    private CategoryChart response(Table table, String x, String xTitle) {
        CategoryChart chart = category(xTitle, "axis.seconds");
        bar(chart, words.say("chart.half"), table.column(x), table.column("p50Seconds"), NOW);
        bar(chart, words.say("chart.before"), table.column(x), table.column("p50SecondsBefore"), BEFORE);
        line(chart, words.say("chart.nineOfTen"), table.column(x), table.column("p90Seconds"), SLOW, true);
        line(chart, words.say("chart.nineOfTenBefore"), table.column(x), table.column("p90SecondsBefore"), INK, false);
        return chart;
    }

    private static List<Double> numbers(List<String> texts) {
        return texts.stream()
                .map(text -> text.isEmpty() ? null : Double.valueOf(text))
                .toList();
    }

    /** Hours in which nothing is ever sold are left away. */
    private HeatMapChart heat(Table table) {
        HeatMapChart chart = new HeatMapChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle(words.say("axis.sales"))
                .build();
        style(chart.getStyler());
        chart.getStyler().setRangeColors(HEAT);
        chart.getStyler().setShowValue(true);
        chart.getStyler().setValueFont(ReportFonts.plain(13));
        chart.getStyler().setHeatMapValueDecimalPattern("0");
        chart.getStyler().setYAxisTickMarkSpacingHint(DAY_SPACING);
        List<List<String>> rows = table.rows().stream()
                .filter(row -> table.rows().stream()
                        .anyMatch(other ->
                                other.get(1).equals(row.get(1)) && !other.get(2).equals("0")))
                .toList();
        List<String> hours = rows.stream().map(row -> row.get(1)).distinct().toList();
        List<String> days = new ArrayList<>(
                rows.stream().map(row -> day(row.get(0))).distinct().toList());
        java.util.Collections.reverse(days);
        List<Number[]> cells = rows.stream()
                .map(row -> new Number[] {
                    hours.indexOf(row.get(1)), days.indexOf(day(row.get(0))), Integer.valueOf(row.get(2))
                })
                .toList();
        chart.addSeries("sales", hours, days, cells);
        return chart;
    }
}
