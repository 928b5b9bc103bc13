package org.samokasa.kiosk.app.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.kiosk.app.hub.alert.AlertFeed;
import org.samokasa.kiosk.help.HelpClocks;
import org.samokasa.kiosk.help.HelpCommand;
import org.samokasa.kiosk.help.HelpLifecycle;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.network.LaneEnvelope;
import org.samokasa.kiosk.network.LaneMessage;
import org.samokasa.kiosk.network.Topics;
import org.samokasa.kiosk.persistence.journal.DiskFiles;
import org.samokasa.kiosk.persistence.journal.JournalException;
import org.samokasa.kiosk.persistence.journal.JournalFiles;
import org.samokasa.kiosk.persistence.journal.SegmentFile;
import org.samokasa.kiosk.store.ShopRules;
import org.samokasa.kiosk.store.StoreCommand;
import org.samokasa.kiosk.store.StoreEvent;

/** A hub whose disk takes nothing more: it may not say that it has anything. */
class FullDiskTest {
    private static final Topics TOPICS = new Topics("corner");

    @TempDir
    Path folder;

    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
    private final List<String> published = new ArrayList<>();
    private final CompletableFuture<Exception> stopped = new CompletableFuture<>();

    @AfterEach
    void stop() {
        writer.shutdownNow();
    }

    private HubDesk desk(JournalFiles files) throws IOException {
        LaneChannels channels = new LaneChannels(TOPICS, (topic, payload) -> published.add(topic));
        InstantSource clock = InstantSource.system();
        HubLedger ledger =
                HubLedger.open(files, new StoreEvent.HubWasStarted(clock.instant(), "corner"), channels::note);
        channels.begin(ledger.stream());
        ShopRules rules = new ShopRules(new HelpLifecycle(HelpClocks.DEFAULT));
        AlertFeed alerts = AlertFeed.nowhere();
        return new HubDesk(
                new HubDesk.Ground(writer, clock, rules, ledger, TOPICS, channels, new ViewFeed(writer), alerts),
                stopped::complete);
    }

    private static byte[] helpRaised() {
        LaneMessage message = new LaneMessage.HelpRaised(LaneDouble.ageCheck("r1", 4));
        return RecordJson.write(LaneEnvelope.class, new LaneEnvelope(1, 4, "j", 1, 0, message));
    }

    @Test
    void nothing_is_acknowledged_or_answered_and_the_hub_asks_to_be_started_anew() throws Exception {
        FullDisk disk = new FullDisk(new DiskFiles(folder));
        HubDesk desk = desk(disk);
        disk.full = true;
        writer.submit(() -> desk.onMessage(TOPICS.messages(4, new LaneMessage.ProblemSettled("r", "p")), helpRaised()))
                .get(LaneDouble.PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(published).isEmpty();
        assertThat(stopped).isCompletedWithValueMatching(JournalException.class::isInstance);
        assertThat(desk.state().requests()).isEmpty();

        disk.full = false;
        StoreCommand raise = new StoreCommand.HelpStep(new HelpCommand.Raise(LaneDouble.ageCheck("r2", 4)));
        assertThatThrownBy(() -> desk.decide(raise).get(LaneDouble.PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(JournalException.class);
    }

    @Test
    void with_room_on_the_disk_the_same_message_is_acknowledged() throws Exception {
        HubDesk desk = desk(new FullDisk(new DiskFiles(folder)));
        writer.submit(() -> desk.onMessage(TOPICS.messages(4, new LaneMessage.ProblemSettled("r", "p")), helpRaised()))
                .get(LaneDouble.PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(published).containsExactly(TOPICS.acknowledgement(4));
        assertThat(stopped).isNotDone();
    }

    /** The real directory until it is full. */
    private static final class FullDisk implements JournalFiles {
        private final JournalFiles real;
        private volatile boolean full;

        FullDisk(JournalFiles real) {
            this.real = real;
        }

        @Override
        public List<String> list() throws IOException {
            return real.list();
        }

        @Override
        public SegmentFile open(String name) throws IOException {
            return wrapped(real.open(name));
        }

        @Override
        public SegmentFile openForReading(String name) throws IOException {
            return real.openForReading(name);
        }

        @Override
        public SegmentFile create(String name) throws IOException {
            return wrapped(real.create(name));
        }

        @Override
        public void rename(String from, String to) throws IOException {
            real.rename(from, to);
        }

        @Override
        public void forceDirectory() throws IOException {
            real.forceDirectory();
        }

        @Override
        public Closeable lock() throws IOException {
            return real.lock();
        }

        private SegmentFile wrapped(SegmentFile file) {
            return new SegmentFile() {
                @Override
                public long size() throws IOException {
                    return file.size();
                }

                @Override
                public void read(ByteBuffer into, long offset) throws IOException {
                    file.read(into, offset);
                }

                @Override
                public void write(ByteBuffer from, long offset) throws IOException {
                    if (full) {
                        throw new IOException("No space left on device");
                    }
                    file.write(from, offset);
                }

                @Override
                public void force() throws IOException {
                    file.force();
                }

                @Override
                public void close() throws IOException {
                    file.close();
                }
            };
        }
    }
}
