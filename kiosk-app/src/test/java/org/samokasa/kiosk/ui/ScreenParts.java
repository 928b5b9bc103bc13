package org.samokasa.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState;
import org.samokasa.kiosk.ui.model.ViewState.AttractPage;
import org.samokasa.kiosk.ui.model.ViewState.Card;
import org.samokasa.kiosk.ui.model.ViewState.CardPage;
import org.samokasa.kiosk.ui.model.ViewState.LookUpPage;
import org.samokasa.kiosk.ui.model.ViewState.ShopPage;
import org.samokasa.kiosk.ui.model.ViewState.StaffPage;

/** Finds things in a view. */
public final class ScreenParts {
    private ScreenParts() {}

    /** All controls that could be pressed, those of the page only when no card lies above it. */
    public static List<Control> controls(ViewState view) {
        List<Control> all = new ArrayList<>(view.status().controls());
        view.banner().ifPresent(banner -> all.addAll(banner.controls()));
        if (view.dialog().isPresent()) {
            all.addAll(controls(view.dialog().get()));
        } else if (view.page() instanceof AttractPage page) {
            all.addAll(page.languages());
            all.add(page.start());
        } else if (view.page() instanceof ShopPage page) {
            page.basket().rows().forEach(row -> row.remove().ifPresent(all::add));
            all.addAll(page.actions());
            all.add(page.pay());
        } else if (view.page() instanceof LookUpPage page) {
            all.addAll(page.shelves());
            page.keys().forEach(all::addAll);
            page.tiles().forEach(tile -> all.add(tile.control()));
            all.add(page.back());
        } else if (view.page() instanceof StaffPage page) {
            all.addAll(page.controls());
            all.addAll(page.bottom());
        } else if (view.page() instanceof CardPage page) {
            all.addAll(controls(page.card()));
        }
        return all;
    }

    private static List<Control> controls(Card card) {
        List<Control> all = new ArrayList<>(card.others());
        card.answers().forEach(answer -> all.add(answer.control()));
        card.primary().ifPresent(all::add);
        return all;
    }

    public static List<String> names(ViewState view) {
        return controls(view).stream().map(Control::name).toList();
    }

    public static Control control(ViewState view, String name) {
        return controls(view).stream()
                .filter(control -> control.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no control " + name + " among " + names(view)));
    }

    /** The card that is read: the one above, or the page itself. */
    public static Card card(ViewState view) {
        return view.dialog().orElseGet(() -> ((CardPage) view.page()).card());
    }
}
