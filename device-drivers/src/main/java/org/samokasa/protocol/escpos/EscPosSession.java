package org.samokasa.protocol.escpos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samokasa.protocol.Bytes;

/**
 * The talk with one printer: how it is, before each job and every few seconds; each job once; the proof that it came out.
 * A job is never sent twice. Course and limits: protocol sheet printer-escpos, section 7.
 */
public final class EscPosSession {
    static final Duration IDLE_PAUSE = Duration.ofSeconds(5);
    /** During a job the status is looked at more often, so that an empty roll is seen while it matters. */
    static final Duration JOB_PAUSE = Duration.ofSeconds(2);

    /** A printer that tells changes by itself is asked now and then, because an unplugged one tells nothing. */
    static final Duration TELLING_PAUSE = Duration.ofSeconds(30);

    private static final Duration RETRY_PAUSE = Duration.ofMillis(300);
    static final Duration PROOF_LIMIT = Duration.ofSeconds(10);
    /** Sheet section 7: 1 s more for each 10 cm; a line of font A with its spacing is 30 dots of 203 per inch. */
    private static final int MILLIS_PER_LINE = 38;

    private static final int MILLIS_PER_QR = 400;
    /** At 9600 baud 960 bytes pass in a second. */
    private static final int BYTES_PER_SECOND = 900;
    /** How long a stopped printer (new roll, cover) may take to go on with the job from its own buffer. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int CHUNK_BYTES = 1_024;
    static final int JOBS_MAX = 32;

    /** What follows from what happened. */
    public sealed interface Step {
        record Send(Bytes bytes) implements Step {}

        /** Told after each look at the printer, changed or not. */
        record Condition(PrinterCondition condition) implements Step {}

        record Printed(String job) implements Step {}

        /** Nothing of the job was sent. */
        record NotPrinted(String job, PrinterCondition why) implements Step {}

        record InDoubt(String job, String why) implements Step {}

        /** What waits to be written is of no use any more: open the line anew. */
        record StartAfresh(String why) implements Step {}
    }

    private record Job(String id, Bytes bytes, Duration limit) {}

    /** Process ids count up from 0001 (Epson's advice) and begin again. */
    private static final int PROCESS_IDS = 9_999;

    private final EscPosEncoder encoder;
    private final Deque<Job> jobs = new ArrayDeque<>();
    private final EscPosProfile profile;
    private final AnswerReader reader = new AnswerReader();
    private final StatusRound round;
    private final HeldLine line = new HeldLine();
    private PrinterCondition last = PrinterCondition.SILENT;
    private boolean open;
    private boolean printing;
    private int misses;
    private int processes;
    private Instant lookAt = Instant.EPOCH;
    private Instant proofLimit = Instant.EPOCH;
    private Instant patienceEnd = Instant.EPOCH;

    public EscPosSession(EscPosProfile profile) {
        this.profile = profile;
        encoder = new EscPosEncoder(profile);
        round = new StatusRound(profile.status());
    }

    /** Whether the printer's own characters are enough for this text. */
    public boolean printsAll(String text) {
        return encoder.printsAll(text);
    }

    /** Takes a job; false when too many wait. It ends in exactly one step, also when the line is closed. */
    public boolean print(String id, List<PrintPiece> pieces, Instant now) {
        if (jobs.size() >= JOBS_MAX) {
            return false;
        }
        Bytes bytes = encoder.encode(pieces);
        jobs.add(new Job(id, bytes, limit(pieces, bytes)));
        lookAt = printing ? lookAt : now;
        return true;
    }

    private static Duration limit(List<PrintPiece> pieces, Bytes bytes) {
        long millis = 1_000L * bytes.size() / BYTES_PER_SECOND;
        for (PrintPiece piece : pieces) {
            millis += piece instanceof PrintPiece.Qr ? MILLIS_PER_QR : MILLIS_PER_LINE;
            millis += piece instanceof PrintPiece.Feed feed ? (long) feed.lines() * MILLIS_PER_LINE : 0;
            millis += piece instanceof PrintPiece.Image image ? (long) image.height() * MILLIS_PER_LINE / 30 : 0;
        }
        return PROOF_LIMIT.plusMillis(millis);
    }

    public void opened(Instant now) {
        open = true;
        lookAt = now;
        misses = 0;
        round.drop();
        reader.reset();
        line.reset();
    }

    /** To be told before each {@link #poll}: how many bytes wait to be taken by the printer. */
    public void waiting(int bytes, Instant now) {
        line.note(bytes, now);
    }

    /** The line is gone: a job that was begun is in doubt, one that was not did not happen. */
    public List<Step> lost() {
        List<Step> steps = new ArrayList<>();
        open = false;
        round.drop();
        if (printing) {
            printing = false;
            steps.add(new Step.InDoubt(jobs.remove().id(), "the connection broke during the job"));
        }
        return steps;
    }

    public List<Step> received(Bytes bytes, Instant now) {
        List<Step> steps = new ArrayList<>();
        for (PrinterAnswer answer : reader.feed(bytes, now)) {
            if (answer instanceof PrinterAnswer.RealTime status) {
                if (round.isRunning() && !isAutomatic()) {
                    roundAnswered(status.octet(), now, steps);
                }
            } else if (answer instanceof PrinterAnswer.Automatic status) {
                told(status.four(), now, steps);
            } else if (isProof(answer)) {
                printing = false;
                lookAt = now;
                steps.add(new Step.Printed(jobs.remove().id()));
            }
        }
        return steps;
    }

