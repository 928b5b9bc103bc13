package org.samokasa.kiosk.persistence.hub;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.samokasa.kiosk.store.StoreEvent;

/** Who is on duty and which lanes are there: what the load of a helper is made of. */
final class FloorRows {
    private final Rows rows;

    FloorRows(Rows rows) {
        this.rows = rows;
    }

    void write(StoreEvent event) throws SQLException {
        if (event instanceof StoreEvent.LaneWasHeard e) {
            heard(e.lane(), e.at());
        } else if (event instanceof StoreEvent.HelperCameOnDuty e) {
            String name = e.helper().name();
            rows.updateOrInsert(
                    "UPDATE helper_on_duty SET name = ? WHERE name = ?",
                    "INSERT INTO helper_on_duty (name) SELECT CAST(? AS VARCHAR)"
                            + " WHERE NOT EXISTS (SELECT 1 FROM helper_on_duty WHERE name = ?)",
                    name,
                    name);
        } else if (event instanceof StoreEvent.HelperWentOffDuty e) {
            rows.update("DELETE FROM helper_on_duty WHERE name = ?", e.name());
        }
    }

    private void heard(int lane, Instant at) throws SQLException {
        rows.updateOrInsert(
                "UPDATE lane_heard SET at = ? WHERE lane = ?",
                "INSERT INTO lane_heard (at, lane) VALUES (?,?)",
                Rows.time(at),
                lane);
        rows.update(
                "INSERT INTO lane_hour (lane, hour_start) SELECT CAST(? AS INTEGER),"
                        + " CAST(? AS TIMESTAMP WITH TIME ZONE)"
                        + " WHERE NOT EXISTS (SELECT 1 FROM lane_hour WHERE lane = ? AND hour_start = ?)",
                lane,
                Rows.time(at.truncatedTo(ChronoUnit.HOURS)),
                lane,
                Rows.time(at.truncatedTo(ChronoUnit.HOURS)));
    }
}
