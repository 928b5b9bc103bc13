package org.samokasa.sim.panel;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;
import org.samokasa.sim.shelf.Product;
import org.samokasa.sim.shelf.Shelf;

/** The shelf: find a product, hold it before the scanner, put it into the bag. */
final class ShelfView extends JPanel {
    private final Shelf shelf;
    private final Consumer<String> steps;
    private final DefaultListModel<Product> shown = new DefaultListModel<>();
    private final JList<Product> list = new JList<>(shown);
    private final JTextField search = new JTextField();
    private final JTextField any = new JTextField();

    ShelfView(Shelf shelf, Consumer<String> steps) {
        super(new MigLayout("insets 12, fill, wrap 1", "[grow,fill]", "[][][grow,fill][][]"));
        putClientProperty(FlatClientProperties.STYLE, "arc: 18; background: $Card.background");
        this.shelf = shelf;
        this.steps = steps;
        add(PanelTheme.title("Shelf"));
        search.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, "Find by name or code");
        search.getDocument().addDocumentListener(new Filter());
        add(search);
        add(products());
        add(buttons());
        add(anyText());
        filter();
    }

    private JScrollPane products() {
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new Row());
        list.registerKeyboardAction(event -> scan(), KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), WHEN_FOCUSED);
        list.registerKeyboardAction(event -> bag(), KeyStroke.getKeyStroke('b'), WHEN_FOCUSED);
        JScrollPane scroll = new JScrollPane(list);
        scroll.getVerticalScrollBar().setUnitIncrement(24);
        return scroll;
    }

    private JPanel buttons() {
        JPanel buttons = new JPanel(new MigLayout("insets 0, fill", "[grow,fill,sg][grow,fill,sg][grow,fill,sg]"));
        buttons.setOpaque(false);
        JButton scan = PanelTheme.primary("Scan", this::scan);
        scan.setMnemonic('s');
        JButton bag = PanelTheme.button("Bag", this::bag);
        bag.setMnemonic('b');
        JButton both = PanelTheme.button("Scan + bag", () -> {
            scan();
            bag();
        });
        buttons.add(PanelTheme.help(scan, "Holds the product before the scanner (Enter)"));
        buttons.add(PanelTheme.help(bag, "Puts its weight on the bagging scale (B)"));
        buttons.add(PanelTheme.help(both, "Does both"));
        return buttons;
    }

    private JPanel anyText() {
        JPanel row = new JPanel(new MigLayout("insets 0, fill", "[grow,fill][]"));
        row.setOpaque(false);
        any.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, "Any code, {GS} for FNC1");
        any.addActionListener(event -> scanAny());
        row.add(any);
        row.add(PanelTheme.button("Scan text", this::scanAny));
        return row;
    }

    private void scan() {
        selected(product -> steps.accept("scan " + product.code()));
    }

    private void bag() {
        selected(product -> steps.accept("bag " + product.grams() + " g"));
    }

    private void selected(Consumer<Product> action) {
        if (list.getSelectedValue() != null) {
            action.accept(list.getSelectedValue());
        }
    }

    private void scanAny() {
        if (!any.getText().isBlank()) {
            steps.accept("scan " + any.getText().strip());
        }
    }

    private void filter() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        List<Product> fitting = shelf.products().stream()
                .filter(product -> product.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || product.code().contains(wanted))
                .toList();
        shown.clear();
        shown.addAll(fitting);
        if (!fitting.isEmpty()) {
            list.setSelectedIndex(0);
        }
    }

    private final class Filter implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            filter();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            filter();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            filter();
        }
    }

    /** Name above, code and weight below. */
    private static final class Row extends JPanel implements ListCellRenderer<Product> {
        private final JLabel name = new JLabel();
        private final JLabel code = new JLabel();
        private final JLabel weight = new JLabel();

        Row() {
            super(new BorderLayout(8, 1));
            setBorder(BorderFactory.createEmptyBorder(6, 10, 6, 10));
            name.putClientProperty(FlatClientProperties.STYLE, "font: bold");
            code.putClientProperty(FlatClientProperties.STYLE, "font: -1");
            add(name, BorderLayout.CENTER);
            add(weight, BorderLayout.EAST);
            add(code, BorderLayout.SOUTH);
        }

        /** A renderer has no window of its own, so without one (pictures in tests) nobody else lays its labels out. */
        @Override
        public void setBounds(int x, int y, int width, int height) {
            super.setBounds(x, y, width, height);
            doLayout();
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Product> list, Product product, int index, boolean selected, boolean focused) {
            setBackground(selected ? list.getSelectionBackground() : list.getBackground());
            name.setText(product.name());
            code.setText(product.code());
            weight.setText(product.grams() == 0 ? "" : product.grams() + " g");
            for (JLabel label : List.of(name, code, weight)) {
                label.setForeground(selected ? list.getSelectionForeground() : list.getForeground());
            }
            return this;
        }
    }
}
