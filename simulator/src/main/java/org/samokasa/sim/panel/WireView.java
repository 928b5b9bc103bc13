package org.samokasa.sim.panel;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Font;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.UIManager;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import net.miginfocom.swing.MigLayout;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.panel.PanelState.WireLine;

/** All bytes on all wires: when, whose, which way, as hex and as text. */
final class WireView extends JPanel {
    private static final String ALL = "all wires";
    private static final int HEX_BYTES_MAX = 48;
    private static final String[] HEADINGS = {"time", "machine", "", "bytes", "text"};

    private final JComboBox<String> machine = new JComboBox<>();
    private final Model model = new Model();
    private final JTable table = new JTable(model);
    private final DateTimeFormatter time;
    private List<WireLine> all = List.of();

    WireView(List<String> machines, ZoneId zone) {
        super(new MigLayout("insets 12, fill, wrap 2", "[grow,fill][]", "[][grow,fill]"));
        putClientProperty(FlatClientProperties.STYLE, "arc: 18; background: $Card.background");
        time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(zone);
        add(PanelTheme.title("Wires"));
        machine.addItem(ALL);
        machines.forEach(machine::addItem);
        machine.addActionListener(event -> refresh());
        add(machine);
        table.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
        table.setRowHeight(19);
        table.setShowGrid(false);
        table.setDefaultRenderer(Object.class, new Colours());
        int[] widths = {125, 125, 70, 470, 200};
        for (int column = 0; column < widths.length; column++) {
            table.getColumnModel().getColumn(column).setPreferredWidth(widths[column]);
        }
        add(new JScrollPane(table), "span 2, grow");
    }

    void show(List<WireLine> lines) {
        if (!lines.equals(all)) {
            all = lines;
            refresh();
        }
    }

    private void refresh() {
        Object chosen = machine.getSelectedItem();
        List<WireLine> rows = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (ALL.equals(chosen) || all.get(i).machine().equals(chosen)) {
                rows.add(all.get(i));
            }
        }
        model.rows = rows;
        model.fireTableDataChanged();
    }

    static String hex(Bytes bytes) {
        boolean cut = bytes.size() > HEX_BYTES_MAX;
        return (cut ? bytes.slice(0, HEX_BYTES_MAX) : bytes).toHex() + (cut ? " .. (" + bytes.size() + ")" : "");
    }

    static String text(Bytes bytes) {
        return bytes.slice(0, Math.min(bytes.size(), HEX_BYTES_MAX))
                .toText(StandardCharsets.ISO_8859_1)
                .replaceAll("[^\\x20-\\x7E]", "·");
    }

    private final class Model extends AbstractTableModel {
        private List<WireLine> rows = List.of();

        @Override
        public int getRowCount() {
            return rows.size();
        }

        @Override
        public int getColumnCount() {
            return HEADINGS.length;
        }

        @Override
        public String getColumnName(int column) {
            return HEADINGS[column];
        }

        @Override
        public Object getValueAt(int row, int column) {
            WireLine line = rows.get(row);
            return switch (column) {
                case 0 -> time.format(line.at());
                case 1 -> line.machine();
                case 2 -> line.fromShop() ? "shop →" : "← sim";
                case 3 -> hex(line.bytes());
                default -> text(line.bytes());
            };
        }
    }

    private final class Colours extends DefaultTableCellRenderer {
        @Override
        public Component getTableCellRendererComponent(
                JTable owner, Object value, boolean selected, boolean focused, int row, int column) {
            super.getTableCellRendererComponent(owner, value, selected, false, row, column);
            if (!selected) {
                boolean fromShop = model.rows.get(row).fromShop();
                setForeground(UIManager.getColor(fromShop ? PanelTheme.FROM_SHOP : PanelTheme.TO_SHOP));
            }
            return this;
        }
    }
}
