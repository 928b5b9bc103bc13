package org.samokasa.soak.people;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.help.ProblemDecision;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.Sale;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.soak.shop.LaneStation;

/** What an attendant does about a lane: decides from the console, and with the hands what hands can do. */
final class Service {
    private final Floor floor;
    private final int number;
    private final LaneStation lane;
    private final String name;
    private final SplittableRandom chance;

    /** A decision about a problem, for the console. */
    record Verdict(String problem, ProblemDecision decision) {}

    /** @param name of the attendant */
    Service(Floor floor, int number, String name, SplittableRandom chance) {
        this.name = name;
        this.floor = floor;
        this.number = number;
        this.lane = floor.lane(number);
        this.chance = chance;
    }

    /** Does what can be done now; true when nothing is left. */
    boolean serve(Consumer<Verdict> console) {
        byHand();
        if (!lane.isOn()) {
            return true;
        }
        LaneView view = lane.view();
        boolean waits = false;
        for (Problem problem : view.lane().sale().map(Sale::openProblems).orElse(java.util.List.of())) {
            if (problem.kind().consoleSolvable()) {
                waits |= !decide(problem, console);
            } else {
                lane.tell(new ShopperCommand.SetAside(problem.id()));
            }
        }
        return !waits;
    }

    private boolean decide(Problem problem, Consumer<Verdict> console) {
        boolean approved = chance.nextInt(8) > 0;
        if (problem.kind() == Problem.Kind.PAYMENT_IN_DOUBT) {
            if (!terminalIsAtRest()) {
                return false;
            }
            approved = floor.watch(number).terminalKeepsMoney();
        } else if (problem.kind() == Problem.Kind.WEIGHT_MISMATCH) {
            approved = lane.twins().bag().stillFor(2_000);
        }
        if (approved) {
            floor.watch(number).approves(problem.id(), name);
        }
        console.accept(new Verdict(problem.id(), approved ? ProblemDecision.APPROVED : ProblemDecision.REJECTED));
        // Where the shop wants two, a colleague is waited for.
        return !approved || !floor.twoPersons().contains(problem.kind().name());
    }

    /** Its journal is read only when it does nothing: no card awaited, no bank asked. */
    private boolean terminalIsAtRest() {
        return floor.watch(number)
                .openAttempt()
                .map(attempt ->
                        lane.twins().payPoint().isAtRest(attempt, floor.world().now()))
                .orElse(true);
    }

    /** New paper, and an end to what a shopper left behind. */
    void byHand() {
        lane.twins().printer().state().mendAll();
        lane.machine(Readings.PRINTER).turnSoon();
        if (floor.isFree(number) && lane.isOn()) {
            clearAway(lane.view());
        }
    }

    private void clearAway(LaneView view) {
        if (view.lane().phase() == Phase.PAYING) {
            lane.tell(new ShopperCommand.BackToBasket());
        }
        if (!lane.isOn() || lane.view().lane().phase() != Phase.SHOPPING) {
            return;
        }
        Sale sale = lane.view().lane().sale().orElseThrow();
        for (Problem problem : sale.openProblems()) {
            lane.tell(new ShopperCommand.SetAside(problem.id()));
        }
        for (Line line : sale.basket().lines()) {
            if (line.parent() == 0) {
                lane.tell(new ShopperCommand.RemoveLine(line.number()));
            }
        }
        lane.tell(new ShopperCommand.LeaveWeighing());
        lane.twins().bag().set(0);
        lane.twins().produce().set(0);
    }
}
