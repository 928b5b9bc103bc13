package org.samokasa.kiosk.network.mqtt;

import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.json.RecordJsonException;
import org.samokasa.kiosk.network.Acknowledgement;
import org.samokasa.kiosk.network.CommandEnvelope;
import org.samokasa.kiosk.network.HubCommand;
import org.samokasa.kiosk.network.HubListener;
import org.samokasa.kiosk.network.HubPort;
import org.samokasa.kiosk.network.Inbox;
import org.samokasa.kiosk.network.LaneEnvelope;
import org.samokasa.kiosk.network.LaneMessage;
import org.samokasa.kiosk.network.LaneState;
import org.samokasa.kiosk.network.Outbox;
import org.samokasa.kiosk.network.Topics;

/**
 * The lane's line to the hub over MQTT. It only has memory: what lasts is in the lane's journal, from which the lane
 * restores this line when it starts ({@link Restored}) and to which it writes what this line tells it.
 *
 * <p>All work is done on the one thread of the executor given; the methods of {@link HubPort} may be called from any.
 */
public final class LaneUplink implements HubPort, AutoCloseable {
    private static final Logger LOGGER = System.getLogger(LaneUplink.class.getName());
    private static final long TICK_MILLIS = 500;

    /**
     * How often a lane says how it is when nothing changes. A broker may lose what it was told to retain, or a last
     * will, when a hub subscribes at that very moment; so the hub neither misses a lane for long nor believes for ever
     * in one that has gone ({@link #SILENCE}).
     */
    private static final Duration REPEAT_STATE = Duration.ofSeconds(60);

    /** A lane that has not said for so long how it is has gone, whatever the broker knows: two repeats and a half. */
    public static final Duration SILENCE = Duration.ofSeconds(150);

    /**
     * Who the lane is.
     *
     * @param stream names the lane's journal, {@code SegmentedJournal.identity()}
     */
    public record Identity(Topics topics, int lane, String stream) {}

    /**
     * What the lane's journal says about this line.
     *
     * @param acknowledgedUpTo last position of which {@link HubListener#onAcknowledged} told; 0 if it was not kept
     * @param commandsUpTo     for each stream of a hub the last command applied
     */
    public record Restored(long acknowledgedUpTo, Map<String, Long> commandsUpTo) {
        public static final Restored NOTHING = new Restored(0, Map.of());

        public Restored {
            commandsUpTo = Map.copyOf(commandsUpTo);
        }
    }

    private final Identity identity;
    private final HubListener listener;
    private final ScheduledExecutorService worker;
    private final InstantSource clock;
    private final MqttLine link;
    private final Map<String, Inbox> inboxes = new HashMap<>();
    private Outbox<LaneMessage> outbox;
    private Optional<LaneState> latestState = Optional.empty();
    private Instant stateSaid = Instant.MIN;
    private boolean up;
    private boolean toldBehind;

    /**
     * @param worker one thread; not shut down here
     */
    public LaneUplink(
            MqttAddress address,
            Identity identity,
            Restored restored,
            HubListener listener,
            ScheduledExecutorService worker,
            InstantSource clock) {
        this(MqttLink.to(address), identity, restored, listener, worker, clock);
    }

    /**
     * @param network where the broker is reached
     * @param worker one thread; not shut down here
     */
    public LaneUplink(
            MqttLine.Network network,
            Identity identity,
            Restored restored,
            HubListener listener,
            ScheduledExecutorService worker,
            InstantSource clock) {
        this.identity = identity;
        this.listener = listener;
        this.worker = worker;
        this.clock = clock;
        this.outbox = Outbox.acknowledgedUpTo(restored.acknowledgedUpTo());
        restored.commandsUpTo().forEach((stream, upTo) -> inboxes.put(stream, Inbox.appliedUpTo(upTo)));
        Topics topics = identity.topics();
        Instant connectedAt = clock.instant();
        MqttLine.Will will = new MqttLine.Will(
                topics.state(identity.lane()),
                RecordJson.write(LaneState.class, LaneState.gone(identity.lane(), connectedAt)));
        this.link = network.line(
                "samokasa-" + topics.shop() + "-lane-" + identity.lane(),
                Optional.of(will),
                List.of(topics.acknowledgement(identity.lane()), topics.command(identity.lane())),
                worker,
                new Incoming());
    }

