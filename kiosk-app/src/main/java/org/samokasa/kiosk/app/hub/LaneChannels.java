package org.samokasa.kiosk.app.hub;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.network.Acknowledgement;
import org.samokasa.kiosk.network.CommandEnvelope;
import org.samokasa.kiosk.network.HubCommand;
import org.samokasa.kiosk.network.Outbox;
import org.samokasa.kiosk.network.Topics;
import org.samokasa.kiosk.store.Shop;
import org.samokasa.kiosk.store.StoreEvent;

/** The hub's end of the durable channels to its lanes: what each lane was told and has not taken yet. */
final class LaneChannels {
    private final Topics topics;
    private final BiConsumer<String, byte[]> publisher;
    private final Map<Integer, Outbox<HubCommand>> outboxes = new TreeMap<>();
    private String stream = "";
    private boolean up;

    /** @param publisher takes topic and payload; what it cannot send it drops */
    LaneChannels(Topics topics, BiConsumer<String, byte[]> publisher) {
        this.topics = topics;
        this.publisher = publisher;
    }

    /** Names the hub's journal; before that nothing is sent. */
    void begin(String hubStream) {
        stream = hubStream;
    }

    /** Takes note of an event of the journal, replayed or new: a command to be sent, or one that was taken. */
    void note(HubLedger.Recorded recorded, Shop shop) {
        CommandsToLanes.of(recorded.event(), shop)
                .ifPresent(c -> outboxes.put(c.lane(), outbox(c.lane()).offer(recorded.sequence(), c.command())));
        if (recorded.event() instanceof StoreEvent.CommandsWereTaken taken) {
            outboxes.put(taken.lane(), outbox(taken.lane()).acknowledged(taken.upTo()));
        }
    }

    /** Whether an acknowledgement is news that belongs into the journal. */
    boolean isNews(Acknowledgement acknowledgement) {
        return acknowledgement.stream().equals(stream)
                && acknowledgement.upTo() > outbox(acknowledgement.lane()).acknowledged();
    }

    /**
     * A lane that has less than it once had began a new journal: what it was told before concerns nobody any more, and
     * what is pending follows on directly.
     */
    void rebaseIfBehind(Acknowledgement acknowledgement) {
        Outbox<HubCommand> outbox = outbox(acknowledgement.lane());
        if (acknowledgement.stream().equals(stream) && outbox.isBehind(acknowledgement.upTo())) {
            outboxes.put(acknowledgement.lane(), outbox.rebasedAt(acknowledgement.upTo()));
        }
    }

    /** The link to the broker came or went. */
    void link(boolean nowUp) {
        up = nowUp;
        outboxes.replaceAll((lane, outbox) -> outbox.reconnected());
    }

    /** Sends what is due. */
    void pump(Instant now) {
        if (!up || stream.isEmpty()) {
            return;
        }
        outboxes.replaceAll((lane, outbox) -> {
            Outbox.Sending<HubCommand> sending = outbox.send(now);
            for (Outbox.Numbered<HubCommand> numbered : sending.messages()) {
                CommandEnvelope envelope = CommandEnvelope.of(lane, stream, numbered);
                publisher.accept(topics.command(lane), RecordJson.write(CommandEnvelope.class, envelope));
            }
            return sending.next();
        });
    }

    /** Tells a lane how much of its journal is safe here. */
    void acknowledge(int lane, String laneStream, long upTo) {
        Acknowledgement safe = Acknowledgement.of(lane, laneStream, upTo);
        publisher.accept(topics.acknowledgement(lane), RecordJson.write(Acknowledgement.class, safe));
    }

    private Outbox<HubCommand> outbox(int lane) {
        return outboxes.getOrDefault(lane, Outbox.acknowledgedUpTo(0));
    }
}
