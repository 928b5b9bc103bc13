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

    void write(long sequence, StoreEvent event) throws SQLException {
        if (event instanceof StoreEvent.LaneWasHeard e) {
            heard(e.lane(), e.at());
        } else if (event instanceof StoreEvent.HelperCameOnDuty e) {
            // Who is there already stays; only what is known of them has changed.
            rows.update(
                    "INSERT INTO duty_stay (id, name, role, came_at) SELECT CAST(? AS BIGINT), CAST(? AS VARCHAR),"
                            + " CAST(? AS VARCHAR), CAST(? AS TIMESTAMP WITH TIME ZONE)"
                            + " WHERE NOT EXISTS (SELECT 1 FROM duty_stay WHERE name = ? AND went_at IS NULL)",
                    sequence,
                    e.helper().name(),
                    e.helper().role().name(),
                    Rows.time(e.at()),
                    e.helper().name());
        } else if (event instanceof StoreEvent.HelperWentOffDuty e) {
            rows.update(
                    "UPDATE duty_stay SET went_at = ? WHERE name = ? AND went_at IS NULL", Rows.time(e.at()), e.name());
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
