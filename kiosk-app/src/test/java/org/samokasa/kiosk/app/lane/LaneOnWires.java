package org.samokasa.kiosk.app.lane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.samokasa.kiosk.app.MonotonicClock;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.tax.TaxTable;
import org.samokasa.kiosk.lane.Effect;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.LaneEngine;
import org.samokasa.kiosk.lane.LaneJournal;
import org.samokasa.kiosk.lane.LaneShop;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.MachineBook;
import org.samokasa.kiosk.lane.command.ClockCommand;
import org.samokasa.kiosk.lane.command.LaneCommand;
import org.samokasa.kiosk.lane.event.ServiceEvent.LaneOpened;
import org.samokasa.kiosk.network.LaneWords;
import org.samokasa.kiosk.network.mqtt.MqttLine;
import org.samokasa.kiosk.persistence.journal.JournalFiles;
import org.samokasa.kiosk.persistence.lane.StoredLaneJournal;

/**
 * A lane's process without its threads: start-up, engine, journal and line to the hub are the shipped ones, put together
 * as {@link LaneProcess} does it; whoever owns it brings disk, clock, network and machines, and runs the effects.
 */
public final class LaneOnWires {
    private final LaneEngine engine;
    private final HubConnection hub;
    private final MonotonicClock clock;
    private final Consumer<Effect> effects;
    private final BiConsumer<LaneCommand, LaneEngine.Step> observer;

    /** Where the lane stands: everything that reaches outside. */
    public record Ground(
            int number,
            String shopId,
            JournalFiles files,
            UnaryOperator<LaneJournal> journalDoor,
            UnaryOperator<Lane> bootDoor,
            Function<Instant, MonotonicClock> clocks,
            LaneShop shop,
            TaxTable taxes,
            MqttLine.Network network,
            ScheduledExecutorService hubWorker) {}

    /**
     * @param effects carries out what the lane decides
     * @param observer sees every step after its facts are durable and before its effects
     * @throws IOException when the journal cannot be opened
     */
    public LaneOnWires(Ground ground, Consumer<Effect> effects, BiConsumer<LaneCommand, LaneEngine.Step> observer)
            throws IOException {
        this.effects = effects;
        this.observer = observer;
        Language home = ground.shop().homeLanguage();
        LaneBoot boot = new LaneBoot(ground.files(), Lane.unopened(ground.number(), home));
        StoredLaneJournal stored = boot.open();
        LaneJournal journal = ground.journalDoor().apply(stored);
        clock = ground.clocks().apply(boot.latest());
        Lane lane = boot.lane();
        if (stored.lastPosition() == 0) {
            LaneOpened event = new LaneOpened(clock.instant());
            journal.append(List.of(event));
            lane = lane.after(event);
        }
        Lane atStart = ground.bootDoor().apply(lane);
        LaneWords words = new LaneWords(
                stored.identity(),
                ground.taxes(),
                ground.shop().zone(),
                ground.shop().homeLanguage(),
                MachineBook.EMPTY);
        hub = new HubConnection(words, boot.unsent(words));
        engine = new LaneEngine(ground.shop(), journal, atStart);
        hub.connect(
                ground.network(),
                ground.shopId(),
                atStart,
                this::take,
                (from, visitor) -> walk(boot, from, visitor),
                ground.hubWorker(),
                clock);
    }

    private static void walk(LaneBoot boot, long from, HubConnection.JournalWalk.Visitor visitor) {
        try {
            boot.walk(from, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal for the hub", e);
        }
    }

    /** What a lane does first. */
    public void recover() {
        take(new ClockCommand.Recovered());
    }

    /** One command: decided, durable, told to the hub, shown, carried out. */
    public void take(LaneCommand command) {
        LaneEngine.Step step = engine.take(command, clock.instant());
        hub.followed(engine, step);
        observer.accept(command, step);
        hub.state(view());
        step.effects().forEach(effects);
    }

    public LaneView view() {
        return new LaneView(engine.lane(), engine.readings(), clock.instant(), hub.isUp(), engine.stopped());
    }

    public Lane lane() {
        return engine.lane();
    }

    /** Why the lane takes nothing more; empty while all is well. */
    public Optional<String> stopped() {
        return engine.stopped();
    }

    /** When the lane wants a tick, on its own clock. */
    public Optional<Instant> wakeAt() {
        return engine.wakeAt();
    }

    /** The time as the lane sees it. */
    public Instant now() {
        return clock.instant();
    }
}
