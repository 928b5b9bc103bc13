package org.samokasa.kiosk.app.hub;

import java.lang.System.Logger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.samokasa.kiosk.app.hub.alert.AlertFeed;
import org.samokasa.kiosk.help.HelpCommand;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.json.RecordJsonException;
import org.samokasa.kiosk.network.Acknowledgement;
import org.samokasa.kiosk.network.Inbox;
import org.samokasa.kiosk.network.LaneEnvelope;
import org.samokasa.kiosk.network.LaneMessage;
import org.samokasa.kiosk.network.LaneRoll;
import org.samokasa.kiosk.network.LaneState;
import org.samokasa.kiosk.network.Topics;
import org.samokasa.kiosk.network.mqtt.LaneUplink;
import org.samokasa.kiosk.network.mqtt.MqttReceiver;
import org.samokasa.kiosk.persistence.journal.JournalException;
import org.samokasa.kiosk.store.ShopRules;
import org.samokasa.kiosk.store.StoreCommand;
import org.samokasa.kiosk.store.StoreDecision;
import org.samokasa.kiosk.store.StoreEvent;
import org.samokasa.kiosk.web.ConsoleDesk;
import org.samokasa.kiosk.web.ConsoleState;
import org.samokasa.kiosk.web.ConsoleView;
import org.samokasa.kiosk.web.Figures;
import org.samokasa.kiosk.web.ReportDesk;

/**
 * The hub's one writer. Everything that changes the shop, from lanes and from consoles, runs on one thread: decided,
 * made durable, and only then acknowledged, answered and shown.
 */
final class HubDesk implements ConsoleDesk, MqttReceiver {
    private static final Logger LOGGER = System.getLogger(HubDesk.class.getName());

    /** What lanes show, changing within this time, reaches the consoles together. */
    private static final long GATHER_MILLIS = 40;

    private final ScheduledExecutorService writer;
    private final InstantSource clock;
    private final ShopRules rules;
    private final HubLedger ledger;
    private final Topics topics;
    private final LaneChannels channels;
    private final ViewFeed view;
    private final AlertFeed alerts;
    private final Consumer<Exception> onStopped;
    private final ReportDesk reports;
    private final LaneRoll lanes = new LaneRoll(LaneUplink.SILENCE);
    private final Map<Integer, String> unreadable = new HashMap<>();
    private Consumer<ConsoleState> console = state -> {};
    private volatile ConsoleState shown = ConsoleState.EMPTY;
    private boolean brokerUp;
    private boolean gathering;

    /** What a desk stands on. */
    record Ground(
            ScheduledExecutorService writer,
            InstantSource clock,
            ShopRules rules,
            HubLedger ledger,
            Topics topics,
            LaneChannels channels,
            ViewFeed view,
            AlertFeed alerts) {}

    /** @param onStopped told once when the journal takes nothing more; the hub has to be started anew */
    HubDesk(Ground ground, Consumer<Exception> onStopped) {
        this.writer = ground.writer();
        this.clock = ground.clock();
        this.rules = ground.rules();
        this.ledger = ground.ledger();
        this.topics = ground.topics();
        this.channels = ground.channels();
        this.view = ground.view();
        this.alerts = ground.alerts();
        this.onStopped = onStopped;
        this.reports =
                new HubReports(writer, ledger, view, rules.policy().hours().zone());
        this.shown = picture();
    }

    /** Says who is told what the consoles show; before anything arrives. */
    void shownTo(Consumer<ConsoleState> newConsole) {
        console = newConsole;
    }

    /** Sends again what is due, and misses lanes that are silent; to be called every half second on the writer. */
    void tick() {
        Instant now = clock.instant();
        lookAtTheClock();
        channels.pump(now);
        if (brokerUp && lanes.writeOff(now)) {
            show();
        }
    }

    private void lookAtTheClock() {
        try {
            decideAndRecord(new StoreCommand.LookAtTheClock());
        } catch (JournalException e) {
            LOGGER.log(Logger.Level.ERROR, "what was due is not recorded: {0}", e.getMessage());
        }
    }

