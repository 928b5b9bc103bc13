package org.samokasa.kiosk.store;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.samokasa.kiosk.help.Evidence;
import org.samokasa.kiosk.help.HelpCall;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.HelpClocks;
import org.samokasa.kiosk.help.HelpCommand;
import org.samokasa.kiosk.help.HelpLifecycle;
import org.samokasa.kiosk.help.HelpProblem;
import org.samokasa.kiosk.help.HelpRating;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.help.ProblemDecision;
import org.samokasa.kiosk.help.SelfHelpUse;

/**
 * Weeks of a believable shop as its hub's journal would hold them: six lanes, three helpers, a rush at noon and in the
 * evening. What happens is decided by the shop's own rules; only shoppers and helpers are made up. Some goods are wrong
 * in the catalogue: the olives weigh less than it says, the jam's new barcode is missing, and lane 3 loses its paper in
 * the second week. The same seed gives the same events.
 */
public final class ShopWeeks {
    public static final String WRONG_WEIGHT = "Olives 340 g";
    public static final String WRONG_CODE = "Plum jam 280 g";
    public static final int LANE_OUT_OF_PAPER = 3;
    public static final int LANES = 6;
    private static final int OPENS = 7;
    /** Baskets of each hour from seven to nine in the evening, of a hundred a day. */
    private static final int[] RUSH = {3, 5, 6, 6, 7, 10, 9, 6, 6, 8, 12, 11, 7, 4};

    private static final List<String> HELPERS = List.of("Anna", "Jan", "Maria");
    private static final List<String> GOODS = List.of(
            "Milk 1 L",
            "Rye bread",
            "Bananas",
            "Butter 250 g",
            "Pale ale 0.5 L",
            "Oat flakes",
            "Oranges",
            "Rice 1 kg",
            WRONG_WEIGHT,
            "Red wine 0.75 L",
            WRONG_CODE,
            "Coffee 500 g",
            "Yoghurt 150 g",
            "Eggs, ten",
            "Tomatoes",
            "Cucumber",
            "Pasta 500 g",
            "Mineral water 1.5 L",
            "Chocolate 100 g",
            "Washing powder",
            "Apples",
            "Potatoes",
            "Cheese 200 g",
            "Ham 100 g",
            "Tea, 20 bags",
            "Salt 1 kg",
            "Flour 1 kg",
            "Honey 400 g");
    private static final List<String> REASONS = List.of("slow", "unfriendly", "unsolved", "quick");

    private final SplittableRandom random;
    private final ShopRules rules = new ShopRules(new HelpLifecycle(HelpClocks.DEFAULT));
    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
    private final List<StoreEvent> events = new ArrayList<>();
    private final Map<Integer, Long> saleNumbers = new HashMap<>();
    private Shop shop = Shop.EMPTY;
    private long order;
    private long heard;

    private record Due(Instant at, long order, StoreCommand command) {}

    private ShopWeeks(long seed) {
        random = new SplittableRandom(seed);
    }

    /**
     * The events of some days.
     *
     * @param first    a Monday, if the weekdays are to be believed
     * @param baskets  of an ordinary day
     */
    public static List<StoreEvent> events(long seed, LocalDate first, int days, int baskets) {
        ShopWeeks weeks = new ShopWeeks(seed);
        weeks.events.add(new StoreEvent.HubWasStarted(hour(first, 5), "corner"));
        for (int day = 0; day < days; day++) {
            weeks.day(first.plusDays(day), baskets, day >= 7);
        }
        weeks.run();
        return List.copyOf(weeks.events);
    }

