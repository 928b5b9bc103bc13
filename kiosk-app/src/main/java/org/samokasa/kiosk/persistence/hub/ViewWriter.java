package org.samokasa.kiosk.persistence.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.store.Sale;
import org.samokasa.kiosk.store.StoreEvent;

/** Turns events into rows; the caller commits. */
final class ViewWriter {
    private final Connection connection;

    ViewWriter(Connection connection) {
        this.connection = connection;
    }

    void write(long sequence, StoreEvent event) throws SQLException {
        if (event instanceof StoreEvent.SaleWasRecorded e) {
            sale(sequence, e.sale());
        } else if (event instanceof StoreEvent.HelpHasChanged e) {
            help(e.event());
        }
        update("UPDATE view_state SET sequence_number = ?", sequence);
    }

    private void sale(long id, Sale sale) throws SQLException {
        update(
                "INSERT INTO sale (id, lane, sale_number, completed_at, currency, total_minor) VALUES (?,?,?,?,?,?)",
                id,
                sale.lane(),
                sale.saleNumber(),
                time(sale.completedAt()),
                sale.currency(),
                sale.totalMinor());
        List<Sale.Line> lines = sale.lines();
        for (int i = 0; i < lines.size(); i++) {
            Sale.Line line = lines.get(i);
            update(
                    "INSERT INTO sale_line (sale_id, position, article, name, quantity, amount_minor)"
                            + " VALUES (?,?,?,?,?,?)",
                    id,
                    i,
                    line.article().orElse(null),
                    line.name(),
                    line.quantity(),
                    line.amountMinor());
        }
        taxesAndTenders(id, sale);
    }

    private void taxesAndTenders(long id, Sale sale) throws SQLException {
        for (int i = 0; i < sale.taxes().size(); i++) {
            Sale.Tax tax = sale.taxes().get(i);
            update(
                    "INSERT INTO sale_tax (sale_id, position, rate, net_minor, tax_minor) VALUES (?,?,?,?,?)",
                    id,
                    i,
                    tax.rate(),
                    tax.netMinor(),
                    tax.taxMinor());
        }
        for (int i = 0; i < sale.tenders().size(); i++) {
            Sale.Tender tender = sale.tenders().get(i);
            update(
                    "INSERT INTO sale_tender (sale_id, position, kind, amount_minor, reference) VALUES (?,?,?,?,?)",
                    id,
                    i,
                    tender.kind(),
                    tender.amountMinor(),
                    tender.reference().orElse(null));
        }
    }

    private void help(HelpEvent event) throws SQLException {
        if (event instanceof HelpEvent.HelpWasRaised e) {
            update(
                    "INSERT INTO intervention (id, lane, cause, raised_at) VALUES (?,?,?,?)",
                    e.requestId(),
                    e.call().lane(),
                    e.call().cause().name(),
                    time(e.at()));
        } else if (event instanceof HelpEvent.HelpWasAccepted e) {
            // The first acceptance is the one the shopper waited for.
            update(
                    "UPDATE intervention SET accepted_at = COALESCE(accepted_at, ?), accepted_by = ? WHERE id = ?",
                    time(e.at()),
                    e.by(),
                    e.requestId());
        } else if (event instanceof HelpEvent.HelpWasSolved e) {
            ended(e, "SOLVED", e.by(), e.action());
        } else if (event instanceof HelpEvent.HelpWasCancelled e) {
            ended(e, "CANCELLED_BY_SHOPPER", null, null);
        } else if (event instanceof HelpEvent.HelpClearedItself e) {
            ended(e, "AUTO_CLEARED", null, null);
        }
    }

    private void ended(HelpEvent event, String how, String by, String action) throws SQLException {
        update(
                "UPDATE intervention SET ended_at = ?, ended_how = ?, ended_by = ?, action = ? WHERE id = ?",
                time(event.at()),
                how,
                by,
                action,
                event.requestId());
    }

    private void update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
