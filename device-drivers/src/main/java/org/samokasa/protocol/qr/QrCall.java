package org.samokasa.protocol.qr;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.samokasa.json.JsonException;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.http.HttpFramer;
import org.samokasa.protocol.http.HttpMessage;
import org.samokasa.protocol.payment.CallDesk;

/** One request on a connection of its own, and the response to it. */
final class QrCall {
    static final int LINE = 0;

    /** How it went so far. */
    sealed interface Progress {
        record Running() implements Progress {}

        record Answered(JsonTree json) implements Progress {}

        /** A whole response that is no success. */
        record Rejected(int status) implements Progress {}

        /** @param garbled what came is no response */
        record Failed(String why, boolean garbled) implements Progress {}
    }

    private static final Progress RUNNING = new Progress.Running();
    private static final int OK = 200;

    private final Bytes request;
    private final HttpFramer framer = new HttpFramer();
    private boolean sent;
    private Instant due;

    QrCall(Bytes request, CallDesk desk) {
        this.request = request;
        due = desk.now().plus(QrTimes.CONNECT);
        desk.dial(LINE);
    }

    boolean isSent() {
        return sent;
    }

    Instant due() {
        return due;
    }

    void opened(CallDesk desk) {
        sent = true;
        due = desk.now().plus(QrTimes.ANSWER);
        desk.send(LINE, request);
    }

    /** The line would not take it. */
    void notSent() {
        sent = false;
    }

    Progress received(Bytes bytes) {
        return progress(framer.feed(bytes));
    }

    /** Everything it will ever get is there. */
    Progress closed(String why) {
        Progress progress = framer.isEmpty() ? RUNNING : progress(framer.closed());
        return progress instanceof Progress.Running ? new Progress.Failed(why, false) : progress;
    }

    Optional<Progress> overdue(Instant now) {
        return due.isAfter(now)
                ? Optional.empty()
                : Optional.of(new Progress.Failed(sent ? "no answer in time" : "no connection in time", false));
    }

    private static Progress progress(HttpFramer.Reading reading) {
        if (reading instanceof HttpFramer.Reading.Waiting) {
            return RUNNING;
        }
        if (reading instanceof HttpFramer.Reading.Malformed malformed) {
            return new Progress.Failed(malformed.why(), true);
        }
        HttpMessage message = ((HttpFramer.Reading.Received) reading).message();
        if (message.status() == 0) {
            return new Progress.Failed("a request where a response is due", true);
        }
        if (message.status() != OK) {
            return new Progress.Rejected(message.status());
        }
        if (!isWhole(message)) {
            return new Progress.Failed("the body does not fit its digest", true);
        }
        try {
            return new Progress.Answered(JsonTree.parse(message.text()));
        } catch (JsonException e) {
            return new Progress.Failed(e.getMessage(), true);
        }
    }

    /** A gateway may send {@code Content-Digest} (RFC 9530): then a wire without TLS cannot change a word unnoticed. */
    private static boolean isWhole(HttpMessage message) {
        String digest = message.headers().get("content-digest");
        return digest == null || digest.equals("sha-256=:" + sha256(message.body()) + ":");
    }

    private static String sha256(Bytes body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.toArray());
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has this algorithm", e);
        }
    }
}
