package org.samokasa.kiosk.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.help.Evidence;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.HelpProblem;
import org.samokasa.kiosk.help.HelpRating;
import org.samokasa.kiosk.help.SelfHelp;
import org.samokasa.kiosk.help.SelfHelpUse;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.HelpCall;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.Sale;
import org.samokasa.kiosk.lane.event.CallEvent;
import org.samokasa.kiosk.lane.event.LaneEvent;

/**
 * A lane's calls for help in the hub's words: who calls, why, and what an attendant needs to know.
 *
 * @param stream names the lane's journal; it is part of every id
 */
record CallWords(String stream) {
    /** Evidence that is shown as the problem's own line, or that means nothing to a human. */
    private static final Set<String> NOT_SHOWN = Set.of("name", "item", "attempt");

    /** Titles for the attendant's card; the console translates by kind, these are what is shown without it. */
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("AGE_CHECK", "Age check"),
            Map.entry("WEIGHT_MISMATCH", "Bagging weight"),
            Map.entry("UNKNOWN_ITEM", "Unknown item"),
            Map.entry("PRICE_QUERY", "Price query"),
            Map.entry("PAPER_OUT", "Paper out"),
            Map.entry("PAYMENT_IN_DOUBT", "Payment unclear"),
            Map.entry("SHOPPER_CALLED", "Shopper called"),
            Map.entry("DEVICE_FAULT", "Machine fault"),
            Map.entry("IDLE_BASKET", "Basket left"),
            Map.entry("PAYMENT_TROUBLE", "Payment trouble"),
            Map.entry("STUCK_SHOPPER", "Shopper seems stuck"));

    /** Unique in the shop, also when a lane begins anew. */
    String id(String requestId) {
        return stream + ":" + requestId;
    }

    /** The same as the lane itself says it. */
    String own(String requestId) {
        return requestId.startsWith(stream + ":") ? requestId.substring(stream.length() + 1) : requestId;
    }

    /** A call as the hub hears of it. */
    org.samokasa.kiosk.help.HelpCall call(HelpCall call, Lane lane) {
        return new org.samokasa.kiosk.help.HelpCall(
                id(call.requestId()),
                lane.number(),
                lane.sale().map(Sale::number).orElse(0L),
                call.cause(),
                TITLES.getOrDefault(call.cause().name(), call.cause().name()),
                evidence(call, lane),
                call.raisedAt(),
                lane.sale().map(CallWords::problems).orElse(List.of()),
                lane.sale().map(sale -> lane.language().tag()),
                selfHelp(call.cards()));
    }

    private static Optional<SelfHelpUse> selfHelp(HelpCall.Cards cards) {
        return cards.shown().isEmpty()
                ? Optional.empty()
                : Optional.of(new SelfHelpUse(names(cards.shown()), names(cards.opened())));
    }

    private static List<String> names(List<SelfHelp> topics) {
        return topics.stream().map(Enum::name).toList();
    }

    private List<Evidence> evidence(HelpCall call, Lane lane) {
        List<Evidence> evidence = new ArrayList<>();
        if (!lane.outOfService().isEmpty()) {
            evidence.add(new Evidence("device", lane.outOfService()));
        }
        if (call.cause() == HelpCause.STUCK_SHOPPER) {
            lane.offer()
                    .ifPresent(offer ->
                            evidence.add(new Evidence("friction", offer.sign().name())));
        }
        if (call.cause() == HelpCause.PAYMENT_TROUBLE) {
            lane.sale()
                    .flatMap(Sale::payment)
                    .filter(payment -> payment.state() == CardPayment.State.REFUSED)
                    .ifPresent(payment -> refused(payment, evidence));
        }
        List<String> steps = lane.calling().steps().names();
        if (call.isByShopper() && !steps.isEmpty()) {
            evidence.add(new Evidence("steps", String.join(" ", steps)));
        }
        call.again().ifPresent(unsolved -> evidence.add(new Evidence("again", id(unsolved))));
        return evidence;
    }

    /** Why nothing was paid, in our words and in the terminal's own. */
    private static void refused(CardPayment payment, List<Evidence> evidence) {
        evidence.add(new Evidence("refused", payment.refusal().name()));
        if (!payment.detail().isBlank()) {
            evidence.add(new Evidence("terminalSays", payment.detail()));
        }
    }

    /** What is open in a visit. */
    static List<HelpProblem> problems(Sale sale) {
        return sale.openProblems().stream()
                .map(problem -> problem(problem, picture(problem, sale)))
                .toList();
    }

    /** The goods' drawing, which the hub has as well; empty when there is none or it is about no goods. */
    private static Optional<String> picture(Problem problem, Sale sale) {
        String item = problem.evidence().getOrDefault("item", "");
        return sale.basket().lines().stream()
                .filter(line -> line.number() == problem.line()
                        || !item.isEmpty() && line.item().value().equals(item))
                .map(Line::picture)
                .filter(picture -> !picture.isEmpty())
                .findFirst();
    }

    private static HelpProblem problem(Problem problem, Optional<String> picture) {
        List<Evidence> evidence = new ArrayList<>();
        new TreeMap<>(problem.evidence()).forEach((key, value) -> {
            if (!NOT_SHOWN.contains(key)) {
                evidence.add(new Evidence(key, value));
            }
        });
        picture.ifPresent(name -> evidence.add(new Evidence("picture", name)));
        return new HelpProblem(
                problem.id(),
                problem.kind().name(),
                TITLES.getOrDefault(problem.kind().name(), problem.kind().name()),
                Optional.ofNullable(problem.evidence().get("name")),
                problem.kind().consoleSolvable(),
                evidence);
    }

    /** What the shopper says of the help they had. */
    LaneMessage rated(LaneEvent event) {
        if (event instanceof CallEvent.HelpAnswered answer) {
            HelpRating word = new HelpRating(Optional.of(answer.solved()), OptionalInt.empty(), List.of());
            return new LaneMessage.HelpRated(id(answer.requestId()), word);
        }
        CallEvent.HelpRated rating = (CallEvent.HelpRated) event;
        HelpRating word = new HelpRating(Optional.empty(), OptionalInt.of(rating.faces()), rating.reasons());
        return new LaneMessage.HelpRated(id(rating.requestId()), word);
    }
}
