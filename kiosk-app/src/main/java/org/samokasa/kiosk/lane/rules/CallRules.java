package org.samokasa.kiosk.lane.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.SelfHelp;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.HelpCall;
import org.samokasa.kiosk.lane.HelpCall.End;
import org.samokasa.kiosk.lane.MachineState;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.Problem.Kind;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.Refusal;
import org.samokasa.kiosk.lane.Sale;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.event.CallEvent.HelpAccepted;
import org.samokasa.kiosk.lane.event.CallEvent.HelpArrived;
import org.samokasa.kiosk.lane.event.CallEvent.HelpCalled;
import org.samokasa.kiosk.lane.event.CallEvent.HelpEnded;
import org.samokasa.kiosk.lane.event.CallEvent.HelpForecastCame;
import org.samokasa.kiosk.lane.event.CallEvent.HelpReopened;

/** When a human is called and when the call is over. One call at a time; who comes sees all that is open. */
public final class CallRules {
    /** Machines a lane cannot sell without, in the order in which they are reported. */
    static final List<String> NEEDED = List.of(Readings.SCANNER, Readings.TERMINAL);

    /** A plug that was put back shakes loose within the first moments, or holds. */
    private static final Duration STEADY = Duration.ofSeconds(10);

    private CallRules() {}

    private record Need(HelpCause cause, String problem) {}

    /** Whoever asks for help is there: the call for a basket that somebody left is over, and theirs begins. */
    public static void callByShopper(Deciding d, List<SelfHelp> cards) {
        Optional<HelpCall> open = d.lane().help();
        if (open.isPresent() && open.get().cause() != HelpCause.IDLE_BASKET) {
            d.refuse(Refusal.NOTHING_TO_DO, "help");
            return;
        }
        open.ifPresent(left -> d.record(new HelpEnded(d.now(), left.requestId(), End.AUTO_CLEARED, "lane")));
        call(d, new Need(isRefused(d) ? HelpCause.PAYMENT_TROUBLE : HelpCause.SHOPPER_CALLED, ""));
        SelfHelpRules.shown(d, cards);
    }

    /** The shopper took the offer. */
    static void callStuck(Deciding d, List<SelfHelp> cards) {
        call(d, new Need(HelpCause.STUCK_SHOPPER, ""));
        SelfHelpRules.shown(d, cards);
    }

    /** The same need once more, as the shopper's own call: what had called before may be gone. */
    static void callAgain(Deciding d, String unsolved) {
        d.record(new HelpCalled(d.now(), nextId(d), HelpCause.SHOPPER_CALLED, "", Optional.of(unsolved)));
    }

    /** Only the shopper's own call can be taken back: the others end when their ground is gone. */
    public static void cancelByShopper(Deciding d) {
        Optional<HelpCall> own = d.lane().help().filter(HelpCall::isByShopper);
        if (own.isEmpty()) {
            d.refuse(Refusal.NOTHING_TO_DO, "help");
            return;
        }
        d.record(new HelpEnded(d.now(), own.get().requestId(), End.CANCELLED_BY_SHOPPER, "shopper"));
    }

    static void accepted(Deciding d, HubCommand.Accept order) {
        ifOpen(d, order.requestId())
                .ifPresent(call -> d.record(
                        new HelpAccepted(d.now(), call.requestId(), order.by(), Math.max(0, order.etaSeconds()))));
    }

    static void forecast(Deciding d, HubCommand.Forecast order) {
        ifOpen(d, order.requestId())
                .filter(call -> call.state() == HelpCall.State.RAISED)
                .ifPresent(call ->
                        d.record(new HelpForecastCame(d.now(), call.requestId(), Math.max(0, order.seconds()))));
    }

    static void arrived(Deciding d, HubCommand.Arrive order) {
        ifOpen(d, order.requestId())
                .ifPresent(call -> d.record(new HelpArrived(d.now(), call.requestId(), order.by())));
    }

    static void reopened(Deciding d, HubCommand.Reopen order) {
        ifOpen(d, order.requestId()).ifPresent(call -> d.record(new HelpReopened(d.now(), call.requestId())));
    }

    static void solved(Deciding d, HubCommand.Solve order) {
        ifOpen(d, order.requestId())
                .ifPresent(call -> d.record(new HelpEnded(d.now(), call.requestId(), End.SOLVED, order.by())));
    }

    /** Raises what a problem or a machine asks for, and ends calls that nothing asks for any more. */
    static void keepUp(Deciding d) {
        Optional<Need> need = need(d);
        Optional<HelpCall> open = d.lane().help();
        if (open.isEmpty()) {
            need.ifPresent(what -> call(d, what));
        } else if (need.isEmpty() && !open.get().isByShopper() && !mayFailAgain(d, open.get())) {
            d.record(new HelpEnded(d.now(), open.get().requestId(), End.AUTO_CLEARED, "lane"));
        }
    }

