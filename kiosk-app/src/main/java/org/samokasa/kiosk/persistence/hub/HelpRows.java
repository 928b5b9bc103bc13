package org.samokasa.kiosk.persistence.hub;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.help.Evidence;
import org.samokasa.kiosk.help.HelpCall;
import org.samokasa.kiosk.help.HelpClocks;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.help.HelpPhase;
import org.samokasa.kiosk.help.HelpProblem;
import org.samokasa.kiosk.help.HelpRating;
import org.samokasa.kiosk.help.SelfHelpUse;

/** The central log of interventions: one row for each request, one for each of its problems, reasons and cards. */
final class HelpRows {
    /** A lane that was heard so long before a call counts as one that somebody has to look after. */
    private static final Duration IN_USE = Duration.ofMinutes(15);

    private final Rows rows;

    HelpRows(Rows rows) {
        this.rows = rows;
    }

    void write(HelpEvent event) throws SQLException {
        if (event instanceof HelpEvent.HelpWasRaised e) {
            raised(e.at(), e.call());
        } else if (event instanceof HelpEvent.CallWasUpdated e) {
            troubles(e.call());
            cards(e.call());
        } else if (event instanceof HelpEvent.ProblemWasDecided e) {
            rows.update(
                    "UPDATE intervention_trouble SET decision = ? WHERE intervention_id = ? AND problem_id = ?",
                    e.decision().name(),
                    e.requestId(),
                    e.problemId());
        } else if (event instanceof HelpEvent.HelpWasRated e) {
            rated(e.requestId(), e.rating());
        } else if (event instanceof HelpEvent.HelpWasRouted e) {
            routed(e);
        } else if (event instanceof HelpEvent.HelpIsOverdue e) {
            rows.update(
                    "UPDATE intervention SET overdue = ? WHERE id = ?",
                    e.level().name(),
                    e.requestId());
        } else if (event instanceof HelpEvent.HelpWasHandedOver e) {
            rows.update("UPDATE intervention SET hand_overs = hand_overs + 1 WHERE id = ?", e.requestId());
        } else if (event instanceof HelpEvent.ClaimHasLapsed e) {
            rows.update("UPDATE intervention SET lapses = lapses + 1 WHERE id = ?", e.requestId());
        } else {
            handled(event);
        }
    }

    private void raised(Instant at, HelpCall call) throws SQLException {
        rows.update(
                "INSERT INTO intervention (id, lane, cause, sale_number, language, raised_at, remote, alert_level,"
                        + " overdue, hand_overs, lapses, forecast_seconds, action, helpers, lanes_heard)"
                        + " SELECT ?, CAST(? AS INTEGER), ?, CAST(? AS BIGINT), ?, CAST(? AS TIMESTAMP WITH TIME ZONE),"
                        + " FALSE, ?, ?, 0, 0, 0, '',"
                        + " (SELECT CAST(COUNT(*) AS INTEGER) FROM duty_stay WHERE went_at IS NULL),"
                        + " (SELECT CAST(COUNT(*) AS INTEGER) FROM lane_heard WHERE at >= ?)",
                call.requestId(),
                call.lane(),
                call.cause().name(),
                call.saleNumber(),
                call.language().orElse(null),
                Rows.time(at),
                HelpClocks.AcceptLevel.FRESH.name(),
                HelpClocks.SolveLevel.ON_TIME.name(),
                Rows.time(at.minus(IN_USE)));
        troubles(call);
        cards(call);
    }

    /** What a lane says of its cards only grows. */
    private void cards(HelpCall call) throws SQLException {
        List<String> shown = call.selfHelp().map(SelfHelpUse::shown).orElse(List.of());
        List<String> opened = call.selfHelp().map(SelfHelpUse::opened).orElse(List.of());
        for (int i = 0; i < shown.size(); i++) {
            int order = opened.indexOf(shown.get(i));
            rows.updateOrInsert(
                    "UPDATE intervention_self_help SET position = ?, opened = CAST(? AS INTEGER)"
                            + " WHERE intervention_id = ? AND topic = ?",
                    "INSERT INTO intervention_self_help (position, opened, intervention_id, topic, ended)"
                            + " VALUES (?, CAST(? AS INTEGER), ?, ?, FALSE)",
                    i,
                    order < 0 ? null : order + 1,
                    call.requestId(),
                    shown.get(i));
        }
    }

    /** A problem that the lane no longer names was there all the same, so none is taken away. */
    private void troubles(HelpCall call) throws SQLException {
        List<HelpProblem> problems = call.problems();
        for (int i = 0; i < problems.size(); i++) {
            HelpProblem problem = problems.get(i);
            rows.updateOrInsert(
                    "UPDATE intervention_trouble SET position = ?, kind = ?, goods = ?, code = ?, grams_expected = ?,"
                            + " grams_measured = ?, grams_goods = ? WHERE intervention_id = ? AND problem_id = ?",
                    "INSERT INTO intervention_trouble (position, kind, goods, code, grams_expected, grams_measured,"
                            + " grams_goods, intervention_id, problem_id) VALUES (?,?,?,?,?,?,?,?,?)",
                    i,
                    problem.kind(),
                    problem.lineName().orElse(null),
                    fact(problem, "code").orElse(null),
                    grams(problem, "gramsExpected"),
                    grams(problem, "gramsMeasured"),
                    grams(problem, "gramsGoods"),
                    call.requestId(),
                    problem.problemId());
        }
    }

