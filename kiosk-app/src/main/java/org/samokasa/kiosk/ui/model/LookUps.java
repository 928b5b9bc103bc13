package org.samokasa.kiosk.ui.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.Article.SoldBy;
import org.samokasa.kiosk.domain.language.Amounts;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.ui.model.Control.Tone;
import org.samokasa.kiosk.ui.model.ViewState.LookUpPage;
import org.samokasa.kiosk.ui.model.ViewState.Tile;

/** Goods without a barcode: shelves of pictures, and letters for those who know the name. */
final class LookUps {
    /** Plain letters are enough: the catalogue folds what is typed and what it searches. */
    private static final List<String> LETTERS = List.of("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM");

    private LookUps() {}

    static LookUpPage page(Scene scene) {
        UiState.Open.LookUp open = (UiState.Open.LookUp) scene.ui().open();
        boolean searching = open.category().isEmpty();
        List<Article> found = searching
                ? scene.goods().named(open.typed(), scene.language())
                : scene.goods().onShelf(open.category());
        return new LookUpPage(
                scene.say("lookUp.headline"),
                shelves(scene, open.category()),
                open.category(),
                open.typed().isEmpty() ? scene.say("lookUp.type") : shown(open.typed()),
                searching ? keys(scene) : List.of(),
                found.stream().map(article -> tile(scene, article)).toList(),
                scene.say("lookUp.nothing"),
                scene.ui().page(),
                Baskets.pager(scene),
                Baskets.of(scene, false),
                Controls.back(scene, UiAction.CLOSE));
    }

    private static String shown(String typed) {
        return typed.substring(0, 1).toUpperCase(Locale.ROOT)
                + typed.substring(1).toLowerCase(Locale.ROOT);
    }

    private static List<Control> shelves(Scene scene, String chosen) {
        List<Control> shelves = new ArrayList<>();
        for (String shelf : scene.goods().shelves()) {
            shelves.add(Control.opens(
                    "category-" + shelf,
                    scene.say("category." + shelf),
                    "",
                    shelf.equals(chosen) ? Tone.CHOSEN : Tone.PLAIN,
                    new UiAction.OpenLookUp(shelf)));
        }
        shelves.add(Control.opens(
                "search",
                scene.say("button.search"),
                "search",
                chosen.isEmpty() ? Tone.CHOSEN : Tone.PLAIN,
                new UiAction.OpenLookUp("")));
        return shelves;
    }

    private static List<List<Control>> keys(Scene scene) {
        List<List<Control>> rows = new ArrayList<>();
        for (String letters : LETTERS) {
            rows.add(new ArrayList<>(
                    Arrays.stream(letters.split("")).map(LookUps::key).toList()));
        }
        rows.get(rows.size() - 1)
                .add(Control.opens(
                                "key-erase", scene.say("key.erase"), "delete", Tone.QUIET, new UiAction.EraseLetter())
                        .iconOnly());
        return rows.stream().map(List::copyOf).toList();
    }

    private static Control key(String letter) {
        return Control.opens(
                "key-" + letter.toLowerCase(Locale.ROOT),
                letter,
                "",
                Tone.QUIET,
                new UiAction.TypeLetter(letter.toLowerCase(Locale.ROOT)));
    }

    private static Tile tile(Scene scene, Article article) {
        String name = scene.name(article);
        String perKilogram = article.soldBy() == SoldBy.WEIGHT ? "/" + Amounts.kilogram(scene.language()) : "";
        String price =
                article.price().map(amount -> scene.money(amount) + perKilogram).orElse("");
        Control pick = new Control(
                "article-" + article.key(),
                name,
                "",
                Tone.PLAIN,
                true,
                price.isEmpty() ? name : name + ", " + price,
                UiAction.CLOSE,
                Optional.of(new ShopperCommand.PickArticle(article.key())));
        return new Tile(pick, name, price, article.picture());
    }
}
