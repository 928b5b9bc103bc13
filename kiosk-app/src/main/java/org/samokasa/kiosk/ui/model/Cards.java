package org.samokasa.kiosk.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.domain.language.Amounts;
import org.samokasa.kiosk.lane.HelpCall;
import org.samokasa.kiosk.lane.LanePolicy;
import org.samokasa.kiosk.lane.Load;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.ui.model.Control.Tone;
import org.samokasa.kiosk.ui.model.ViewState.Card;
import org.samokasa.kiosk.ui.model.ViewState.Ring;
import org.samokasa.kiosk.ui.model.ViewState.Thumb;

/** Cards above the basket, the produce scale, and what a lane says that does not serve. */
final class Cards {
    /** Goods pictured when basket and bagging area do not agree. */
    private static final int LAST_ITEMS = 3;

    private Cards() {}

    static Card dialog(Scene scene, ScreenId screen, ScreenChoice choice) {
        return switch (screen) {
            case LANGUAGE -> language(scene);
            case HELP -> help(scene);
            case ASSISTANCE_COMING -> coming(scene, scene.help().orElseThrow());
            case SELF_HELP ->
                SelfHelpCards.card(scene, (UiState.Open.Help) scene.ui().open());
            case REMOVE_LINE -> remove(scene, ((UiState.Open.Remove) scene.ui().open()).line());
            case STILL_THERE -> stillThere(scene);
            case AGE_CHECK -> age(scene, choice.problem().orElseThrow());
            case WEIGHT_CHECK -> weight(scene, choice.problem().orElseThrow());
            case UNKNOWN_ITEM -> unknown(scene, choice.problem().orElseThrow());
            case PRICE_QUERY -> price(scene, choice.problem().orElseThrow());
            default -> throw new IllegalArgumentException(screen + " is no card");
        };
    }

    private static Card plain(
            String picture, String headline, String text, List<Thumb> items, List<Control> others, Control primary) {
        return Card.of(picture, headline, text)
                .withItems(items)
                .withOthers(others)
                .withPrimary(primary);
    }

    private static Card language(Scene scene) {
        return plain(
                "languages",
                scene.say("language.headline"),
                scene.say("language.text"),
                List.of(),
                Stream.concat(Controls.languages(scene).stream(), Staffing.door(scene).stream())
                        .toList(),
                Controls.back(scene, UiAction.CLOSE));
    }

    private static Card help(Scene scene) {
        return plain(
                "help",
                scene.say("help.headline"),
                scene.say("help.text"),
                List.of(),
                List.of(Controls.help(scene, "help-call", "help.call")),
                close(scene));
    }

    private static Card coming(Scene scene, HelpCall call) {
        List<Control> others = new ArrayList<>();
        if (call.isByShopper() && call.state() != HelpCall.State.ARRIVED) {
            others.add(Control.tells(
                            "help-cancel",
                            scene.say("button.helpCancel"),
                            "x",
                            Tone.PLAIN,
                            new ShopperCommand.CancelHelp())
                    .and(UiAction.CLOSE));
        }
        others.addAll(Staffing.door(scene));
        boolean counted = call.state() == HelpCall.State.ACCEPTED && call.etaSeconds() > 0;
        int left = (int) Banners.secondsLeft(scene, call);
        Optional<Ring> ring = counted && left > 0
                ? Optional.of(new Ring(left, Math.max(left, call.etaSeconds()), scene.say("help.seconds", left)))
                : Optional.empty();
        return Card.of("help-coming", Banners.coming(scene, call), scene.say(meanwhile(scene)))
                .withRing(ring)
                .withOthers(others)
                .withPrimary(close(scene))
                .withAnswers(SelfHelpCards.choice(scene, call));
    }

    private static String meanwhile(Scene scene) {
        return switch (scene.lane().phase()) {
            case ATTRACT, SHOPPING -> "help.goOn";
            case PAYING -> ScreenChoice.of(scene).page() == ScreenId.DECLINED ? "help.here" : "help.paying";
            default -> "help.here";
        };
    }

