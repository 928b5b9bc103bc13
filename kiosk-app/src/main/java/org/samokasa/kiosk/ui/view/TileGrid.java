package org.samokasa.kiosk.ui.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.SwingConstants;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState.Tile;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/** As many tiles as fit, page by page. */
final class TileGrid extends Placed {
    private static final double TILE_WIDTH_MM = 58;
    private static final double TILE_HEIGHT_MM = 68;

    private final transient Look look;
    private final transient Consumer<Control> presses;
    private final transient PageShown pageShown;
    private final Map<String, TileButton> tiles = new HashMap<>();
    private final Label nothing;
    private transient List<Tile> shown = List.of();
    private int wantedPage;

    /** Is told which page is shown, and of how many, once the size is known. */
    interface PageShown {
        void page(int page, int pages);
    }

    TileGrid(Look look, Consumer<Control> presses, PageShown pageShown) {
        this.look = look;
        this.presses = presses;
        this.pageShown = pageShown;
        setOpaque(false);
        nothing = new Label(look, Type.TITLE, Token.TEXT_2, SwingConstants.CENTER);
        add(nothing);
    }

    void show(List<Tile> next, String whenNone, int page) {
        shown = next;
        wantedPage = page;
        nothing.show(next.isEmpty() ? whenNone : "");
        invalidate();
        doLayout();
        repaint();
    }

    @Override
    public void doLayout() {
        int gap = look.gap();
        int columnsMax = Math.max(1, (getWidth() + gap) / (look.mm(TILE_WIDTH_MM) + gap));
        int rows = Math.max(1, (getHeight() + gap) / (look.mm(TILE_HEIGHT_MM) + gap));
        int columns = columns(columnsMax, rows);
        int perPage = columns * rows;
        int pages = Math.max(1, (shown.size() + perPage - 1) / perPage);
        int page = Math.min(wantedPage, pages - 1);
        List<Tile> visible =
                shown.subList(Math.min(shown.size(), page * perPage), Math.min(shown.size(), (page + 1) * perPage));
        int usedRows = pages > 1 ? rows : Math.max(1, (visible.size() + columns - 1) / columns);
        int width = (getWidth() - (columns - 1) * gap) / columns;
        int high = Math.min((getHeight() - (usedRows - 1) * gap) / usedRows, width * 115 / 100);
        place(visible, columns, width, high);
        nothing.setBounds(0, look.mm(10), getWidth(), nothing.heightFor(Math.max(1, getWidth())));
        pageShown.page(page, pages);
    }

    /** Few goods get larger pictures, as long as all of them stay on one page. */
    private int columns(int most, int rows) {
        int least = Math.max(1, most * 3 / 4);
        for (int columns = least; columns < most; columns++) {
            if (columns * rows >= shown.size()) {
                return columns;
            }
        }
        return most;
    }

    private void place(List<Tile> visible, int columns, int width, int height) {
        List<String> names = visible.stream().map(tile -> tile.control().name()).toList();
        tiles.entrySet().removeIf(entry -> {
            boolean gone = !names.contains(entry.getKey());
            if (gone) {
                remove(entry.getValue());
            }
            return gone;
        });
        int gap = look.gap();
        for (int i = 0; i < visible.size(); i++) {
            Tile tile = visible.get(i);
            TileButton button = tiles.computeIfAbsent(tile.control().name(), name -> {
                TileButton made = new TileButton(look, tile, presses);
                add(made);
                return made;
            });
            button.show(tile);
            button.setBounds((i % columns) * (width + gap), (i / columns) * (height + gap), width, height);
        }
    }
}
