package org.samokasa.kiosk.app.hub;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.json.RecordJsonException;
import org.samokasa.kiosk.persistence.journal.JournalException;
import org.samokasa.kiosk.persistence.journal.JournalFiles;
import org.samokasa.kiosk.persistence.journal.JournalOptions;
import org.samokasa.kiosk.persistence.journal.SegmentedJournal;
import org.samokasa.kiosk.store.Shop;
import org.samokasa.kiosk.store.StoreEvent;

/** The hub's journal together with the shop that its events make. */
final class HubLedger implements Closeable {
    /** An event and its position in the journal. */
    record Recorded(long sequence, StoreEvent event) {}

    private final SegmentedJournal journal;
    private Shop shop;

    private HubLedger(SegmentedJournal journal, Shop shop) {
        this.journal = journal;
        this.shop = shop;
    }

    /**
     * Opens the journal and replays it.
     *
     * @param first    recorded on opening, so that a new journal has a name from its first moment
     * @param replayed sees every event there is with the shop after it, and the first one last
     * @throws IOException if the journal cannot be opened, is damaged, or holds what is not an event
     */
    static HubLedger open(JournalFiles files, StoreEvent first, BiConsumer<Recorded, Shop> replayed)
            throws IOException {
        Shop[] shop = {Shop.EMPTY};
        SegmentedJournal journal;
        try {
            journal = SegmentedJournal.open(files, JournalOptions.DEFAULT, (sequence, payload) -> {
                StoreEvent event = event(sequence, payload);
                shop[0] = shop[0].evolve(event);
                replayed.accept(new Recorded(sequence, event), shop[0]);
            });
        } catch (UnreadableEvent e) {
            throw new JournalException(e.getMessage(), e);
        }
        HubLedger ledger = new HubLedger(journal, shop[0]);
        ledger.record(List.of(first)).forEach(recorded -> replayed.accept(recorded, ledger.shop));
        return ledger;
    }

    /** The event of a journal record. */
    static StoreEvent event(long sequence, byte[] payload) {
        try {
            return RecordJson.read(StoreEvent.class, payload);
        } catch (RecordJsonException e) {
            throw new UnreadableEvent("record " + sequence + " of the journal is no event: " + e.getMessage(), e);
        }
    }

    /** Makes events durable together, and then part of the shop. */
    List<Recorded> record(List<StoreEvent> events) throws JournalException {
        if (events.isEmpty()) {
            return List.of();
        }
        List<byte[]> payloads = events.stream()
                .map(event -> RecordJson.write(StoreEvent.class, event))
                .toList();
        long sequence = journal.append(payloads);
        List<Recorded> recorded = new ArrayList<>();
        for (StoreEvent event : events) {
            shop = shop.evolve(event);
            recorded.add(new Recorded(sequence, event));
            sequence++;
        }
        return recorded;
    }

    Shop shop() {
        return shop;
    }

    /** The journal's name; lanes see it as the stream of the hub's commands. */
    String stream() {
        return journal.identity().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    /** A journal that is intact but was written by something we do not understand. */
    static final class UnreadableEvent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableEvent(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
