package org.samokasa.soak.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.lane.LaneShop;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.MachineBook;
import org.samokasa.kiosk.lane.command.ScreenCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.command.StaffCommand;
import org.samokasa.kiosk.ui.ScreenParts;
import org.samokasa.kiosk.ui.model.CatalogueGoods;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.LookUpGoods;
import org.samokasa.kiosk.ui.model.Screens;
import org.samokasa.kiosk.ui.model.ShopFront;
import org.samokasa.kiosk.ui.model.UiAction;
import org.samokasa.kiosk.ui.model.UiState;
import org.samokasa.kiosk.ui.model.ViewState;
import org.samokasa.kiosk.words.WordFiles;

/** The screen of a lane as far as it is words and decisions: worked out after every step, painted never. */
final class LaneGlass {
    private static final Map<Language, Words> WORDS = WordFiles.all();

    /** Who knows it gets to the pages for staff. */
    static final String PIN = "4711";

    private final ShopFront front;
    private final LookUpGoods goods;
    private final Consumer<String> shown;
    private UiState ui = UiState.fresh();
    /** What the screen said last, in its parts: only what is new is looked at. */
    private List<Object> last = List.of();

    /** @param shown is told everything the screen says */
    LaneGlass(int lane, LaneShop shop, ShopFront.Means means, MachineBook book, Consumer<String> shown) {
        front = new ShopFront(lane, "Soak", shop.currency(), shop.policy(), means, true, book, LaneStation.ZONE);
        goods = new CatalogueGoods(shop.catalogue());
        this.shown = shown;
    }

    void show(LaneView view) {
        ViewState state = worksOut(view);
        List<Object> parts =
                List.of(state.screen(), state.language(), state.status(), state.banner(), state.page(), state.dialog());
        for (int i = 0; i < parts.size(); i++) {
            if (last.isEmpty() || !last.get(i).equals(parts.get(i))) {
                shown.accept(parts.get(i).toString());
            }
        }
        last = parts;
    }

    private ViewState worksOut(LaneView view) {
        ui = ui.following(view, view.at()).at(view.at());
        return Screens.view(view, ui, front, goods, WORDS.get(view.lane().language()), view.at());
    }

    /** What can be pressed now. */
    List<Control> controls(LaneView view) {
        ViewState state = worksOut(view);
        return Stream.concat(ScreenParts.controls(state).stream(), pager(state))
                .filter(Control::enabled)
                .toList();
    }

    private static Stream<Control> pager(ViewState state) {
        if (state.page() instanceof ViewState.ShopPage page) {
            return Stream.of(
                    page.basket().pager().previous(), page.basket().pager().next());
        }
        return state.page() instanceof ViewState.LookUpPage page
                ? Stream.of(page.pager().previous(), page.pager().next())
                : Stream.empty();
    }

    /** What the lane is told when a finger comes down on something that was there a moment ago. */
    List<ScreenCommand> press(Control control, LaneView view) {
        List<ScreenCommand> told = new ArrayList<>();
        if (control.action() instanceof UiAction.SubmitPin) {
            told.add(new StaffCommand.PinCompared(ui.pin().equals(PIN)));
        }
        ui = ui.on(control.action(), view.at());
        told.add(control.command().orElse(new ShopperCommand.Touched()));
        show(view);
        return told;
    }
}