    private static Instant hour(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    private void day(LocalDate date, int baskets, boolean secondWeek) {
        int onDuty = date.getDayOfWeek() == DayOfWeek.SUNDAY ? 1 : HELPERS.size();
        for (String name : HELPERS.subList(0, onDuty)) {
            at(hour(date, OPENS).minusSeconds(600), new StoreCommand.ComeOnDuty(Helper.attendant(name)));
            at(hour(date, OPENS + RUSH.length), new StoreCommand.GoOffDuty(name));
        }
        int today = date.getDayOfWeek() == DayOfWeek.SATURDAY ? baskets * 13 / 10 : baskets;
        for (int i = 0; i < RUSH.length; i++) {
            int count = today * RUSH[i] / 100;
            for (int sale = 0; sale < count; sale++) {
                basket(hour(date, OPENS + i).plusMillis(random.nextInt(3_400_000)), onDuty);
            }
        }
        if (secondWeek && date.getDayOfWeek().getValue() <= 5) {
            for (int i = 0; i < 5; i++) {
                Instant at = hour(date, 16).plusSeconds(i * 1_500L);
                call(at, LANE_OUT_OF_PAPER, 0, HelpCause.PAPER_OUT, Optional.empty(), onDuty);
            }
        }
    }

    private void basket(Instant start, int onDuty) {
        int lane = 1 + random.nextInt(LANES);
        long number = saleNumbers.merge(lane, 1L, Long::sum);
        List<Sale.Line> lines = new ArrayList<>();
        long total = 0;
        int count = 1 + random.nextInt(8) + random.nextInt(8);
        boolean stopped = false;
        for (int i = 0; i < count; i++) {
            // The smaller of two throws: goods at the front of the list sell more often.
            String goods = GOODS.get(Math.min(random.nextInt(GOODS.size()), random.nextInt(GOODS.size())));
            long price = 79 + goods.length() * 17L;
            total += price;
            lines.add(new Sale.Line(Optional.of("g" + GOODS.indexOf(goods)), goods, "1", price));
            if (!stopped) {
                Optional<HelpCause> cause = stops(goods);
                cause.ifPresent(why -> call(start, lane, number, why, Optional.of(goods), onDuty));
                stopped = cause.isPresent();
            }
        }
        Instant end = start.plusSeconds(20 + count * 6L + (stopped ? 80 : 0));
        at(
                end,
                new StoreCommand.RecordSale(new Sale(
                        lane,
                        number,
                        end,
                        "EUR",
                        total,
                        lines,
                        List.of(new Sale.Tax("A 23%", total, 0)),
                        List.of(new Sale.Tender("CARD", total, Optional.empty())))));
    }

    private Optional<HelpCause> stops(String goods) {
        int luck = random.nextInt(1_000);
        if (goods.equals(WRONG_WEIGHT)) {
            return luck < 120 ? Optional.of(HelpCause.WEIGHT_MISMATCH) : Optional.empty();
        }
        if (goods.equals(WRONG_CODE)) {
            return luck < 150 ? Optional.of(HelpCause.UNKNOWN_ITEM) : Optional.empty();
        }
        if (goods.equals("Pale ale 0.5 L") || goods.equals("Red wine 0.75 L")) {
            return luck < 300 ? Optional.of(HelpCause.AGE_CHECK) : Optional.empty();
        }
        if (luck < 4) {
            return Optional.of(HelpCause.SHOPPER_CALLED);
        }
        if (luck < 7) {
            return Optional.of(HelpCause.WEIGHT_MISMATCH);
        }
        return luck < 9 ? Optional.of(HelpCause.PRICE_QUERY) : Optional.empty();
    }

    /** A call and what becomes of it. */
    private void call(Instant at, int lane, long sale, HelpCause cause, Optional<String> goods, int onDuty) {
        String id = "r" + order;
        HelpCall call = new HelpCall(
                id,
                lane,
                sale,
                cause,
                cause.name(),
                List.of(),
                at,
                problems(id, cause, goods),
                random.nextInt(4) == 0 ? Optional.of("pl") : Optional.of("en"),
                cards(cause));
        at(at, new StoreCommand.HelpStep(new HelpCommand.Raise(call)));
        for (int seconds : new int[] {31, 61, 91, 301}) {
            at(at.plusSeconds(seconds), new StoreCommand.LookAtTheClock());
        }
        if (random.nextInt(100) < 6) {
            at(
                    at.plusSeconds(10 + random.nextInt(60)),
                    new StoreCommand.HelpStep(new HelpCommand.CancelByShopper(
                            id,
                            call.selfHelp()
                                    .flatMap(cards -> cards.opened().stream().findFirst()))));
            return;
        }
        String by = HELPERS.get(random.nextInt(onDuty));
        Instant accepted = at.plusMillis(2_000 + slow(9_000) * 3 / onDuty);
        at(accepted, new StoreCommand.HelpStep(new HelpCommand.Accept(id, by, 20)));
        boolean remote = cause == HelpCause.AGE_CHECK && random.nextInt(2) == 0;
        Instant arrived = accepted.plusMillis(remote ? 1_500 : 5_000 + slow(12_000));
        at(
                arrived,
                remote
                        ? new StoreCommand.HelpStep(
                                new HelpCommand.Decide(id, "p" + id, ProblemDecision.APPROVED, by, ""))
                        : new StoreCommand.HelpStep(new HelpCommand.Arrive(id, by)));
        Instant solved = arrived.plusMillis(4_000 + slow(20_000));
        at(solved, new StoreCommand.HelpStep(new HelpCommand.Solve(id, by, "looked")));
        if (random.nextInt(100) < 35) {
            rate(id, solved.plusSeconds(9), Duration.between(at, solved));
        }
    }

    /** Who calls sees cards, and every third reads one. */
    private Optional<SelfHelpUse> cards(HelpCause cause) {
        List<String> shown = List.of("FIND_BARCODE", "WEIGH_PRODUCE", "BAG_IT");
        List<String> opened = order % 3 == 0 ? List.of("WEIGH_PRODUCE") : List.of();
        return cause == HelpCause.SHOPPER_CALLED ? Optional.of(new SelfHelpUse(shown, opened)) : Optional.empty();
    }

    /** Shopkeepers' waits: many short ones and a few long. */
    private long slow(int millis) {
        return Math.round(-Math.log(1 - random.nextDouble()) * millis);
    }

    private void rate(String id, Instant at, Duration waited) {
        int faces = Math.max(1, 4 - (int) (waited.toSeconds() / 50) - random.nextInt(2));
        List<String> reasons = faces > 2 ? List.of() : List.of(REASONS.get(faces == 1 ? 0 : random.nextInt(4)));
        HelpRating rating = new HelpRating(Optional.of(random.nextInt(10) > 0), OptionalInt.of(faces), reasons);
        at(at, new StoreCommand.HelpStep(new HelpCommand.Rate(id, rating)));
    }

    private List<HelpProblem> problems(String id, HelpCause cause, Optional<String> goods) {
        if (cause == HelpCause.SHOPPER_CALLED) {
            return List.of();
        }
        List<Evidence> evidence = switch (cause) {
            case WEIGHT_MISMATCH ->
                List.of(
                        new Evidence("gramsExpected", "540"),
                        new Evidence("gramsMeasured", Integer.toString(480 + random.nextInt(9))));
            case UNKNOWN_ITEM -> List.of(new Evidence("code", "5901234123457"));
            case AGE_CHECK -> List.of(new Evidence("minimumAge", "18"));
            default -> List.of();
        };
        return List.of(new HelpProblem("p" + id, cause.name(), cause.name(), goods, true, evidence));
    }

    private void at(Instant at, StoreCommand command) {
        queue.add(new Due(at, order, command));
        order++;
    }

    private void run() {
        while (!queue.isEmpty()) {
            Due due = queue.remove();
            if (rules.decide(shop, due.command(), due.at()) instanceof StoreDecision.Happens happens) {
                happens.events().forEach(this::happened);
            }
            if (due.command() instanceof StoreCommand.RecordSale c) {
                heard++;
                happened(new StoreEvent.LaneWasHeard(
                        due.at(), c.sale().lane(), "j" + c.sale().lane(), heard));
            }
        }
    }

    private void happened(StoreEvent event) {
        shop = shop.evolve(event);
        events.add(event);
    }
}