    private static Control close(Scene scene) {
        return Control.opens("help-close", scene.say("button.helpClose"), "check", Tone.PRIMARY, UiAction.CLOSE);
    }

    private static Card remove(Scene scene, int number) {
        Line line = scene.basket().line(number).orElseThrow();
        Control keep = Control.opens("back", scene.say("button.keep"), "arrow-left", Tone.PLAIN, UiAction.CLOSE);
        Control remove = Control.tells(
                        "remove-yes",
                        scene.say("button.remove"),
                        "trash-2",
                        Tone.PRIMARY,
                        new ShopperCommand.RemoveLine(number))
                .and(UiAction.CLOSE)
                .speaking(scene.say("remove.spoken", scene.name(line)));
        return plain("", scene.say("remove.headline"), "", List.of(scene.thumb(line)), List.of(keep), remove);
    }

    private static Card stillThere(Scene scene) {
        LanePolicy policy = scene.front().policy();
        int all = (int) policy.stillThereRing().toSeconds();
        long idle = scene.idle().toSeconds();
        int left = (int) Math.max(0, policy.openBasketIdle().toSeconds() + all - idle);
        Optional<Ring> ring =
                left > 0 ? Optional.of(new Ring(left, all, scene.words().count("seconds", left))) : Optional.empty();
        return Card.of(
                        left > 0 ? "" : "still-there",
                        scene.say(left > 0 ? "stillThere.headline" : "stillThere.kept"),
                        scene.say(left > 0 ? "stillThere.text" : "stillThere.keptText"))
                .withRing(ring)
                .withOthers(List.of(Controls.help(scene, "help-call", "help.call")))
                .withPrimary(Control.opens(
                        "still-here", scene.say("button.stillHere"), "check", Tone.PRIMARY, UiAction.CLOSE));
    }

    private static Card age(Scene scene, Problem problem) {
        Optional<Line> line = scene.basket().line(problem.line());
        String years = problem.evidence().getOrDefault("minimumAge", "18");
        return plain(
                "age-check",
                scene.say("age.headline"),
                scene.say("age.text", years),
                line.map(goods -> List.of(scene.thumb(goods))).orElse(List.of()),
                List.of(Control.tells(
                        "remove-age-item",
                        scene.say("button.removeAgeItem"),
                        "trash-2",
                        Tone.PLAIN,
                        new ShopperCommand.SetAside(problem.id()))),
                Controls.keepScanning(scene, problem.id()));
    }

    /** What the scale says now decides the words, never how many grams it is about. */
    private static Card weight(Scene scene, Problem problem) {
        boolean missing = Banners.missingGrams(scene) > 0;
        String key = missing ? "weight.missing" : "weight.extra";
        List<Thumb> items = Optional.ofNullable(problem.evidence().get("item"))
                .filter(item -> SelfHelpChoice.isLess(problem) == missing)
                .flatMap(scene::newestOf)
                .map(line -> List.of(scene.thumb(line)))
                .orElseGet(() ->
                        scene.newest(LAST_ITEMS).stream().map(scene::thumb).toList());
        return plain(
                missing ? "bag-put" : "bag-take",
                scene.say("weight.headline"),
                scene.say(key),
                items,
                List.of(Controls.help(scene, "own-bag", "button.ownBag")),
                Control.opens(
                        "bag-done",
                        scene.say(missing ? "button.bagDone" : "button.bagTaken"),
                        "check",
                        Tone.PRIMARY,
                        new UiAction.GiveMoment(problem.id())));
    }

