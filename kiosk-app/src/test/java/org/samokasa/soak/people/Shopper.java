package org.samokasa.soak.people;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.Refusal;
import org.samokasa.kiosk.lane.Sale;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.soak.shop.LaneStation;
import org.samokasa.soak.shop.Machine;
import org.samokasa.soak.shop.SoakGoods;
import org.samokasa.soak.world.InvariantBroken;

/** One visit: scans, weighs, bags, pays; forgets, hesitates, changes its mind, or leaves it all and goes. */
public final class Shopper {
    private static final List<ItemKey> PRODUCE = List.of(ItemKey.plu("4011"), ItemKey.plu("4131"));
    private static final int PATIENCE = 160;
    private static final int CLOSED_COSTS = 8;
    private static final int TRIES_MAX = 4;
    private static final long HEARD_WITHIN_MILLIS = 100;

    private enum Temper {
        HONEST,
        CLUMSY,
        HURRIED,
        LEAVING
    }

    /** What is next on the list; exactly one of code and produce is there. */
    private record Want(String code, ItemKey produce, int grams) {}

    private final Floor floor;
    private final int number;
    private final LaneStation lane;
    private final SplittableRandom chance;
    private final Temper temper;
    private final Deque<Want> list = new ArrayDeque<>();
    private int patience = PATIENCE;
    private int tries;
    private int linesBefore = -1;
    private int inHand;
    private int ownThing;
    private boolean gone;
    private final Paying paying;
    private final Fingers fingers;

    private Shopper(Floor floor, int number, long seed) {
        this.floor = floor;
        this.number = number;
        this.lane = floor.lane(number);
        this.chance = new SplittableRandom(seed);
        this.temper = Temper.values()[Math.min(3, chance.nextInt(8) / 2)];
        int wants = 1 + chance.nextInt(7);
        for (int i = 0; i < wants; i++) {
            list.add(want());
        }
        paying = new Paying(floor.world(), lane, chance);
        fingers = new Fingers(floor.world(), lane, chance);
    }

    /** Somebody comes to a lane, if nobody is there. */
    public static void comes(Floor floor, int number, long seed) {
        if (floor.isFree(number)) {
            Shopper shopper = new Shopper(floor, number, seed);
            floor.comes(number, shopper);
            floor.tally().count("shoppers");
            shopper.act();
        }
    }

    private Want want() {
        int kind = chance.nextInt(20);
        if (kind < 4) {
            return new Want("", PRODUCE.get(chance.nextInt(2)), 60 + chance.nextInt(1500));
        }
        if (kind == 4) {
            return new Want(SoakGoods.CHEESE.code(), null, SoakGoods.CHEESE.grams());
        }
        if (kind == 5) {
            return new Want(SoakGoods.ODD_CODES.get(chance.nextInt(SoakGoods.ODD_CODES.size())), null, 0);
        }
        SoakGoods.Piece piece = SoakGoods.PIECES.get(chance.nextInt(SoakGoods.PIECES.size()));
        return new Want(piece.code(), null, piece.grams());
    }

    private void act() {
        if (gone) {
            return;
        }
        patience--;
        boolean walksOff = temper == Temper.LEAVING && chance.nextInt(25) == 0;
        if (patience < 0 || walksOff) {
            leave(chance.nextBoolean());
            return;
        }
        if (lane.isOn()) {
            look(lane.view());
        }
        if (!gone) {
            long think = temper == Temper.HURRIED ? 400L + chance.nextInt(1500) : 1_200L + chance.nextInt(5_000);
            floor.world().afterMillis(think, this::act);
        }
    }

    private void look(LaneView view) {
        if (view.stopped().isPresent()) {
            patience -= CLOSED_COSTS;
            return;
        }
        if (fingers.play(view)) {
            linesBefore = -1;
            return;
        }
        switch (view.lane().phase()) {
            case CLOSED, OUT_OF_SERVICE -> patience -= CLOSED_COSTS;
            case ATTRACT -> start();
            case SHOPPING -> shop(view, view.lane().sale().orElseThrow());
            case PAYING -> pays(view);
            case RECEIPT -> {
                if (chance.nextInt(3) > 0) {
                    lane.tell(new ShopperCommand.AnswerReceipt(chance.nextBoolean()));
                }
            }
            case THANKS -> thanks();
        }
    }

    private void thanks() {
        if (chance.nextInt(3) == 0 || !fingers.rate()) {
            leave(true);
        }
    }

    private void pays(LaneView view) {
        if (paying.wantsToLeave(view)) {
            leave(chance.nextBoolean());
        }
    }

    private void start() {
        if (chance.nextBoolean()) {
            lane.tell(new ShopperCommand.StartShopping());
        } else {
            patience--;
            next();
        }
    }