    @Override
    public CompletableFuture<StoreDecision> decide(StoreCommand command) {
        CompletableFuture<StoreDecision> answer = new CompletableFuture<>();
        try {
            writer.execute(() -> {
                try {
                    answer.complete(decideAndRecord(command));
                } catch (JournalException | RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    private StoreDecision decideAndRecord(StoreCommand command) throws JournalException {
        StoreDecision decision = rules.decide(ledger.shop(), command, clock.instant());
        if (decision instanceof StoreDecision.Happens happens) {
            if (!happens.events().isEmpty()) {
                record(happens.events());
            }
        }
        return decision;
    }

    private void record(List<StoreEvent> events) throws JournalException {
        List<HubLedger.Recorded> recorded;
        try {
            recorded = ledger.record(events);
        } catch (JournalException e) {
            onStopped.accept(e);
            throw e;
        }
        for (HubLedger.Recorded one : recorded) {
            channels.note(one, ledger.shop());
            view.take(one);
            alerts.note(one.sequence(), one.event(), ledger.shop());
        }
        channels.pump(clock.instant());
        if (events.stream().anyMatch(StoreEvent.HelpHasChanged.class::isInstance)) {
            // Somebody waits: that is not kept back for the sake of fewer pictures.
            showNow();
        } else {
            show();
        }
    }

    @Override
    public void onLink(boolean up) {
        if (up) {
            lanes.hearsAgain(clock.instant());
        }
        brokerUp = up;
        channels.link(up);
        channels.pump(clock.instant());
        show();
    }

    @Override
    public void onMessage(String topic, byte[] payload) {
        OptionalInt lane = topics.laneOf(topic);
        if (lane.isEmpty()) {
            return;
        }
        try {
            read(lane.getAsInt(), topic, payload);
            if (unreadable.remove(lane.getAsInt()) != null) {
                show();
            }
        } catch (RecordJsonException | IllegalArgumentException e) {
            refuse(lane.getAsInt(), topic, e.getMessage());
        } catch (JournalException e) {
            LOGGER.log(Logger.Level.ERROR, "lane {0} is not acknowledged: {1}", lane.getAsInt(), e.getMessage());
        }
    }

    private void read(int lane, String topic, byte[] payload) throws JournalException {
        if (topic.equals(topics.state(lane))) {
            LaneState state = RecordJson.read(LaneState.class, payload);
            same(lane, state.lane());
            lanes.said(state, clock.instant());
            show();
        } else if (topic.equals(topics.commandAcknowledgement(lane))) {
            Acknowledgement acknowledgement = RecordJson.read(Acknowledgement.class, payload);
            same(lane, acknowledgement.lane());
            taken(acknowledgement);
        } else {
            LaneEnvelope envelope = RecordJson.read(LaneEnvelope.class, payload);
            same(lane, envelope.lane());
            hear(envelope);
        }
    }

    /** A lane may only speak for itself. */
    private static void same(int ofTopic, int ofMessage) {
        if (ofTopic != ofMessage) {
            throw new IllegalArgumentException("lane " + ofTopic + " speaks as lane " + ofMessage);
        }
    }

    private void refuse(int lane, String topic, String reason) {
        // The lane repeats what is not acknowledged; once in the log is enough.
        if (!reason.equals(unreadable.put(lane, reason))) {
            LOGGER.log(Logger.Level.WARNING, "message on {0} refused: {1}", topic, reason);
            show();
        }
    }

    private void hear(LaneEnvelope envelope) throws JournalException {
        long heard = ledger.shop().heardUpTo(envelope.lane(), envelope.stream());
        Inbox.Verdict verdict = Inbox.appliedUpTo(heard)
                .arrive(envelope.sequence(), envelope.previous())
                .verdict();
        if (verdict == Inbox.Verdict.DELIVER) {
            Instant now = clock.instant();
            List<StoreEvent> events = new ArrayList<>();
            StoreDecision decision = rules.decide(ledger.shop(), command(envelope.lane(), envelope.message()), now);
            if (decision instanceof StoreDecision.Happens happens) {
                events.addAll(happens.events());
            }
            // Refused or not, it is dealt with: a lane's word about a request that nobody knows changes nothing.
            events.add(new StoreEvent.LaneWasHeard(now, envelope.lane(), envelope.stream(), envelope.sequence()));
            record(events);
            heard = envelope.sequence();
        }
        channels.acknowledge(envelope.lane(), envelope.stream(), heard);
    }

    private static StoreCommand command(int lane, LaneMessage message) {
        if (message instanceof LaneMessage.HelpRaised m) {
            return new StoreCommand.HelpStep(new HelpCommand.Raise(m.call()));
        }
        if (message instanceof LaneMessage.HelpWithdrawn m) {
            return new StoreCommand.HelpStep(
                    switch (m.how()) {
                        case CANCELLED_BY_SHOPPER -> new HelpCommand.CancelByShopper(m.requestId(), m.selfHelp());
                        case ABANDONED -> new HelpCommand.Abandon(m.requestId());
                        case AUTO_CLEARED -> new HelpCommand.ClearByItself(m.requestId());
                    });
        }
        if (message instanceof LaneMessage.ProblemSettled m) {
            return new StoreCommand.HelpStep(new HelpCommand.SettleProblem(m.requestId(), m.problemId()));
        }
        if (message instanceof LaneMessage.HelpRated m) {
            return new StoreCommand.HelpStep(new HelpCommand.Rate(m.requestId(), m.rating()));
        }
        if (message instanceof LaneMessage.SaleCompleted m) {
            return new StoreCommand.RecordSale(m.sale());
        }
        if (message instanceof LaneMessage.SaleSuspended m) {
            return new StoreCommand.KeepSale(m.sale());
        }
        if (message instanceof LaneMessage.SaleRecalled m) {
            return new StoreCommand.HearOfRecall(m.suspension(), lane, true);
        }
        if (message instanceof LaneMessage.RecallRefused m) {
            return new StoreCommand.HearOfRecall(m.suspension(), lane, false);
        }
        throw new AssertionError("no rule for " + message);
    }

    private void taken(Acknowledgement acknowledgement) throws JournalException {
        if (channels.isNews(acknowledgement)) {
            record(List.of(
                    new StoreEvent.CommandsWereTaken(clock.instant(), acknowledgement.lane(), acknowledgement.upTo())));
        } else {
            channels.rebaseIfBehind(acknowledgement);
            channels.pump(clock.instant());
        }
    }

    private void show() {
        if (!gathering) {
            gathering = true;
            writer.schedule(this::gathered, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void gathered() {
        gathering = false;
        showNow();
    }

    private void showNow() {
        shown = picture();
        console.accept(shown);
    }

    private ConsoleState picture() {
        return new ConsoleView(topics.shop(), brokerUp, unreadable).of(ledger.shop(), lanes.states(), clock.instant());
    }

    @Override
    public ConsoleState state() {
        return shown;
    }

    @Override
    public CompletableFuture<Figures> figures(Instant since) {
        return view.figures(since);
    }

    @Override
    public ReportDesk reports() {
        return reports;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