    /** A machine that comes and goes is one call, not a new one each time. */
    private static boolean mayFailAgain(Deciding d, HelpCall call) {
        List<String> machines = call.cause() == HelpCause.PAPER_OUT ? List.of(Readings.PRINTER) : NEEDED;
        return call.isOfMachine()
                && d.lane().phase() != Phase.CLOSED
                && machines.stream().anyMatch(machine -> !isSteady(d, machine));
    }

    private static boolean isSteady(Deciding d, String machine) {
        return d.readings()
                .machine(machine)
                .map(state -> state.usable() && d.passed(state.since(), STEADY))
                .orElse(true);
    }

    /** Whoever said "I come" is not sent away by a clock; a machine's call is not about who stands here. */
    static boolean mayBeAbandoned(HelpCall call) {
        return call.isByShopper() && call.state() == HelpCall.State.RAISED;
    }

    /** The visit is given up: who called in it has left. */
    static void abandon(Deciding d) {
        d.lane()
                .help()
                .filter(CallRules::mayBeAbandoned)
                .ifPresent(call -> d.record(new HelpEnded(d.now(), call.requestId(), End.ABANDONED, "lane")));
    }

    private static void call(Deciding d, Need need) {
        d.record(new HelpCalled(d.now(), nextId(d), need.cause(), need.problem(), Optional.empty()));
    }

    private static String nextId(Deciding d) {
        return d.lane().number() + "-" + (d.lane().calls() + 1);
    }

    private static Optional<HelpCall> ifOpen(Deciding d, String requestId) {
        return d.lane().help().filter(call -> call.requestId().equals(requestId));
    }

    private static Optional<Need> need(Deciding d) {
        if (d.lane().phase() == Phase.CLOSED) {
            return Optional.empty();
        }
        return d.lane().sale().flatMap(sale -> saleNeeds(d, sale)).or(() -> machineNeeds(d));
    }

    private static Optional<Need> saleNeeds(Deciding d, Sale sale) {
        Optional<CardPayment> doubted = sale.payment().filter(payment -> payment.state() == CardPayment.State.IN_DOUBT);
        if (doubted.isPresent()
                && d.passed(doubted.get().changedAt(), d.policy().doubtHelpAfter())) {
            return Optional.of(new Need(HelpCause.PAYMENT_IN_DOUBT, ""));
        }
        return byProblem(sale, Kind.PAYMENT_IN_DOUBT, HelpCause.PAYMENT_IN_DOUBT)
                .or(() -> byProblem(sale, Kind.AGE_CHECK, HelpCause.AGE_CHECK))
                .or(() -> byProblem(sale, Kind.PRICE_QUERY, HelpCause.PRICE_QUERY))
                .or(() -> sale.open(Kind.WEIGHT_MISMATCH)
                        .filter(problem ->
                                d.passed(problem.openedAt(), d.policy().bagHelpAfter()))
                        .map(problem -> new Need(HelpCause.WEIGHT_MISMATCH, problem.id())))
                .or(() -> idle(d, sale));
    }

    private static Optional<Need> byProblem(Sale sale, Kind kind, HelpCause cause) {
        return sale.open(kind).map((Problem problem) -> new Need(cause, problem.id()));
    }

    /** The shopper stands before a payment that was not taken. */
    static boolean isRefused(Deciding d) {
        return d.lane().phase() == Phase.PAYING
                && d.sale().payment().filter(payment -> !payment.holdsTheSale()).isPresent();
    }

    private static Optional<Need> idle(Deciding d, Sale sale) {
        boolean refused = isRefused(d);
        boolean waiting =
                refused || d.lane().phase() == Phase.SHOPPING && !sale.basket().isEmpty();
        Duration wait = d.policy().openBasketIdle().plus(d.policy().stillThereRing());
        return waiting && !OrderRules.isPaused(d) && d.passed(lastSign(d), wait)
                ? Optional.of(new Need(HelpCause.IDLE_BASKET, ""))
                : Optional.empty();
    }

    /** Last time anything told that a shopper is there: a record, a touch, a change on a scale. */
    static Instant lastSign(Deciding d) {
        Instant latest = d.lane().lastSeen();
        for (Instant sign : List.of(
                d.readings().touched(), d.readings().bagSince(), d.readings().produceSince())) {
            latest = sign.isAfter(latest) ? sign : latest;
        }
        return latest;
    }

    private static Optional<Need> machineNeeds(Deciding d) {
        for (String machine : NEEDED) {
            if (gone(d, machine)) {
                return Optional.of(new Need(HelpCause.DEVICE_FAULT, ""));
            }
        }
        return gone(d, Readings.PRINTER) ? Optional.of(new Need(HelpCause.PAPER_OUT, "")) : Optional.empty();
    }

    /** Configured, not usable, and that for long enough to be no hiccup. */
    static boolean gone(Deciding d, String machine) {
        Optional<MachineState> state = d.readings().machine(machine).filter(known -> !known.usable());
        return state.isPresent() && d.passed(state.get().since(), d.policy().machineHelpAfter());
    }
}
