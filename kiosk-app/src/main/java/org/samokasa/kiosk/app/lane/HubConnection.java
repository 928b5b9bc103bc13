package org.samokasa.kiosk.app.lane;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.LaneEngine;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.command.HubCommand.Confirmed;
import org.samokasa.kiosk.lane.command.HubCommand.Ordered;
import org.samokasa.kiosk.lane.command.LaneCommand;
import org.samokasa.kiosk.lane.event.HubEvent.HubOrderTaken;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.network.HubCommand;
import org.samokasa.kiosk.network.HubListener;
import org.samokasa.kiosk.network.HubPort;
import org.samokasa.kiosk.network.LaneMessage;
import org.samokasa.kiosk.network.LaneState;
import org.samokasa.kiosk.network.LaneWords;
import org.samokasa.kiosk.network.Topics;
import org.samokasa.kiosk.network.mqtt.LaneUplink;
import org.samokasa.kiosk.network.mqtt.MqttLine;

/**
 * The lane's line to the hub: hears every fact, keeps what the hub has not confirmed in the lane's own journal, and brings
 * the hub's orders to the lane's queue.
 */
final class HubConnection implements LaneLoop.Follower {
    private final LaneWords words;
    private final List<Waiting> waiting;
    private final AtomicBoolean up = new AtomicBoolean();
    private HubPort port = HubPort.NONE;
    private LaneState told;

    /** A message with its position in the journal. */
    record Waiting(long position, LaneMessage message) {}

    /** Facts of the journal in order, with the lane before and after each. */
    interface JournalWalk {
        interface Visitor {
            void fact(long position, LaneEvent event, Lane before, Lane after);
        }

        void from(long position, Visitor visitor);
    }

    /** @param waiting what the journal holds beyond the hub's last confirmation */
    HubConnection(LaneWords words, List<Waiting> waiting) {
        this.words = words;
        this.waiting = new ArrayList<>(waiting);
    }

    /** @param loop takes what the hub says onto the lane's queue */
    void connect(
            MqttLine.Network mqtt,
            String shopId,
            Lane lane,
            Consumer<LaneCommand> loop,
            JournalWalk journal,
            ScheduledExecutorService worker,
            InstantSource clock) {
        LaneUplink uplink = new LaneUplink(
                mqtt,
                new LaneUplink.Identity(new Topics(shopId), lane.number(), words.stream()),
                new LaneUplink.Restored(lane.hubConfirmed(), Map.copyOf(lane.hubOrders())),
                new Listener(loop, journal),
                worker,
                clock);
        port = uplink;
        waiting.forEach(each -> uplink.offer(each.position(), each.message()));
        waiting.clear();
        uplink.start();
    }

    boolean isUp() {
        return up.get();
    }

    @Override
    public void followed(LaneEngine engine, LaneEngine.Step step) {
        Lane before = step.before();
        long position = step.position();
        for (LaneEvent event : step.events()) {
            Lane after = before.after(event);
            long at = position++;
            words.message(event, before, after).ifPresent(message -> port.offer(at, message));
            if (event instanceof HubOrderTaken taken) {
                port.applied(taken.stream(), taken.number());
            }
            before = after;
        }
    }

    /** Tells the hub how the lane is, when that differs from what was told last. */
    void state(LaneView view) {
        LaneState state = words.state(view);
        LaneState timeless = words.state(view.at(Instant.EPOCH));
        if (!timeless.equals(told)) {
            told = timeless;
            port.state(state);
        }
    }

    private final class Listener implements HubListener {
        private final Consumer<LaneCommand> loop;
        private final JournalWalk journal;

        private Listener(Consumer<LaneCommand> loop, JournalWalk journal) {
            this.loop = loop;
            this.journal = journal;
        }

        @Override
        public void onCommand(String stream, long sequence, HubCommand command) {
            // Through the lane whatever it is: what is acknowledged covers all that came before it.
            loop.accept(new Ordered(stream, sequence, words.order(command)));
        }

        @Override
        public void onAcknowledged(long upToSequence) {
            loop.accept(new Confirmed(upToSequence));
        }

        @Override
        public void onHubIsBehind(long upToSequence) {
            port.beginAgainAfter(upToSequence);
            journal.from(
                    upToSequence,
                    (position, event, before, after) ->
                            words.message(event, before, after).ifPresent(message -> port.offer(position, message)));
        }

        @Override
        public void onLink(boolean nowUp) {
            up.set(nowUp);
        }
    }
}