    private static Card unknown(Scene scene, Problem problem) {
        Control lookUp = Control.opens(
                "lookup",
                scene.say("button.lookItUp"),
                "search",
                Tone.PLAIN,
                new UiAction.OpenLookUp(
                        scene.goods().shelves().stream().findFirst().orElse("")));
        Control aside = Control.tells(
                "set-aside",
                scene.say("button.setAside"),
                "check",
                Tone.PRIMARY,
                new ShopperCommand.SetAside(problem.id()));
        return plain(
                "unknown-item",
                scene.say("unknown.headline"),
                scene.say("unknown.text"),
                List.of(),
                List.of(lookUp, Controls.help(scene, "help-call", "help.call")),
                aside);
    }

    private static Card price(Scene scene, Problem problem) {
        String name = Optional.ofNullable(problem.evidence().get("item"))
                .flatMap(item -> scene.goods().find(new ItemKey(item)))
                .map(scene::name)
                .orElse(problem.evidence().getOrDefault("name", ""));
        return plain(
                "price-query",
                scene.say("price.headline"),
                scene.say("price.text", name),
                List.of(),
                List.of(Control.tells(
                        "set-aside",
                        scene.say("button.setAside"),
                        "x",
                        Tone.PLAIN,
                        new ShopperCommand.SetAside(problem.id()))),
                Controls.keepScanning(scene, problem.id()));
    }

    static Card weigh(Scene scene) {
        ItemKey item = scene.sale().flatMap(sale -> sale.weighing()).orElseThrow();
        Optional<Article> article = scene.goods().find(item);
        String name = article.map(scene::name).orElse(item.number());
        Load load = scene.view().readings().produce();
        boolean sold = scene.view().readings().produceSold() != 0;
        return Card.of(
                        article.map(Article::picture)
                                .filter(picture -> !picture.isEmpty())
                                .orElse("scale"),
                        sold ? scene.say("weigh.takeOff") : scene.say("weigh.headline", name),
                        scene.say(hint(scene, load)))
                .withFigure(
                        load instanceof Load.Still still ? Amounts.kilograms(still.grams(), scene.language()) : "– – –",
                        preview(scene, article, load, sold))
                .withOthers(List.of(Control.tells(
                        "back",
                        scene.say("button.back"),
                        "arrow-left",
                        Tone.PLAIN,
                        new ShopperCommand.LeaveWeighing())));
    }

    private static String hint(Scene scene, Load load) {
        if (load instanceof Load.Still still) {
            boolean tooLight =
                    still.grams() > 0 && still.grams() < scene.front().policy().produceGramsMin();
            return tooLight ? "weigh.tooLight" : "weigh.put";
        } else if (load instanceof Load.Moving) {
            return "weigh.settling";
        } else if (load instanceof Load.OutOfRange) {
            return "weigh.outOfRange";
        }
        return "weigh.silent";
    }

    private static String preview(Scene scene, Optional<Article> article, Load load, boolean sold) {
        return article.flatMap(Article::price)
                .map(price -> {
                    String perKilogram = scene.money(price) + "/kg";
                    boolean counts = load instanceof Load.Still still && still.grams() > 0 && !sold;
                    return counts
                            ? scene.say(
                                    "weigh.preview",
                                    perKilogram,
                                    scene.money(price.forGrams(((Load.Still) load).grams())))
                            : perKilogram;
                })
                .orElse("");
    }

    static Card paused(Scene scene) {
        boolean kept = !scene.basket().isEmpty();
        return Card.of(
                        kept ? "still-there" : "lane-closed",
                        scene.say("paused.headline"),
                        scene.say(kept ? "paused.kept" : "paused.idle"))
                .withOthers(kept ? List.of(Controls.help(scene, "help-call", "help.call")) : List.of());
    }

    static Card notServing(Scene scene, ScreenId screen) {
        if (screen == ScreenId.LANE_CLOSED) {
            return Card.of("lane-closed", scene.say("closed.headline"), scene.say("closed.text"));
        }
        String why = scene.view()
                .stopped()
                .map(stopped -> "disk")
                .orElse(scene.lane().outOfService());
        return Card.of("out-of-service", scene.say("service.headline"), scene.say("service.text"))
                .withFigure("", why.isEmpty() ? "" : scene.say("service.code", why));
    }
}
