package org.samokasa.kiosk.app.hub;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.samokasa.kiosk.insight.Period;
import org.samokasa.kiosk.persistence.hub.HubView;
import org.samokasa.kiosk.persistence.journal.JournalFiles;
import org.samokasa.kiosk.persistence.journal.JournalReader;
import org.samokasa.kiosk.web.Figures;

/**
 * Brings the tables up to date behind the writer's back, on a thread of their own: a slow database must not keep a lane
 * waiting for its acknowledgement. What cannot be written now is made up for at the next start.
 */
final class ViewFeed {
    private static final Logger LOGGER = System.getLogger(ViewFeed.class.getName());

    private final ExecutorService thread;
    private HubView view;

    /** @param thread one thread; not shut down here */
    ViewFeed(ExecutorService thread) {
        this.thread = thread;
    }

    /** Opens the tables and catches up with the journal, in the background. */
    void open(Path directory, String journal, JournalFiles files) {
        thread.execute(() -> {
            try {
                HubView opened = HubView.open(directory, journal);
                JournalReader.read(files, (sequence, payload) -> {
                    if (sequence > opened.position()) {
                        apply(opened, new HubLedger.Recorded(sequence, HubLedger.event(sequence, payload)));
                    }
                });
                view = opened;
            } catch (IOException e) {
                LOGGER.log(Logger.Level.ERROR, "there will be no figures: {0}", e.getMessage());
            }
        });
    }

    /** An event that is durable. */
    void take(HubLedger.Recorded recorded) {
        thread.execute(() -> {
            if (view != null) {
                apply(view, recorded);
            }
        });
    }

    /** After a gap the tables take nothing more, so that their position stays true. */
    private void apply(HubView to, HubLedger.Recorded recorded) {
        if (recorded.sequence() > to.position() + 1) {
            return;
        }
        try {
            to.apply(recorded.sequence(), recorded.event());
        } catch (IOException e) {
            LOGGER.log(Logger.Level.ERROR, "figures stand still: {0}", e.getMessage());
        }
    }

    CompletableFuture<Figures> figures(Instant since) {
        return ask(() -> read(since));
    }

    /** Everything that the tables tell of a span of time. */
    CompletableFuture<Period> period(Instant from, Instant to) {
        return ask(() -> opened().period(from, to));
    }

    private <T> CompletableFuture<T> ask(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            thread.execute(() -> {
                try {
                    answer.complete(question.call());
                } catch (Exception e) {
                    answer.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    private HubView opened() throws IOException {
        if (view == null) {
            throw new IOException("there are no figures; the log says why");
        }
        return view;
    }

    private Figures read(Instant since) throws IOException {
        opened();
        return new Figures(
                view.salesSince(since),
                view.takingsSince(since),
                view.interventionsSince(since).stream()
                        .map(c -> new Figures.Cause(c.cause(), c.count(), c.acceptMillisMedian()))
                        .toList());
    }

    /** Closes the tables; call on the feed's thread's last turn. */
    void close() {
        thread.execute(() -> {
            try {
                if (view != null) {
                    view.close();
                }
            } catch (IOException e) {
                LOGGER.log(Logger.Level.WARNING, e.getMessage());
            }
        });
    }
}
