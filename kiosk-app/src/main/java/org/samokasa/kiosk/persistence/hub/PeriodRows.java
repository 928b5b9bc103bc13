package org.samokasa.kiosk.persistence.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.insight.Intervention;
import org.samokasa.kiosk.insight.LaneHour;
import org.samokasa.kiosk.insight.Period;
import org.samokasa.kiosk.insight.SaleAt;
import org.samokasa.kiosk.insight.SoldGoods;
import org.samokasa.kiosk.insight.Stay;

/** Reads what happened in a span of time. Figures are made of it elsewhere, in plain Java, so the SQL stays common. */
final class PeriodRows {
    private static final String RAISED = "raised_at >= ? AND raised_at < ?";

    private final Rows rows;

    PeriodRows(Rows rows) {
        this.rows = rows;
    }

    Period read(Instant from, Instant to) throws SQLException {
        OffsetDateTime since = Rows.time(from);
        OffsetDateTime until = Rows.time(to);
        return new Period(
                from,
                to,
                interventions(since, until),
                rows.list(
                        "SELECT lane, completed_at FROM sale WHERE completed_at >= ? AND completed_at < ? ORDER BY id",
                        row -> new SaleAt(row.getInt(1), Rows.instant(row, "completed_at")),
                        since,
                        until),
                rows.list(
                        "SELECT name, COUNT(DISTINCT sale_id) FROM sale_line JOIN sale ON sale.id = sale_id"
                                + " WHERE completed_at >= ? AND completed_at < ? AND article IS NOT NULL"
                                + " GROUP BY name ORDER BY 2 DESC, 1",
                        row -> new SoldGoods(row.getString(1), row.getLong(2)),
                        since,
                        until),
                rows.list(
                        "SELECT lane, hour_start FROM lane_hour WHERE hour_start >= ? AND hour_start < ?"
                                + " ORDER BY lane, hour_start",
                        row -> new LaneHour(row.getInt(1), Rows.instant(row, "hour_start")),
                        since,
                        until),
                rows.list(
                        "SELECT name, role, came_at, went_at FROM duty_stay"
                                + " WHERE came_at < ? AND (went_at IS NULL OR went_at > ?) ORDER BY came_at, id",
                        row -> new Stay(
                                row.getString(1),
                                row.getString(2),
                                Rows.instant(row, "came_at"),
                                Rows.maybeInstant(row, "went_at")),
                        until,
                        since));
    }

    private List<Intervention> interventions(OffsetDateTime since, OffsetDateTime until) throws SQLException {
        Map<String, List<Intervention.Trouble>> troubles = new HashMap<>();
        rows.list(
                "SELECT t.* FROM intervention_trouble t JOIN intervention i ON i.id = t.intervention_id WHERE " + RAISED
                        + " ORDER BY t.intervention_id, t.position, t.problem_id",
                row -> troubles.computeIfAbsent(row.getString("intervention_id"), id -> new ArrayList<>())
                        .add(trouble(row)),
                since,
                until);
        Map<String, List<String>> reasons = new HashMap<>();
        rows.list(
                "SELECT r.* FROM intervention_reason r JOIN intervention i ON i.id = r.intervention_id WHERE " + RAISED
                        + " ORDER BY r.intervention_id, r.reason",
                row -> reasons.computeIfAbsent(row.getString("intervention_id"), id -> new ArrayList<>())
                        .add(row.getString("reason")),
                since,
                until);
        Map<String, List<Intervention.Card>> cards = cards(since, until);
        return rows.list(
                "SELECT * FROM intervention WHERE " + RAISED + " ORDER BY raised_at, id",
                row -> intervention(
                        row,
                        troubles.getOrDefault(row.getString("id"), List.of()),
                        reasons.getOrDefault(row.getString("id"), List.of()),
                        cards.getOrDefault(row.getString("id"), List.of())),
                since,
                until);
    }

    private Map<String, List<Intervention.Card>> cards(OffsetDateTime since, OffsetDateTime until) throws SQLException {
        Map<String, List<Intervention.Card>> cards = new HashMap<>();
        rows.list(
                "SELECT c.* FROM intervention_self_help c JOIN intervention i ON i.id = c.intervention_id WHERE "
                        + RAISED + " ORDER BY c.intervention_id, c.position",
                row -> cards.computeIfAbsent(row.getString("intervention_id"), id -> new ArrayList<>())
                        .add(new Intervention.Card(
                                row.getString("topic"), Rows.maybeInt(row, "opened"), row.getBoolean("ended"))),
                since,
                until);
        return cards;
    }

    private static Intervention.Trouble trouble(ResultSet row) throws SQLException {
        return new Intervention.Trouble(
                row.getString("problem_id"),
                row.getString("kind"),
                Optional.ofNullable(row.getString("goods")),
                Optional.ofNullable(row.getString("code")),
                Rows.maybeInt(row, "grams_expected"),
                Rows.maybeInt(row, "grams_measured"),
                Rows.maybeInt(row, "grams_goods"),
                Optional.ofNullable(row.getString("decision")));
    }

    private static Intervention intervention(
            ResultSet row, List<Intervention.Trouble> troubles, List<String> reasons, List<Intervention.Card> cards)
            throws SQLException {
        boolean solved = row.getBoolean("solved");
        Optional<Boolean> answered = row.wasNull() ? Optional.empty() : Optional.of(solved);
        return new Intervention(
                row.getString("id"),
                row.getInt("lane"),
                row.getString("cause"),
                row.getLong("sale_number"),
                Optional.ofNullable(row.getString("language")),
                new Intervention.Moments(
                        Rows.instant(row, "raised_at"),
                        Rows.maybeInstant(row, "alerted_at"),
                        Rows.maybeInstant(row, "accepted_at"),
                        Rows.maybeInstant(row, "arrived_at"),
                        Rows.maybeInstant(row, "ended_at")),
                new Intervention.Handling(
                        Optional.ofNullable(row.getString("handled_by")),
                        row.getBoolean("remote"),
                        row.getString("alert_level"),
                        row.getString("overdue"),
                        row.getInt("hand_overs"),
                        row.getInt("lapses"),
                        row.getInt("forecast_seconds"),
                        Optional.ofNullable(row.getString("ended_how")),
                        row.getString("action")),
                new Intervention.Floor(row.getInt("helpers"), row.getInt("lanes_heard")),
                new Intervention.Word(Rows.maybeInt(row, "faces"), answered, reasons),
                troubles,
                cards);
    }
}
