package org.samokasa.sim.device.terminal;

import java.time.Duration;
import java.util.Optional;
import org.samokasa.protocol.zvt.Fields;
import org.samokasa.protocol.zvt.ResultCode;

/** 06 30 inside the terminal (sections 7.3 and 11.8). What the bank has undone stays undone, line or no line. */
final class ReversalProcess {
    private static final int ASKING_HOST = 0x04;
    private static final int NOT_POSSIBLE = 0xB5;

    private final Body body;

    ReversalProcess(Body body) {
        this.body = body;
    }

    void start(Fields fields) {
        Optional<Turnover> original = fields.digits(Fields.RECEIPT)
                .flatMap(body.store::byReceipt)
                .filter(turnover -> turnover.original().isEmpty());
        if (original.isEmpty()
                || !fields.amountMinor().map(a -> a == original.get().minor()).orElse(true)) {
            body.say(Body.abort(NOT_POSSIBLE));
        } else if (original.get().state() != Turnover.State.BOOKED) {
            body.say(Body.abort(ResultCode.ALREADY_REVERSED));
        } else {
            reverse(original.get());
        }
    }

    private void reverse(Turnover original) {
        body.intermediate(ASKING_HOST, "Storno");
        body.speech.pause(body.options.hostLatency(), now -> {});
        body.speech.pause(Duration.ZERO, now -> {
            body.store.mark(original, Turnover.State.REVERSED);
            Turnover reversal = body.store.add(
                    original.minor(),
                    body.clock(now),
                    original.card(),
                    Turnover.State.BOOKED,
                    Optional.of(original.trace()));
            body.store.isLast(reversal);
            body.say(body.status.of(reversal));
            body.say(body.slips().merchant(reversal, false, false));
            body.say(body.slips().customer(reversal, false));
            body.say(Body.completion());
        });
    }
}