    private void shop(LaneView view, Sale sale) {
        int lines = sale.lastLine();
        if (linesBefore >= 0 && lines > linesBefore) {
            taken();
        }
        linesBefore = -1;
        if (chance.nextInt(150) == 0) {
            lane.tell(new ShopperCommand.CallHelp());
        } else if (chance.nextInt(60) == 0) {
            lane.tell(new ShopperCommand.Touched());
        } else if (inHand > 0) {
            bag();
        } else if (sale.weighing().isPresent() && !list.isEmpty() && list.peek().produce() != null) {
            weigh(sale);
        } else if (sale.weighing().isPresent()) {
            lane.tell(new ShopperCommand.LeaveWeighing());
        } else if (temper == Temper.CLUMSY && chance.nextInt(12) == 0) {
            blunder(sale);
        } else if (list.isEmpty()) {
            finish(view, sale);
        } else {
            linesBefore = lines;
            next();
        }
    }

    /** What was scanned or weighed is in the basket: it goes into the bag next. */
    private void taken() {
        if (list.isEmpty()) {
            return;
        }
        Want done = list.remove();
        tries = 0;
        inHand = done.grams();
        if (done.produce() != null) {
            lane.twins().produce().set(0);
        }
    }

    private void bag() {
        boolean forgets = temper == Temper.CLUMSY && chance.nextInt(8) == 0;
        if (!forgets && lane.twins().bag().grams() + inHand < 14_000) {
            lane.twins().bag().add(inHand);
        }
        inHand = 0;
    }

    private void next() {
        if (list.isEmpty()) {
            return;
        }
        Want want = list.peek();
        if (++tries > TRIES_MAX) {
            list.remove();
            tries = 0;
            lane.twins().produce().set(0);
        } else if (want.produce() != null) {
            lane.tell(new ShopperCommand.PickArticle(want.produce()));
        } else {
            scan(want.code());
        }
    }

    private void scan(String code) {
        long before = floor.watch(number).scansTaken();
        int boot = lane.boots();
        // Asked before: a fault that eats a few bytes is over once it has eaten them.
        boolean clean = wireIsClean();
        boolean beeped = lane.twins().scan(code);
        if (beeped && clean && wireIsClean()) {
            floor.world().afterMillis(HEARD_WITHIN_MILLIS, () -> {
                boolean same = lane.isOn() && lane.boots() == boot && wireIsClean();
                if (same && floor.watch(number).scansTaken() == before) {
                    throw new InvariantBroken("I12", "lane " + number + " never heard of the scan of " + code);
                }
            });
        }
    }

    private boolean wireIsClean() {
        Machine scanner = lane.machine(Readings.SCANNER);
        boolean nothingUnderWay = scanner.unit().machine().nextDue().isEmpty();
        return scanner.isPlugged() && scanner.unit().machine().faults().isEmpty() && nothingUnderWay;
    }

    private void weigh(Sale sale) {
        linesBefore = sale.lastLine();
        if (lane.twins().produce().grams() == 0) {
            lane.twins().produce().set(list.peek().grams());
        } else if (++tries > 3 * TRIES_MAX) {
            lane.tell(new ShopperCommand.LeaveWeighing());
            lane.twins().produce().set(0);
            list.remove();
            tries = 0;
        }
    }

    private void blunder(Sale sale) {
        if (ownThing > 0) {
            lane.twins().bag().add(-ownThing);
            ownThing = 0;
        } else if (chance.nextBoolean()) {
            ownThing = 150 + chance.nextInt(600);
            lane.twins().bag().add(ownThing);
        } else {
            sale.basket().lines().stream()
                    .filter(line -> line.parent() == 0)
                    .findFirst()
                    .ifPresent(line -> {
                        lane.tell(new ShopperCommand.RemoveLine(line.number()));
                        lane.twins().bag().add(-line.expectedGrams());
                    });
        }
    }

    private void finish(LaneView view, Sale sale) {
        if (ownThing > 0) {
            lane.twins().bag().add(-ownThing);
            ownThing = 0;
        }
        boolean told = view.readings().notice().stream().anyMatch(n -> n.refusal() == Refusal.CHECK_BAGGING)
                || sale.open(Problem.Kind.WEIGHT_MISMATCH).isPresent();
        if (told && temper != Temper.CLUMSY) {
            lane.twins().bag().set(Math.max(0, sale.bagExpectedGrams()));
        }
        for (Problem problem : sale.openProblems()) {
            if (patience < PATIENCE / 2 && chance.nextInt(10) == 0) {
                lane.tell(new ShopperCommand.SetAside(problem.id()));
            }
        }
        lane.tell(new ShopperCommand.Pay());
    }

    /** @param withGoods whether the bagging area is empty afterwards */
    private void leave(boolean withGoods) {
        gone = true;
        if (withGoods) {
            lane.twins().bag().set(0);
        }
        lane.twins().produce().set(0);
        floor.goes(number);
    }

    /** The lane is closed for the night. */
    void isSentHome() {
        if (!gone) {
            leave(true);
        }
    }
}
