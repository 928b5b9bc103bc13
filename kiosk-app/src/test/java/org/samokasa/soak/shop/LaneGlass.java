package org.samokasa.soak.shop;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.lane.LaneShop;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.ui.model.CatalogueGoods;
import org.samokasa.kiosk.ui.model.LookUpGoods;
import org.samokasa.kiosk.ui.model.ScreenId;
import org.samokasa.kiosk.ui.model.Screens;
import org.samokasa.kiosk.ui.model.ShopFront;
import org.samokasa.kiosk.ui.model.UiAction;
import org.samokasa.kiosk.ui.model.UiState;
import org.samokasa.kiosk.ui.model.ViewState;
import org.samokasa.kiosk.words.WordFiles;

/** The screen of a lane as far as it is words and decisions: worked out after every step, painted never. */
final class LaneGlass {
    private static final Map<Language, Words> WORDS = WordFiles.all();

    /** What fingers do on glass besides shopping. */
    private static final List<UiAction> IDLE_TOUCHES = List.of(
            new UiAction.OpenHelp(ScreenId.BASKET, List.of()),
            new UiAction.OpenLanguages(),
            new UiAction.OpenLookUp("fruit"),
            new UiAction.OpenLookUp(""),
            new UiAction.TypeLetter("b"),
            new UiAction.EraseLetter(),
            new UiAction.TurnPage(1),
            new UiAction.TurnPage(-1),
            new UiAction.AskRemove(1),
            new UiAction.ShowProblems(),
            new UiAction.SwitchContrast(),
            new UiAction.Close());

    private final ShopFront front;
    private final LookUpGoods goods;
    private final Consumer<String> shown;
    private UiState ui = UiState.fresh();
    /** What the screen said last, in its parts: only what is new is looked at. */
    private List<Object> last = List.of();

    /** @param shown is told everything the screen says */
    LaneGlass(int lane, LaneShop shop, Consumer<String> shown) {
        front = new ShopFront(lane, "Soak", shop.currency(), shop.policy());
        goods = new CatalogueGoods(shop.catalogue());
        this.shown = shown;
    }

    void show(LaneView view) {
        ui = ui.following(view, view.at()).at(view.at());
        ViewState state =
                Screens.view(view, ui, front, goods, WORDS.get(view.lane().language()), view.at());
        List<Object> parts =
                List.of(state.screen(), state.language(), state.status(), state.banner(), state.page(), state.dialog());
        for (int i = 0; i < parts.size(); i++) {
            if (last.isEmpty() || !last.get(i).equals(parts.get(i))) {
                shown.accept(parts.get(i).toString());
            }
        }
        last = parts;
    }

    /** Somebody plays with the screen. */
    void fiddle(SplittableRandom chance, LaneView view) {
        ui = ui.on(IDLE_TOUCHES.get(chance.nextInt(IDLE_TOUCHES.size())), view.at());
        show(view);
    }
}
