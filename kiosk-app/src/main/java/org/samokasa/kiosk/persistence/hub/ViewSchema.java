package org.samokasa.kiosk.persistence.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables. Keys are positions in the journal or names given by lanes, never identity columns: after a kill H2 may
 * hand out an identity a second time. The SQL is common to H2 and PostgreSQL.
 */
final class ViewSchema {
    /** Raised when a table changes: a view of another version is thrown away and rebuilt. */
    private static final int VERSION = 4;

    private static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS view_state (id INTEGER PRIMARY KEY, version INTEGER NOT NULL,"
                    + " journal VARCHAR NOT NULL, sequence_number BIGINT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS sale (id BIGINT PRIMARY KEY, lane INTEGER NOT NULL,"
                    + " sale_number BIGINT NOT NULL, completed_at TIMESTAMP WITH TIME ZONE NOT NULL,"
                    + " currency VARCHAR NOT NULL, total_minor BIGINT NOT NULL)",
            "CREATE TABLE IF NOT EXISTS sale_line (sale_id BIGINT NOT NULL, position INTEGER NOT NULL,"
                    + " article VARCHAR, name VARCHAR NOT NULL, quantity VARCHAR NOT NULL,"
                    + " amount_minor BIGINT NOT NULL, PRIMARY KEY (sale_id, position))",
            "CREATE TABLE IF NOT EXISTS sale_tax (sale_id BIGINT NOT NULL, position INTEGER NOT NULL,"
                    + " rate VARCHAR NOT NULL, net_minor BIGINT NOT NULL, tax_minor BIGINT NOT NULL,"
                    + " PRIMARY KEY (sale_id, position))",
            "CREATE TABLE IF NOT EXISTS sale_tender (sale_id BIGINT NOT NULL, position INTEGER NOT NULL,"
                    + " kind VARCHAR NOT NULL, amount_minor BIGINT NOT NULL, reference VARCHAR,"
                    + " PRIMARY KEY (sale_id, position))",
            "CREATE TABLE IF NOT EXISTS intervention (id VARCHAR PRIMARY KEY, lane INTEGER NOT NULL,"
                    + " cause VARCHAR NOT NULL, sale_number BIGINT NOT NULL, language VARCHAR,"
                    + " raised_at TIMESTAMP WITH TIME ZONE NOT NULL, alerted_at TIMESTAMP WITH TIME ZONE,"
                    + " accepted_at TIMESTAMP WITH TIME ZONE, arrived_at TIMESTAMP WITH TIME ZONE,"
                    + " ended_at TIMESTAMP WITH TIME ZONE, handled_by VARCHAR, remote BOOLEAN NOT NULL,"
                    + " alert_level VARCHAR NOT NULL, overdue VARCHAR NOT NULL, hand_overs INTEGER NOT NULL,"
                    + " lapses INTEGER NOT NULL, forecast_seconds INTEGER NOT NULL, ended_how VARCHAR,"
                    + " action VARCHAR NOT NULL, helpers INTEGER NOT NULL, lanes_heard INTEGER NOT NULL,"
                    + " faces INTEGER, solved BOOLEAN)",
            "CREATE TABLE IF NOT EXISTS intervention_trouble (intervention_id VARCHAR NOT NULL,"
                    + " problem_id VARCHAR NOT NULL, position INTEGER NOT NULL, kind VARCHAR NOT NULL,"
                    + " goods VARCHAR, code VARCHAR, grams_expected INTEGER, grams_measured INTEGER,"
                    + " grams_goods INTEGER, decision VARCHAR, PRIMARY KEY (intervention_id, problem_id))",
            "CREATE TABLE IF NOT EXISTS intervention_reason (intervention_id VARCHAR NOT NULL,"
                    + " reason VARCHAR NOT NULL, PRIMARY KEY (intervention_id, reason))",
            "CREATE TABLE IF NOT EXISTS duty_stay (id BIGINT PRIMARY KEY, name VARCHAR NOT NULL, role VARCHAR NOT NULL,"
                    + " came_at TIMESTAMP WITH TIME ZONE NOT NULL, went_at TIMESTAMP WITH TIME ZONE)",
            "CREATE TABLE IF NOT EXISTS intervention_self_help (intervention_id VARCHAR NOT NULL,"
                    + " topic VARCHAR NOT NULL, position INTEGER NOT NULL, opened INTEGER,"
                    + " ended BOOLEAN NOT NULL, PRIMARY KEY (intervention_id, topic))",
            "CREATE TABLE IF NOT EXISTS lane_heard (lane INTEGER PRIMARY KEY,"
                    + " at TIMESTAMP WITH TIME ZONE NOT NULL)",
            "CREATE TABLE IF NOT EXISTS lane_hour (lane INTEGER NOT NULL,"
                    + " hour_start TIMESTAMP WITH TIME ZONE NOT NULL, PRIMARY KEY (lane, hour_start))",
            "CREATE INDEX IF NOT EXISTS sale_completed ON sale (completed_at)",
            "CREATE INDEX IF NOT EXISTS intervention_raised ON intervention (raised_at)");

    private ViewSchema() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
    }

    /**
     * The position that the tables stand at.
     *
     * @throws SQLException if they show another journal or are of another version: they have to be made anew
     */
    static long positionOf(Connection connection, String journal) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version, journal, sequence_number FROM view_state")) {
            if (!rows.next()) {
                begin(connection, journal);
                return 0;
            }
            if (rows.getInt(1) != VERSION || !rows.getString(2).equals(journal)) {
                throw new SQLException("these tables show another journal, or in another form");
            }
            return rows.getLong(3);
        }
    }

    private static void begin(Connection connection, String journal) throws SQLException {
        String sql = "INSERT INTO view_state (id, version, journal, sequence_number) VALUES (1, ?, ?, 0)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, VERSION);
            statement.setString(2, journal);
            statement.executeUpdate();
        }
    }
}
