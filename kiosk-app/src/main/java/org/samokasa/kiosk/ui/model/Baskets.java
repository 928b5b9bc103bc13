package org.samokasa.kiosk.ui.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.Article.SoldBy;
import org.samokasa.kiosk.domain.language.Amounts;
import org.samokasa.kiosk.ui.model.Control.Tone;
import org.samokasa.kiosk.ui.model.ViewState.BasketView;
import org.samokasa.kiosk.ui.model.ViewState.Pager;
import org.samokasa.kiosk.ui.model.ViewState.Row;

/** The basket as rows. */
final class Baskets {
    /** How long a new row stays tinted (UX.md section 3). */
    static final Duration FRESH = Duration.ofMillis(1_200);

    private Baskets() {}

    /** @param changeable false where the sale is held: nothing can be removed */
    static BasketView of(Scene scene, boolean changeable) {
        return new BasketView(
                scene.say("basket.title"),
                scene.items(),
                rows(scene, changeable),
                scene.say("basket.empty"),
                scene.say("basket.total"),
                scene.total(),
                scene.ui().page(),
                pager(scene));
    }

    static Pager pager(Scene scene) {
        return new Pager(
                Control.opens(
                                "page-previous",
                                scene.say("page.previous"),
                                "chevron-left",
                                Tone.PLAIN,
                                new UiAction.TurnPage(-1))
                        .iconOnly(),
                Control.opens(
                                "page-next",
                                scene.say("page.next"),
                                "chevron-right",
                                Tone.PLAIN,
                                new UiAction.TurnPage(1))
                        .iconOnly(),
                scene.say("page.of"));
    }

    private static List<Row> rows(Scene scene, boolean changeable) {
        List<Line> parents = scene.basket().lines().stream()
                .filter(line -> line.parent() == 0)
                .sorted(Comparator.comparingInt(Line::number).reversed())
                .toList();
        List<Row> rows = new ArrayList<>();
        for (Line parent : parents) {
            rows.add(row(scene, parent, changeable));
            scene.basket().lines().stream()
                    .filter(line -> line.parent() == parent.number())
                    .forEach(child -> rows.add(row(scene, child, false)));
        }
        return rows;
    }

    private static Row row(Scene scene, Line line, boolean changeable) {
        String name = scene.name(line);
        boolean newest = line.number() == scene.ui().lastLine() || line.number() == newestGoods(scene);
        boolean fresh = newest && scene.now().isBefore(scene.ui().lineAt().plus(FRESH));
        Optional<Control> remove = changeable && line.parent() == 0
                ? Optional.of(Control.opens(
                                "remove-" + line.number(),
                                scene.say("remove.spoken", name),
                                "trash-2",
                                Tone.QUIET,
                                new UiAction.AskRemove(line.number()))
                        .iconOnly())
                : Optional.empty();
        return new Row(
                line.number(),
                name,
                detail(scene, line),
                Amounts.plain(line.amount(), scene.language()),
                line.picture(),
                line.parent() != 0,
                fresh,
                remove);
    }

    private static int newestGoods(Scene scene) {
        return scene.newest(1).stream().mapToInt(Line::number).findFirst().orElse(0);
    }

    private static String detail(Scene scene, Line line) {
        if (line.soldBy() != SoldBy.WEIGHT) {
            return "";
        }
        return scene.say(
                "basket.weighed",
                Amounts.kilograms(line.grams(), scene.language()),
                Amounts.plain(line.unitPrice(), scene.language()));
    }
}
