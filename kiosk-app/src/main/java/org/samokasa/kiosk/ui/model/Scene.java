package org.samokasa.kiosk.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samokasa.kiosk.domain.basket.Basket;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.language.Amounts;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.lane.HelpCall;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.Sale;

/** All that one picture of the screen is made from, with the small questions every screen asks. */
record Scene(LaneView view, UiState ui, ShopFront front, LookUpGoods goods, Words words, Instant now) {
    Lane lane() {
        return view.lane();
    }

    /** The same with nothing opened above it. */
    Scene closed() {
        return new Scene(view, ui.on(UiAction.CLOSE, now), front, goods, words, now);
    }

    Language language() {
        return words.language();
    }

    Optional<Sale> sale() {
        return lane().sale();
    }

    Basket basket() {
        return sale().map(Sale::basket).orElse(Basket.EMPTY);
    }

    String say(String key, Object... filling) {
        return words.say(key, filling);
    }

    /** Of a payment: in words of cards, or of codes where the shop is paid by code. */
    String sayOfPaying(String key, Object... filling) {
        return say(front.isByCode() ? "code." + key : key, filling);
    }

    String money(Money amount) {
        return Amounts.withCurrency(amount, language());
    }

    String total() {
        return money(basket().total(front.currency()));
    }

    String items() {
        return words.count("items", basket().itemCount());
    }

    String name(Line line) {
        return Shown.name(line.names(), language(), line.item().value());
    }

    List<Problem> openProblems() {
        return sale().map(Sale::openProblems).orElse(List.of());
    }

    Optional<Problem> open(Problem.Kind kind) {
        return sale().flatMap(sale -> sale.open(kind));
    }

    Optional<HelpCall> help() {
        return lane().help();
    }

    String name(Article article) {
        return Shown.name(article.names(), language(), article.key().value());
    }

    /** How long nobody has given a sign: no record, no touch, nothing moved on a scale. */
    Duration idle() {
        Instant last = Stream.of(
                        lane().lastSeen(),
                        view.readings().touched(),
                        view.readings().bagSince(),
                        view.readings().produceSince())
                .max(Instant::compareTo)
                .orElseThrow();
        return now.isBefore(last) ? Duration.ZERO : Duration.between(last, now);
    }

    long secondsSince(Instant moment) {
        return now.isBefore(moment) ? 0 : Duration.between(moment, now).toSeconds();
    }

    /** The newest goods in the basket, newest first. */
    List<Line> newest(int count) {
        List<Line> goods = basket().lines().stream().filter(Line::countsAsItem).toList();
        return Stream.iterate(goods.size() - 1, at -> at >= 0, at -> at - 1)
                .limit(count)
                .map(goods::get)
                .toList();
    }

    /** The newest line of these goods. */
    Optional<Line> newestOf(String item) {
        return basket().lines().stream()
                .filter(line -> line.item().value().equals(item))
                .reduce((earlier, later) -> later);
    }

    ViewState.Thumb thumb(Line line) {
        return new ViewState.Thumb(name(line), line.picture());
    }
}
