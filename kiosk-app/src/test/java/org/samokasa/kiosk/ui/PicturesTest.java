package org.samokasa.kiosk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState;
import org.samokasa.kiosk.ui.model.ViewState.AttractPage;
import org.samokasa.kiosk.ui.model.ViewState.Card;
import org.samokasa.kiosk.ui.model.ViewState.CardPage;
import org.samokasa.kiosk.ui.model.ViewState.Mark;
import org.samokasa.kiosk.ui.model.ViewState.ShopPage;
import org.samokasa.kiosk.ui.theme.Pictures;

class PicturesTest {
    @Test
    void every_article_with_a_picture_name_has_that_picture() {
        assertThat(ScreenBench.GOODS.all())
                .filteredOn(article -> !article.picture().isEmpty())
                .hasSizeGreaterThanOrEqualTo(50)
                .allMatch(article -> Pictures.has(article.picture()));
    }

    @Test
    void every_picture_and_icon_a_screen_names_is_there() {
        Set<String> pictures = new TreeSet<>();
        Set<String> icons = new TreeSet<>();
        EveryScreen.ways().values().forEach(way -> {
            ViewState view = way.apply(new ScreenBench()).view();
            scenes(view, pictures::add);
            ScreenParts.controls(view).stream().map(Control::icon).forEach(icons::add);
            view.banner().ifPresent(banner -> icons.add(banner.icon()));
            if (view.page() instanceof AttractPage page) {
                page.accepted().stream().map(Mark::icon).forEach(icons::add);
            }
        });
        pictures.remove("");
        icons.remove("");
        assertThat(pictures).hasSizeGreaterThan(20).allMatch(Pictures::has);
        assertThat(icons).hasSizeGreaterThan(10).allMatch(Pictures::hasIcon);
    }

    @Test
    void no_picture_is_kept_that_nothing_shows() throws Exception {
        Set<String> shown = new TreeSet<>(Set.of("basket-empty"));
        EveryScreen.ways()
                .values()
                .forEach(way -> scenes(way.apply(new ScreenBench()).view(), shown::add));
        ScreenBench.GOODS.all().stream().map(Article::picture).forEach(shown::add);
        shown.add("scale");
        assertThat(kept()).allMatch(shown::contains);
    }

    private static void scenes(ViewState view, Consumer<String> found) {
        view.dialog().ifPresent(card -> card(card, found));
        if (view.page() instanceof AttractPage page) {
            found.accept(page.picture());
        } else if (view.page() instanceof ShopPage page) {
            found.accept(page.headline().picture());
        } else if (view.page() instanceof CardPage page) {
            card(page.card(), found);
        }
    }

    private static void card(Card card, Consumer<String> found) {
        found.accept(card.picture());
        card.items().forEach(thumb -> found.accept(thumb.picture()));
        card.answers().forEach(answer -> found.accept(answer.picture()));
        card.steps().forEach(step -> found.accept(step.picture()));
    }

    private static Set<String> kept() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(PicturesTest.class.getResource("/org/samokasa/kiosk/ui/pictures/banana.svg"))
                        .toURI());
        try (Stream<Path> files = Files.list(folder.getParent())) {
            return files.map(file -> file.getFileName().toString().replace(".svg", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