    /** Begins to connect, and returns. */
    public void start() {
        link.start();
        worker.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void state(LaneState state) {
        worker.execute(() -> {
            latestState = Optional.of(state);
            publishState();
        });
    }

    private void tick() {
        Instant now = clock.instant();
        // A clock that was set back must not keep the lane silent.
        if (now.isBefore(stateSaid) || stateSaid.isBefore(now.minus(REPEAT_STATE))) {
            publishState();
        }
        pump();
    }

    private void publishState() {
        if (up) {
            stateSaid = clock.instant();
            latestState.ifPresent(state -> link.publish(
                    identity.topics().state(identity.lane()), RecordJson.write(LaneState.class, state), true));
        }
    }

    @Override
    public void offer(long sequence, LaneMessage message) {
        worker.execute(() -> {
            outbox = outbox.offer(sequence, message);
            pump();
        });
    }

    @Override
    public void beginAgainAfter(long upToSequence) {
        worker.execute(() -> {
            outbox = Outbox.acknowledgedUpTo(upToSequence);
            toldBehind = false;
        });
    }

    @Override
    public void applied(String stream, long sequence) {
        worker.execute(() -> {
            Inbox inbox = inbox(stream).applied(sequence);
            inboxes.put(stream, inbox);
            acknowledge(stream, inbox);
        });
    }

    private Inbox inbox(String stream) {
        return inboxes.getOrDefault(stream, Inbox.appliedUpTo(0));
    }

    private void pump() {
        if (!up) {
            return;
        }
        Outbox.Sending<LaneMessage> sending = outbox.send(clock.instant());
        outbox = sending.next();
        for (Outbox.Numbered<LaneMessage> numbered : sending.messages()) {
            LaneEnvelope envelope = LaneEnvelope.of(identity.lane(), identity.stream(), numbered);
            link.publish(
                    identity.topics().messages(identity.lane(), numbered.message()),
                    RecordJson.write(LaneEnvelope.class, envelope),
                    false);
        }
    }

    private void acknowledge(String stream, Inbox inbox) {
        if (up) {
            Acknowledgement done = Acknowledgement.of(identity.lane(), stream, inbox.applied());
            link.publish(
                    identity.topics().commandAcknowledgement(identity.lane()),
                    RecordJson.write(Acknowledgement.class, done),
                    false);
        }
    }

    /** Ends the line; the hub sees the lane go. */
    @Override
    public void close() {
        link.close();
    }

    private final class Incoming implements MqttReceiver {
        @Override
        public void onLink(boolean nowUp) {
            up = nowUp;
            if (nowUp) {
                outbox = outbox.reconnected();
                publishState();
                pump();
            }
            listener.onLink(nowUp);
        }

        @Override
        public void onMessage(String topic, byte[] payload) {
            try {
                if (topic.equals(identity.topics().command(identity.lane()))) {
                    command(RecordJson.read(CommandEnvelope.class, payload));
                } else {
                    acknowledged(RecordJson.read(Acknowledgement.class, payload));
                }
            } catch (RecordJsonException e) {
                LOGGER.log(Logger.Level.WARNING, "message on {0} refused: {1}", topic, e.getMessage());
            }
        }

        private void command(CommandEnvelope envelope) {
            Inbox.Arrival arrival = inbox(envelope.stream()).arrive(envelope.sequence(), envelope.previous());
            inboxes.put(envelope.stream(), arrival.next());
            if (arrival.verdict() == Inbox.Verdict.DELIVER) {
                HubCommand command = envelope.command();
                listener.onCommand(envelope.stream(), envelope.sequence(), command);
            } else {
                acknowledge(envelope.stream(), arrival.next());
            }
        }

        private void acknowledged(Acknowledgement acknowledgement) {
            if (!acknowledgement.stream().equals(identity.stream())) {
                return;
            }
            if (outbox.isBehind(acknowledgement.upTo()) && !toldBehind) {
                toldBehind = true;
                listener.onHubIsBehind(acknowledgement.upTo());
                return;
            }
            outbox = outbox.acknowledged(acknowledgement.upTo());
            listener.onAcknowledged(acknowledgement.upTo());
            pump();
        }
    }
}
