package org.samokasa.kiosk.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.Article.SoldBy;
import org.samokasa.kiosk.domain.language.Amounts;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.tax.TaxTable;
import org.samokasa.kiosk.help.ProblemDecision;
import org.samokasa.kiosk.lane.CardPayment;
import org.samokasa.kiosk.lane.HelpCall;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.MachineBook;
import org.samokasa.kiosk.lane.Sale;
import org.samokasa.kiosk.lane.StaffOrders;
import org.samokasa.kiosk.lane.command.HubCommand.Accept;
import org.samokasa.kiosk.lane.command.HubCommand.Arrive;
import org.samokasa.kiosk.lane.command.HubCommand.Close;
import org.samokasa.kiosk.lane.command.HubCommand.Forecast;
import org.samokasa.kiosk.lane.command.HubCommand.Nothing;
import org.samokasa.kiosk.lane.command.HubCommand.Open;
import org.samokasa.kiosk.lane.command.HubCommand.Order;
import org.samokasa.kiosk.lane.command.HubCommand.Pause;
import org.samokasa.kiosk.lane.command.HubCommand.Recall;
import org.samokasa.kiosk.lane.command.HubCommand.Reopen;
import org.samokasa.kiosk.lane.command.HubCommand.Resolve;
import org.samokasa.kiosk.lane.command.HubCommand.Resume;
import org.samokasa.kiosk.lane.command.HubCommand.Solve;
import org.samokasa.kiosk.lane.command.HubCommand.Suspend;
import org.samokasa.kiosk.lane.command.HubCommand.Write;
import org.samokasa.kiosk.lane.event.CallEvent;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.lane.event.PaymentEvent;
import org.samokasa.kiosk.lane.event.ProblemEvent;
import org.samokasa.kiosk.lane.event.ServiceEvent;
import org.samokasa.kiosk.store.SuspendedSale;

/**
 * What the lane's facts mean to the hub and the hub's commands to the lane.
 *
 * @param stream names the lane's journal; it is part of every request id, so that ids stay unique in the shop when a lane
 *     begins anew
 * @param taxes for the tax part of a finished sale
 * @param zone of the shop
 * @param language of those who work in the shop: goods are named in it
 * @param book the lane's machines
 */
public record LaneWords(String stream, TaxTable taxes, java.time.ZoneId zone, Language language, MachineBook book) {
    private CallWords calls() {
        return new CallWords(stream);
    }

    /** Whether {@link #message} can have something to say about such a fact. */
    public static boolean concernsHub(LaneEvent event) {
        return event instanceof CallEvent.HelpEnded
                || event instanceof CallEvent.HelpCalled
                || event instanceof CallEvent.SelfHelpShown
                || event instanceof CallEvent.SelfHelpOpened
                || event instanceof CallEvent.HelpAnswered
                || event instanceof CallEvent.HelpRated
                || event instanceof ProblemEvent.ProblemOpened
                || event instanceof ProblemEvent.ProblemResolved
                || event instanceof PaymentEvent.PaymentFinished
                || isOfSuspension(event);
    }

    /**
     * What one fact means to the hub; empty when it need not know.
     *
     * @param lane as it is after the fact
     * @param before as it was before
     */
    public Optional<LaneMessage> message(LaneEvent event, Lane before, Lane lane) {
        if (!concernsHub(event)) {
            return Optional.empty();
        }
        if (event instanceof CallEvent.HelpEnded ended && ended.end() != HelpCall.End.SOLVED) {
            LaneMessage.Withdrawal how =
                    LaneMessage.Withdrawal.valueOf(ended.end().name());
            return Optional.of(new LaneMessage.HelpWithdrawn(
                    calls().id(ended.requestId()), how, ended.selfHelp().map(Enum::name)));
        }
        if (event instanceof CallEvent.HelpAnswered || event instanceof CallEvent.HelpRated) {
            return Optional.of(calls().rated(event));
        }
        boolean callChanges = event instanceof CallEvent.HelpCalled
                || event instanceof CallEvent.SelfHelpShown
                || event instanceof CallEvent.SelfHelpOpened
                || event instanceof ProblemEvent.ProblemOpened;
        if (callChanges) {
            return lane.help().map(call -> new LaneMessage.HelpRaised(calls().call(call, lane)));
        }
        if (event instanceof ProblemEvent.ProblemResolved resolved) {
            return before.help()
                    .map(call -> new LaneMessage.ProblemSettled(calls().id(call.requestId()), resolved.problem()));
        }
        if (isOfSuspension(event)) {
            return Optional.of(ofSuspension(event, before));
        }
        if (event instanceof PaymentEvent.PaymentFinished) {
            return lane.sale().map(sale -> new LaneMessage.SaleCompleted(sale(lane, sale, event.at())));
        }
        return Optional.empty();
    }

    private static boolean isOfSuspension(LaneEvent event) {
        return event instanceof ServiceEvent.SaleSuspended
                || event instanceof ServiceEvent.SaleRecalled
                || event instanceof ServiceEvent.RecallRefused;
    }

    private LaneMessage ofSuspension(LaneEvent event, Lane before) {
        if (event instanceof ServiceEvent.SaleSuspended suspended) {
            List<Line> lines = before.sale().orElseThrow().basket().lines();
            String suspension = calls().id(before.number() + "-" + suspended.number());
            return new LaneMessage.SaleSuspended(new SuspendedSale(
                    suspension, before.number(), suspended.number(), suspended.at(), suspended.by(), lines));
        }
        return event instanceof ServiceEvent.SaleRecalled recalled
                ? new LaneMessage.SaleRecalled(recalled.suspension())
                : new LaneMessage.RecallRefused(((ServiceEvent.RecallRefused) event).suspension());
    }

