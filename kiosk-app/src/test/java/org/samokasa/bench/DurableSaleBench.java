package org.samokasa.bench;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.lane.CardPayment.CardFacts;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.LaneBench;
import org.samokasa.kiosk.lane.LaneEngine;
import org.samokasa.kiosk.lane.LaneJournal;
import org.samokasa.kiosk.lane.MachineState;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.command.LaneCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.command.PaymentCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.lane.event.ServiceEvent.LaneOpened;
import org.samokasa.kiosk.persistence.journal.DiskFiles;
import org.samokasa.kiosk.persistence.journal.JournalReader;
import org.samokasa.kiosk.persistence.lane.StoredLaneJournal;

/** P1 durable ten-line sale against raw forced appends of the same bytes; P12 verifying a journal against raw SHA-256. */
final class DurableSaleBench {
    private static final int SALES_A_ROUND = 30;
    private static final int PREALLOCATED_BYTES = 64 << 20;

    private DurableSaleBench() {}

    static List<Figure> run(Path folder) throws Exception {
        Path journalFolder = Files.createDirectories(folder.resolve("journal"));
        List<Integer> frames = new ArrayList<>();
        long[] written = {0};
        try (StoredLaneJournal journal = StoredLaneJournal.open(new DiskFiles(journalFolder), (position, fact) -> {});
                FileChannel raw = raw(folder.resolve("raw"))) {
            Till till = new Till(counting(journal, frames, written));
            Pairs pairs = Pairs.of(
                    3,
                    15,
                    () -> {
                        frames.clear();
                        for (int sale = 0; sale < SALES_A_ROUND; sale++) {
                            till.sellTenLines();
                        }
                        return frames.size();
                    },
                    () -> append(raw, frames));
            double sales = SALES_A_ROUND / pairs.ourMedian();
            double rawAppends = frames.size() / pairs.referenceMedian();
            return List.of(
                    new Figure(
                            "P1",
                            "durable ten-line sales, against raw forced appends of the same frames",
                            sales,
                            "sales/s",
                            SALES_A_ROUND / pairs.referenceMedian(),
                            1 / pairs.medianRatio(),
                            Optional.of(">= 0.5")),
                    new Figure(
                            "P1b",
                            "durable ten-line sales, against single raw forced appends",
                            sales,
                            "sales/s",
                            rawAppends,
                            sales / rawAppends,
                            Optional.empty()),
                    verification(journalFolder, written[0]));
        }
    }

    private static LaneJournal counting(StoredLaneJournal journal, List<Integer> frames, long[] written) {
        return events -> {
            int bytes = 64;
            for (LaneEvent event : events) {
                bytes += 12 + RecordJson.write(LaneEvent.class, event).length;
            }
            frames.add(bytes);
            written[0] += bytes;
            return journal.append(events);
        };
    }

    private static FileChannel raw(Path file) throws Exception {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.write(ByteBuffer.allocate(PREALLOCATED_BYTES), 0);
        channel.force(true);
        return channel;
    }

    private static long append(FileChannel raw, List<Integer> frames) throws Exception {
        long at = 0;
        for (int bytes : frames) {
            raw.write(ByteBuffer.allocate(bytes), at % (PREALLOCATED_BYTES - 65_536));
            raw.force(false);
            at += bytes;
        }
        return at;
    }

    private static Figure verification(Path folder, long writtenBytes) throws Exception {
        byte[] bytes = new byte[(int) writtenBytes];
        new java.util.Random(1).nextBytes(bytes);
        Pairs pairs = Pairs.of(
                3,
                15,
                () -> JournalReader.verify(new DiskFiles(folder)).records(),
                () -> java.security.MessageDigest.getInstance("SHA-256").digest(bytes)[0]);
        return new Figure(
                "P12",
                "verifying a journal, against SHA-256 over as many bytes",
                pairs.ourMedian() * 1000,
                "ms",
                pairs.referenceMedian() * 1000,
                1 / pairs.medianRatio(),
                Optional.of(">= 0.25"));
    }

    /** A lane without machines that sells as fast as it is told. */
    static final class Till {
        private final LaneEngine engine;
        private Instant now = Instant.parse("2026-11-21T10:00:00Z");

        Till(LaneJournal journal) {
            Lane lane = Lane.unopened(4, Language.EN).after(new LaneOpened(now));
            engine = new LaneEngine(LaneBench.shop(), journal, lane);
            tell(new MachineCommand.MachineChanged(
                    new MachineState(Readings.TERMINAL, MachineState.Level.UP, "", "", now)));
        }

        LaneEngine.Step tell(LaneCommand command) {
            now = now.plusMillis(1);
            return engine.take(command, now);
        }

        LaneEngine engine() {
            return engine;
        }

        void sellTenLines() {
            for (int line = 0; line < 10; line++) {
                tell(new MachineCommand.Scanned(LaneBench.MILK));
            }
            tell(new ShopperCommand.Pay());
            long sale = engine.lane().lastSale();
            String attempt = "4-" + sale + "-1";
            tell(new PaymentCommand.PaymentApprovedByTerminal(
                    attempt, Money.of(3490, "PLN"), LaneBench.transaction("0318"), CardFacts.NONE));
            tell(new PaymentCommand.TerminalDone(attempt));
            tell(new ShopperCommand.AnswerReceipt(true));
            tell(new MachineCommand.PaperDone("receipt-4-" + sale));
            if (engine.lane().lastSale() != sale || engine.lane().phase() != org.samokasa.kiosk.lane.Phase.THANKS) {
                throw new IllegalStateException(
                        "the sale did not end: " + engine.lane().phase());
            }
        }
    }
}
