package org.samokasa.kiosk.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sender's half of a durable channel: everything said and not yet acknowledged. Itself it is only memory; the
 * sender's journal is what lasts, and after a restart the sender offers again what it has no acknowledgement for.
 *
 * <p>Everything new goes out at once while the link is up; what stays unacknowledged is sent again after 2 s, 4 s .. 30
 * s, and at once when the link comes back. At most {@value #WINDOW} messages are under way, so a hub that was away for
 * a day is not drowned.
 *
 * @param acknowledged last position the receiver has on its disk
 * @param pending      behind it, in order
 * @param sentUpTo     last position sent on this link
 * @param attempt      how often everything was sent in vain
 * @param resendAt     when to send it again; empty while nothing is under way
 */
public record Outbox<M>(
        long acknowledged, List<Numbered<M>> pending, long sentUpTo, int attempt, Optional<Instant> resendAt) {
    static final int WINDOW = 64;
    private static final Duration RESEND_FIRST = Duration.ofSeconds(2);
    private static final Duration RESEND_MAX = Duration.ofSeconds(30);

    /**
     * A message and its place.
     *
     * @param sequence its position in the sender's journal
     * @param previous position of the message before it; 0 for the first
     */
    public record Numbered<M>(long sequence, long previous, M message) {}

    /** What to send now, and the outbox after that. */
    public record Sending<M>(Outbox<M> next, List<Numbered<M>> messages) {}

    public Outbox {
        pending = List.copyOf(pending);
    }

    /** An outbox whose receiver has everything up to a position. */
    public static <M> Outbox<M> acknowledgedUpTo(long position) {
        return new Outbox<>(position, List.of(), position, 0, Optional.empty());
    }

    /** One more message; a position that is not behind the last one is a repeat and changes nothing. */
    public Outbox<M> offer(long sequence, M message) {
        if (sequence <= last()) {
            return this;
        }
        List<Numbered<M>> more = new ArrayList<>(pending);
        more.add(new Numbered<>(sequence, last(), message));
        return new Outbox<>(acknowledged, more, sentUpTo, attempt, resendAt);
    }

    /** What to send at a time, with the link up; call it after every change and when {@link #resendAt} comes. */
    public Sending<M> send(Instant now) {
        boolean again = resendAt.map(at -> isDue(at, now)).orElse(false);
        long from = again ? acknowledged : sentUpTo;
        if (lastOfWindow() <= from) {
            return new Sending<>(this, List.of());
        }
        List<Numbered<M>> due = pending.stream()
                .limit(WINDOW)
                .filter(message -> message.sequence() > from)
                .toList();
        int attempts = again ? attempt + 1 : attempt;
        long sent = due.get(due.size() - 1).sequence();
        Optional<Instant> next = again || resendAt.isEmpty() ? Optional.of(now.plus(wait(attempts))) : resendAt;
        return new Sending<>(new Outbox<>(acknowledged, pending, sent, attempts, next), due);
    }

    /** Due when its time has come; and when it is so far ahead that the clock must have been set back. */
    private static boolean isDue(Instant at, Instant now) {
        return !now.isBefore(at) || at.isAfter(now.plus(RESEND_MAX));
    }

    private static Duration wait(int attempt) {
        Duration wait = RESEND_FIRST;
        for (int i = 0; i < attempt && wait.compareTo(RESEND_MAX) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(RESEND_MAX) < 0 ? wait : RESEND_MAX;
    }

    /** The receiver has everything up to a position. A position from before changes nothing. */
    public Outbox<M> acknowledged(long upTo) {
        if (upTo <= acknowledged) {
            return this;
        }
        List<Numbered<M>> left =
                pending.stream().filter(message -> message.sequence() > upTo).toList();
        Optional<Instant> next = left.isEmpty() ? Optional.empty() : resendAt;
        return new Outbox<>(upTo, left, Math.max(sentUpTo, upTo), 0, next);
    }

    /**
     * Whether an acknowledgement says that the receiver lacks what it once had: it lost its disk. The sender then has
     * to offer everything behind that position again, from its journal, to a fresh outbox.
     */
    public boolean isBehind(long upTo) {
        return upTo < acknowledged;
    }

    /** A new link knows nothing of the old one: everything pending is due. */
    public Outbox<M> reconnected() {
        return new Outbox<>(acknowledged, pending, acknowledged, 0, Optional.empty());
    }

    /**
     * The outbox of a receiver that began anew and has only this much: what it lacks and nobody keeps is passed over,
     * and what is pending follows on directly.
     */
    public Outbox<M> rebasedAt(long upTo) {
        Outbox<M> rebased = acknowledgedUpTo(upTo);
        for (Numbered<M> numbered : pending) {
            rebased = rebased.offer(numbered.sequence(), numbered.message());
        }
        return rebased;
    }

    private long last() {
        return upTo(pending.size());
    }

    /** Position of the last message that may be under way. */
    private long lastOfWindow() {
        return upTo(Math.min(WINDOW, pending.size()));
    }

    private long upTo(int messages) {
        return messages == 0 ? acknowledged : pending.get(messages - 1).sequence();
    }
}