    private boolean isAutomatic() {
        return profile.status() == EscPosProfile.Status.AUTOMATIC;
    }

    private boolean isProof(PrinterAnswer answer) {
        if (!printing) {
            return false;
        }
        if (profile.proof() == EscPosProfile.Proof.PROCESS_ID) {
            return answer instanceof PrinterAnswer.Processed done && done.id().equals(processId());
        }
        return answer instanceof PrinterAnswer.InTurn;
    }

    private String processId() {
        return String.format(java.util.Locale.ROOT, "%04d", processes);
    }

    /** A status nobody asked for from a printer that is polled (its switches say so) is a reason to look. */
    private void told(Bytes automatic, Instant now, List<Step> steps) {
        if (isAutomatic()) {
            round.drop();
            misses = 0;
            looked(EscPosStatus.condition(automatic), now, steps);
        } else if (!round.isRunning()) {
            lookAt = now;
        }
    }

    private void roundAnswered(int octet, Instant now, List<Step> steps) {
        Optional<Bytes> next = round.answered(octet, now);
        if (next.isPresent()) {
            steps.add(new Step.Send(next.get()));
            return;
        }
        misses = 0;
        looked(round.condition(), now, steps);
    }

    private void looked(PrinterCondition condition, Instant now, List<Step> steps) {
        if (printing && condition.prints() && !last.prints() && now.isBefore(patienceEnd)) {
            // Just helped: what is left in its buffer needs time to come out.
            proofLimit = now.plus(PROOF_LIMIT);
        }
        last = condition;
        lookAt = now.plus(pause());
        steps.add(new Step.Condition(condition));
        if (!printing && !jobs.isEmpty()) {
            begin(condition, now, steps);
        }
    }

    /** A printer that tells by itself answers a request only in turn, so none is put behind a running job. */
    private Duration pause() {
        if (isAutomatic()) {
            return printing ? PATIENCE : TELLING_PAUSE;
        }
        return printing ? JOB_PAUSE : IDLE_PAUSE;
    }

    private void begin(PrinterCondition condition, Instant now, List<Step> steps) {
        if (!condition.prints()) {
            jobs.forEach(job -> steps.add(new Step.NotPrinted(job.id(), condition)));
            jobs.clear();
            return;
        }
        Job job = jobs.element();
        printing = true;
        for (int from = 0; from < job.bytes().size(); from += CHUNK_BYTES) {
            int to = Math.min(job.bytes().size(), from + CHUNK_BYTES);
            steps.add(new Step.Send(job.bytes().slice(from, to)));
        }
        processes = processes % PROCESS_IDS + 1;
        boolean byId = profile.proof() == EscPosProfile.Proof.PROCESS_ID;
        steps.add(new Step.Send(byId ? EscPosStatus.askWhenPrinted(processId()) : EscPosStatus.ASK_PAPER_IN_TURN));
        proofLimit = now.plus(job.limit());
        patienceEnd = now.plus(PATIENCE);
        lookAt = now.plus(pause());
    }

    public List<Step> poll(Instant now) {
        List<Step> steps = new ArrayList<>();
        if (!open) {
            jobs.forEach(job -> steps.add(new Step.NotPrinted(job.id(), PrinterCondition.SILENT)));
            jobs.clear();
            return steps;
        }
        if (line.isHeld(now) && last != PrinterCondition.HOLDING) {
            looked(PrinterCondition.HOLDING, now, steps);
        }
        if (round.isOverdue(now)) {
            missed(now, steps);
        }
        if (printing && !now.isBefore(proofLimit)) {
            unproven(now, steps);
        }
        if (last == PrinterCondition.HOLDING && !line.isBusy()) {
            lookAt = lookAt.isAfter(now) ? now : lookAt;
        }
        if (!line.isBusy() && !round.isRunning() && !now.isBefore(lookAt)) {
            steps.add(new Step.Send(round.begin(now)));
        }
        return steps;
    }

    /** One missed answer may be a busy moment; the second is silence, but for a stopped printer that answers in turn. */
    private void missed(Instant now, List<Step> steps) {
        round.drop();
        if (line.isBusy()) {
            // The question, or a piece of a job before it, is still on its way.
            lookAt = now.plus(RETRY_PAUSE);
            return;
        }
        misses++;
        lookAt = now.plus(RETRY_PAUSE);
        if (misses >= 2) {
            boolean stopped = isAutomatic() && !last.prints();
            looked(stopped ? last : PrinterCondition.SILENT, now, steps);
        }
    }

    /** A stopped printer goes on from its buffer once it is helped; a ready or silent one that gave no proof does not. */
    private void unproven(Instant now, List<Step> steps) {
        boolean helpable = !last.prints() && last != PrinterCondition.SILENT;
        if (helpable && now.isBefore(patienceEnd)) {
            proofLimit = now.plus(PROOF_LIMIT);
            return;
        }
        printing = false;
        lookAt = now;
        steps.add(
                line.isBusy()
                        ? new Step.StartAfresh("the printer takes no more bytes")
                        : new Step.Send(EscPosStatus.CLEAR_BUFFER));
        steps.add(new Step.InDoubt(jobs.remove().id(), "the printer gave no proof, last seen " + last));
    }

    public Optional<Instant> nextDue() {
        if (!open) {
            return jobs.isEmpty() ? Optional.empty() : Optional.of(lookAt);
        }
        Instant status = round.isRunning() ? round.limit() : line.nextDue().orElse(lookAt);
        return Stream.of(
                        Optional.of(status),
                        line.nextDue(),
                        Optional.of(proofLimit).filter(limit -> printing))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }
}
