package org.samokasa.sim.panel;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Font;
import java.awt.KeyboardFocusManager;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.UIManager;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import net.miginfocom.swing.MigLayout;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.panel.PanelState.WireLine;

/** All messages on all wires: when, whose, which way, what it means, and its bytes. */
final class WireView extends JPanel {
    private static final String ALL = "all wires";
    private static final int HEX_BYTES_MAX = 48;
    private static final String[] HEADINGS = {"Time", "Machine", "", "Meaning", "Bytes"};
    private static final int MEANING = 3;
    private static final int BYTES = 4;

    private final JComboBox<String> machine = new JComboBox<>();
    private final Model model = new Model();
    private final JTable table = new JTable(model);
    private final DateTimeFormatter time;
    private List<WireLine> all = List.of();

    WireView(List<String> machines, ZoneId zone) {
        super(new MigLayout("insets 10 12 12 12, fill, wrap 2", "[grow,fill][]", "[][grow,fill]"));
        putClientProperty(FlatClientProperties.STYLE, "arc: 18; background: $Card.background");
        time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(zone);
        add(PanelTheme.title("Wires"));
        machine.addItem(ALL);
        machines.forEach(machine::addItem);
        machine.addActionListener(event -> refresh());
        add(PanelTheme.help(machine, "Which machine's wire to show"));
        table.setRowHeight(20);
        table.setShowGrid(false);
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.getTableHeader().setReorderingAllowed(false);
        table.setDefaultRenderer(Object.class, new Colours());
        int[] widths = {92, 112, 58, 390, 220};
        for (int column = 0; column < widths.length; column++) {
            table.getColumnModel().getColumn(column).setPreferredWidth(widths[column]);
        }
        leaveByTab();
        JScrollPane scroll = new JScrollPane(table);
        scroll.setColumnHeaderView(table.getTableHeader());
        add(scroll, "span 2, grow");
    }

    /** A table takes Tab for its cells; here it leads on to the next card. */
    private void leaveByTab() {
        KeyboardFocusManager usual = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        for (int way :
                List.of(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS)) {
            table.setFocusTraversalKeys(way, usual.getDefaultFocusTraversalKeys(way));
        }
    }

    void show(List<WireLine> lines) {
        if (!lines.equals(all)) {
            all = lines;
            refresh();
        }
    }

    /** The newest is on top; a line that was chosen stays chosen. */
    private void refresh() {
        int selected = table.getSelectedRow();
        WireLine chosenLine = selected < 0 ? null : model.rows.get(selected);
        Object chosen = machine.getSelectedItem();
        List<WireLine> rows = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (ALL.equals(chosen) || all.get(i).machine().equals(chosen)) {
                rows.add(all.get(i));
            }
        }
        model.rows = rows;
        model.fireTableDataChanged();
        int again = chosenLine == null ? -1 : rows.indexOf(chosenLine);
        if (again >= 0) {
            table.setRowSelectionInterval(again, again);
        }
    }

    static String hex(Bytes bytes) {
        boolean cut = bytes.size() > HEX_BYTES_MAX;
        return (cut ? bytes.slice(0, HEX_BYTES_MAX) : bytes).toHex() + (cut ? " .. (" + bytes.size() + ")" : "");
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
                case MEANING -> line.meaning();
                default -> hex(line.bytes());
            };
        }
    }

    private final class Colours extends DefaultTableCellRenderer {
        private final Font words = UIManager.getFont("Table.font");
        private final Font figures = new Font(Font.MONOSPACED, Font.PLAIN, 12);

        @Override
        public Component getTableCellRendererComponent(
                JTable owner, Object value, boolean selected, boolean focused, int row, int column) {
            super.getTableCellRendererComponent(owner, value, selected, false, row, column);
            WireLine line = model.rows.get(row);
            setFont(column == 0 || column == BYTES ? figures : words);
            setToolTipText(column == MEANING || column == BYTES ? String.valueOf(value) : null);
            if (!selected) {
                setForeground(UIManager.getColor(colour(line, column)));
            }
            return this;
        }

        private String colour(WireLine line, int column) {
            if (column == MEANING) {
                return line.sound() ? "Table.foreground" : PanelTheme.BAD;
            }
            if (column == 0 || column == BYTES) {
                return PanelTheme.QUIET;
            }
            return line.fromShop() ? PanelTheme.FROM_SHOP : PanelTheme.TO_SHOP;
        }
    }
}
