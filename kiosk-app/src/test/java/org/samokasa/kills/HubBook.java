package org.samokasa.kills;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.persistence.journal.DiskFiles;
import org.samokasa.kiosk.persistence.journal.JournalReader;
import org.samokasa.kiosk.persistence.journal.Verification;
import org.samokasa.kiosk.store.StoreEvent;

/** A hub's journal as it is on disk, for a shop with one lane. */
final class HubBook {
    private final List<String> raised = new ArrayList<>();
    private final List<String> accepted = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final List<Long> sales = new ArrayList<>();
    private long heard;

    private HubBook() {}

    /** @throws Lost when the journal is damaged */
    static HubBook read(Path journal) throws IOException {
        HubBook book = new HubBook();
        Verification verified = JournalReader.read(
                new DiskFiles(journal), (position, payload) -> book.take(RecordJson.read(StoreEvent.class, payload)));
        verified.firstBad().ifPresent(damage -> {
            throw new Lost("the hub's journal is damaged: " + damage);
        });
        return book;
    }

    private void take(StoreEvent event) {
        if (event instanceof StoreEvent.LaneWasHeard was) {
            heard = was.sequence();
        } else if (event instanceof StoreEvent.SaleWasRecorded recorded) {
            sales.add(recorded.sale().saleNumber());
        } else if (event instanceof StoreEvent.HelpHasChanged changed) {
            take(changed.event());
        }
    }

    private void take(HelpEvent event) {
        String id = event.requestId().substring(event.requestId().indexOf(':') + 1);
        if (event instanceof HelpEvent.HelpWasRaised) {
            raised.add(id);
        } else if (event instanceof HelpEvent.HelpWasAccepted) {
            accepted.add(id);
        } else if (event instanceof HelpEvent.HelpWasSolved
                || event instanceof HelpEvent.HelpWasCancelled
                || event instanceof HelpEvent.HelpClearedItself) {
            ended.add(id);
        }
    }

    /** Requests by the id that the lane gave them, once for each time they were raised. */
    List<String> raised() {
        return raised;
    }

    List<String> accepted() {
        return accepted;
    }

    List<String> ended() {
        return ended;
    }

    /** Numbers of the lane's sales in the order in which they were recorded. */
    List<Long> sales() {
        return sales;
    }

    /** Position of the lane's journal up to which the hub has everything. */
    long heard() {
        return heard;
    }
}
