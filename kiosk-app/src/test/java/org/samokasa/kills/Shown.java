package org.samokasa.kills;

import java.util.List;
import java.util.Map;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.Problem;

/**
 * What a lane lets be seen of itself, once as its door for scripts tells it and once as its journal has it.
 *
 * @param sale highest number given out
 * @param help id, state and helper of the open call, empty when there is none
 * @param problems ids of the open ones
 */
record Shown(
        String phase,
        long sale,
        long lines,
        long totalMinor,
        String payment,
        String attempt,
        String receipt,
        String help,
        List<String> problems) {

    @SuppressWarnings("unchecked")
    static Shown of(Map<String, Object> view) {
        String help = view.containsKey("helpRequest")
                ? view.get("helpRequest") + " " + view.get("help") + " " + view.get("helpBy")
                : "";
        return new Shown(
                text(view, "phase"),
                number(view, "sale"),
                number(view, "lines"),
                number(view, "totalMinor"),
                text(view, "payment"),
                text(view, "attempt"),
                text(view, "receipt"),
                help,
                (List<String>) view.getOrDefault("problemIds", List.of()));
    }

    static Shown of(Lane lane) {
        var sale = lane.sale();
        var payment = sale.flatMap(visit -> visit.payment());
        return new Shown(
                lane.phase().name(),
                lane.lastSale(),
                sale.map(visit -> (long) visit.basket().lines().size()).orElse(0L),
                sale.map(visit -> visit.basket().lines().stream()
                                .mapToLong(line -> line.amount().minor())
                                .sum())
                        .orElse(0L),
                payment.map(card -> card.state().name()).orElse(""),
                payment.map(card -> card.attempt()).orElse(""),
                sale.map(visit -> visit.receipt().name()).orElse(""),
                lane.help()
                        .map(call -> call.requestId() + " " + call.state() + " " + call.by())
                        .orElse(""),
                sale.map(visit -> visit.openProblems().stream().map(Problem::id).toList())
                        .orElse(List.of()));
    }

    static String text(Map<String, Object> view, String key) {
        return String.valueOf(view.getOrDefault(key, ""));
    }

    static long number(Map<String, Object> view, String key) {
        return view.get(key) instanceof Number number ? number.longValue() : 0;
    }

    boolean isHelpOpen() {
        return !help.isEmpty();
    }

    /** One word for the tally: what mattered most at that moment. */
    String state() {
        if (phase.equals("PAYING")) {
            return "PAYING " + payment;
        }
        if (phase.equals("RECEIPT")) {
            return "RECEIPT " + receipt;
        }
        if (!problems.isEmpty()) {
            return "PROBLEM OPEN";
        }
        if (isHelpOpen()) {
            return "HELP OPEN";
        }
        return phase.equals("SHOPPING") && lines == 0 ? "EMPTY BASKET" : phase;
    }
}
