package org.samokasa.protocol.nexo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.http.HttpFramer;
import org.samokasa.protocol.http.HttpMessage;
import org.samokasa.protocol.payment.CallDesk;

/** One request on one line and the response to it (section 1). */
final class NexoCall {
    /** How it went so far. */
    sealed interface Progress {
        record Running() implements Progress {}

        record Answered(NexoMessage message) implements Progress {}

        /** The terminal says, with our key, that it did not take the request. */
        record Rejected(String why) implements Progress {}

        /**
         * @param suspicious what came was not made with our key or is no answer of ours
         */
        record Failed(String why, boolean suspicious) implements Progress {}
    }

    private static final Progress RUNNING = new Progress.Running();

    private final int line;
    private final NexoMessage request;
    private final NexoOptions options;
    private final Duration patience;
    private final HttpFramer framer = new HttpFramer();
    private boolean sent;
    private Instant due;

    NexoCall(
            int line,
            String category,
            String serviceId,
            Map<String, Object> body,
            NexoOptions options,
            Duration patience,
            CallDesk desk) {
        this.line = line;
        this.request = NexoMessage.of(NexoHeader.request(category, serviceId, options.saleId(), options.poiId()), body);
        this.options = options;
        this.patience = patience;
        due = desk.now().plus(NexoTimes.CONNECT);
        desk.dial(line);
    }

    boolean isSent() {
        return sent;
    }

    Instant due() {
        return due;
    }

    void opened(CallDesk desk) {
        sent = true;
        due = desk.now().plus(patience);
        String envelope =
                NexoEnvelope.seal(request, options.key(), options.nonces().get());
        desk.send(line, HttpMessage.post(options.poiId(), "/nexo/", envelope));
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
                : Optional.of(new Progress.Failed(
                        sent ? "no answer within " + patience.toSeconds() + " s" : "no connection in time", false));
    }

    private Progress progress(HttpFramer.Reading reading) {
        if (reading instanceof HttpFramer.Reading.Waiting) {
            return RUNNING;
        }
        if (reading instanceof HttpFramer.Reading.Malformed malformed) {
            return new Progress.Failed(malformed.why(), true);
        }
        HttpMessage message = ((HttpFramer.Reading.Received) reading).message();
        if (message.body().isEmpty()) {
            return new Progress.Failed("an empty answer, HTTP " + message.status(), false);
        }
        try {
            return answer(NexoEnvelope.open(message.text(), options.key()));
        } catch (NexoException e) {
            boolean reject = NexoEnvelope.isClearReject(message.text());
            return new Progress.Failed(reject ? "rejected, in clear" : e.getMessage(), true);
        }
    }

    private Progress answer(NexoMessage message) {
        if (message.body().at("EventToNotify").textOrEmpty().equals("Reject")) {
            return rejectsOurs(message)
                    ? new Progress.Rejected(
                            FormText.decoded(message.body().at("EventDetails").textOrEmpty()))
                    : new Progress.Failed("something else was rejected", true);
        }
        return message.header().equals(request.header().response())
                ? new Progress.Answered(message)
                : new Progress.Failed("an answer to something else", true);
    }

    /** A reject carries what was not taken; one that carries something else may be an old one sent again. */
    private boolean rejectsOurs(NexoMessage message) {
        try {
            byte[] rejected = Base64.getDecoder()
                    .decode(message.body().at("RejectedMessage").textOrEmpty());
            return new String(rejected, StandardCharsets.UTF_8)
                    .contains("\"" + request.header().serviceId() + "\"");
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
