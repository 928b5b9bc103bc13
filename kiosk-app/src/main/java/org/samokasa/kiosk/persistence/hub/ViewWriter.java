package org.samokasa.kiosk.persistence.hub;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.samokasa.kiosk.store.Sale;
import org.samokasa.kiosk.store.StoreEvent;

/** Turns events into rows; the caller commits. */
final class ViewWriter {
    private final Rows rows;
    private final HelpRows help;
    private final FloorRows floor;

    ViewWriter(Connection connection) {
        this.rows = new Rows(connection);
        this.help = new HelpRows(rows);
        this.floor = new FloorRows(rows);
    }

    void write(long sequence, StoreEvent event) throws SQLException {
        if (event instanceof StoreEvent.SaleWasRecorded e) {
            sale(sequence, e.sale());
        } else if (event instanceof StoreEvent.HelpHasChanged e) {
            help.write(e.event());
        } else {
            floor.write(sequence, event);
        }
        rows.update("UPDATE view_state SET sequence_number = ?", sequence);
    }

    private void sale(long id, Sale sale) throws SQLException {
        rows.update(
                "INSERT INTO sale (id, lane, sale_number, completed_at, currency, total_minor) VALUES (?,?,?,?,?,?)",
                id,
                sale.lane(),
                sale.saleNumber(),
                Rows.time(sale.completedAt()),
                sale.currency(),
                sale.totalMinor());
        List<Sale.Line> lines = sale.lines();
        for (int i = 0; i < lines.size(); i++) {
            Sale.Line line = lines.get(i);
            rows.update(
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
            rows.update(
                    "INSERT INTO sale_tax (sale_id, position, rate, net_minor, tax_minor) VALUES (?,?,?,?,?)",
                    id,
                    i,
                    tax.rate(),
                    tax.netMinor(),
                    tax.taxMinor());
        }
        for (int i = 0; i < sale.tenders().size(); i++) {
            Sale.Tender tender = sale.tenders().get(i);
            rows.update(
                    "INSERT INTO sale_tender (sale_id, position, kind, amount_minor, reference) VALUES (?,?,?,?,?)",
                    id,
                    i,
                    tender.kind(),
                    tender.amountMinor(),
                    tender.reference().orElse(null));
        }
    }
}