    private static Optional<String> fact(HelpProblem problem, String key) {
        return problem.evidence().stream()
                .filter(evidence -> evidence.key().equals(key))
                .map(Evidence::value)
                .findFirst();
    }

    /** A lane may say anything; what is no weight is left out rather than believed. */
    private static Integer grams(HelpProblem problem, String key) {
        return fact(problem, key)
                .filter(text -> text.matches("-?[0-9]{1,8}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    private void routed(HelpEvent.HelpWasRouted e) throws SQLException {
        // The first alert and the first forecast are those by which the shopper measures us.
        rows.update(
                "UPDATE intervention SET alerted_at = COALESCE(alerted_at, CAST(? AS TIMESTAMP WITH TIME ZONE)),"
                        + " forecast_seconds = CASE WHEN forecast_seconds = 0 THEN ? ELSE forecast_seconds END"
                        + " WHERE id = ?",
                Rows.time(e.at()),
                e.forecast(),
                e.requestId());
        for (HelpClocks.AcceptLevel lower : HelpClocks.AcceptLevel.values()) {
            if (lower.compareTo(e.level()) < 0) {
                rows.update(
                        "UPDATE intervention SET alert_level = ? WHERE id = ? AND alert_level = ?",
                        e.level().name(),
                        e.requestId(),
                        lower.name());
            }
        }
    }

    private void rated(String id, HelpRating rating) throws SQLException {
        rows.update(
                "UPDATE intervention SET faces = COALESCE(CAST(? AS INTEGER), faces),"
                        + " solved = COALESCE(CAST(? AS BOOLEAN), solved) WHERE id = ?",
                rating.faces().isPresent() ? rating.faces().getAsInt() : null,
                rating.solved().orElse(null),
                id);
        if (!rating.reasons().isEmpty()) {
            rows.update("DELETE FROM intervention_reason WHERE intervention_id = ?", id);
            for (String reason : rating.reasons().stream().distinct().toList()) {
                rows.update("INSERT INTO intervention_reason (intervention_id, reason) VALUES (?,?)", id, reason);
            }
        }
    }

    private void handled(HelpEvent event) throws SQLException {
        if (event instanceof HelpEvent.HelpWasAccepted e) {
            accepted(e.at(), e.by(), e.requestId());
        } else if (event instanceof HelpEvent.HelperSetOut e) {
            accepted(e.at(), e.by(), e.requestId());
        } else if (event instanceof HelpEvent.HelperArrived e) {
            arrived(e.at(), e.by(), e.requestId(), false);
        } else if (event instanceof HelpEvent.HelpTakenRemotely e) {
            arrived(e.at(), e.by(), e.requestId(), true);
        } else if (event instanceof HelpEvent.HelpWasSolved e) {
            rows.update(
                    "UPDATE intervention SET action = ?, handled_by = ? WHERE id = ?",
                    e.action(),
                    e.by(),
                    e.requestId());
            ended(e, HelpPhase.SOLVED);
        } else if (event instanceof HelpEvent.HelpWasCancelled e) {
            if (e.selfHelp().isPresent()) {
                rows.update(
                        "UPDATE intervention_self_help SET ended = TRUE WHERE intervention_id = ? AND topic = ?",
                        e.requestId(),
                        e.selfHelp().get());
            }
            ended(event, HelpPhase.CANCELLED_BY_SHOPPER);
        } else if (event instanceof HelpEvent.HelpClearedItself) {
            ended(event, HelpPhase.AUTO_CLEARED);
        } else if (event instanceof HelpEvent.HelpWasAbandoned) {
            ended(event, HelpPhase.ABANDONED);
        }
    }

    private void accepted(Instant at, String by, String id) throws SQLException {
        // The first acceptance is the one the shopper waited for.
        rows.update(
                "UPDATE intervention SET accepted_at = COALESCE(accepted_at, CAST(? AS TIMESTAMP WITH TIME ZONE)),"
                        + " handled_by = ? WHERE id = ?",
                Rows.time(at),
                by,
                id);
    }

    private void arrived(Instant at, String by, String id, boolean remotely) throws SQLException {
        rows.update(
                "UPDATE intervention SET remote = CASE WHEN arrived_at IS NULL THEN CAST(? AS BOOLEAN) ELSE remote"
                        + " END, arrived_at = COALESCE(arrived_at, CAST(? AS TIMESTAMP WITH TIME ZONE)),"
                        + " handled_by = ? WHERE id = ?",
                remotely,
                Rows.time(at),
                by,
                id);
    }

    private void ended(HelpEvent event, HelpPhase how) throws SQLException {
        rows.update(
                "UPDATE intervention SET ended_at = ?, ended_how = ? WHERE id = ?",
                Rows.time(event.at()),
                how.name(),
                event.requestId());
    }
}