    /** The lane as attendants see it. */
    public LaneState state(LaneView view) {
        Lane lane = view.lane();
        return new LaneState(
                MessageVersion.CURRENT,
                lane.number(),
                true,
                view.stopped().isPresent() ? "OUT_OF_SERVICE" : lane.phase().name(),
                lane.language().tag(),
                lane.sale().map(sale -> OptionalLong.of(sale.number())).orElse(OptionalLong.empty()),
                lane.sale().map(sale -> sale.basket().itemCount()).orElse(0),
                lane.sale().map(LaneWords::total).orElse(0L),
                lane.sale().flatMap(LaneWords::currency),
                lane.sale().map(this::lines).orElse(List.of()),
                lane.sale().map(CallWords::problems).orElse(List.of()),
                lane.help().map(call -> call.state().name()),
                new MachineWords(book).devices(view.readings()),
                order(lane.orders().pause()),
                order(lane.orders().close()),
                view.at());
    }

    /** What a command of the hub orders. */
    public Order order(HubCommand command) {
        if (command instanceof HubCommand.HelpAccepted accepted) {
            return new Accept(calls().own(accepted.requestId()), accepted.by(), accepted.etaSeconds());
        }
        if (command instanceof HubCommand.HelpArrived arrived) {
            return new Arrive(calls().own(arrived.requestId()), arrived.by());
        }
        if (command instanceof HubCommand.HelpForecast forecast) {
            return new Forecast(calls().own(forecast.requestId()), forecast.seconds());
        }
        if (command instanceof HubCommand.HelpReopened reopened) {
            return new Reopen(calls().own(reopened.requestId()));
        }
        if (command instanceof HubCommand.HelpSolved solved) {
            return new Solve(calls().own(solved.requestId()), solved.by());
        }
        if (command instanceof HubCommand.ResolveProblem resolve) {
            boolean approved = resolve.resolution() == ProblemDecision.APPROVED;
            return new Resolve(resolve.problemId(), approved, resolve.by(), resolve.reason(), Optional.empty());
        }
        if (command instanceof HubCommand.MessageToShopper message) {
            return new Write(message.text(), message.askedAt());
        }
        if (command instanceof HubCommand.TestMachine test) {
            return MachineWords.order(test).orElse(new Nothing());
        }
        return ofLane(command);
    }

    private static Order ofLane(HubCommand command) {
        if (command instanceof HubCommand.OpenLane open) {
            return new Open(open.by());
        }
        if (command instanceof HubCommand.CloseLane close) {
            return new Close(close.by());
        }
        if (command instanceof HubCommand.PauseLane pause) {
            return new Pause(pause.by());
        }
        if (command instanceof HubCommand.ResumeLane resume) {
            return new Resume(resume.by());
        }
        if (command instanceof HubCommand.SuspendSale suspend) {
            return new Suspend(suspend.saleNumber(), suspend.by());
        }
        if (command instanceof HubCommand.RecallSale recall) {
            return new Recall(recall.suspension(), recall.lines(), recall.by(), recall.askedAt());
        }
        throw new AssertionError("no order for " + command);
    }

    private static Optional<LaneState.Order> order(Optional<StaffOrders.Given> given) {
        return given.map(order -> new LaneState.Order(order.by(), order.at()));
    }

    private List<LaneState.StateLine> lines(Sale sale) {
        return sale.basket().lines().stream()
                .map(line -> new LaneState.StateLine(
                        line.name(language.tag()), quantity(line), line.amount().minor()))
                .toList();
    }

    private String quantity(Line line) {
        return line.soldBy() == SoldBy.WEIGHT ? Amounts.kilograms(line.grams(), language) : "1";
    }

    private static long total(Sale sale) {
        return sale.basket().lines().stream()
                .mapToLong(line -> line.amount().minor())
                .sum();
    }

    private static Optional<String> currency(Sale sale) {
        return sale.basket().lines().stream()
                .map(line -> line.amount().currency())
                .findFirst();
    }

    private org.samokasa.kiosk.store.Sale sale(Lane lane, Sale sale, Instant at) {
        CardPayment payment = sale.payment().orElseThrow();
        List<org.samokasa.kiosk.store.Sale.Tax> shares =
                taxes.shares(sale.basket().lines(), at.atZone(zone).toLocalDate()).stream()
                        .map(share -> new org.samokasa.kiosk.store.Sale.Tax(
                                share.letter(), share.net().minor(), share.tax().minor()))
                        .toList();
        return new org.samokasa.kiosk.store.Sale(
                lane.number(),
                sale.number(),
                at,
                payment.amount().currency(),
                payment.amount().minor(),
                sale.basket().lines().stream()
                        .map(line -> new org.samokasa.kiosk.store.Sale.Line(
                                Optional.of(line.item().value()),
                                line.name(language.tag()),
                                quantity(line),
                                line.amount().minor()))
                        .toList(),
                shares,
                List.of(new org.samokasa.kiosk.store.Sale.Tender(
                        "CARD",
                        payment.amount().minor(),
                        payment.transaction().map(CardPayment.CardTransaction::receiptNumber))));
    }
}
