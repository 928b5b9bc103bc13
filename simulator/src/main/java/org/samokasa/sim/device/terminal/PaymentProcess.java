package org.samokasa.sim.device.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.Apdu;
import org.samokasa.protocol.zvt.PtCommand;
import org.samokasa.protocol.zvt.Response;
import org.samokasa.protocol.zvt.ResultCode;
import org.samokasa.protocol.zvt.Tlv;
import org.samokasa.sim.device.terminal.ZvtTerminalOptions.Commit;

/** One payment inside the terminal: card, PIN, bank, commit (sections 11.2 to 11.7, 12.1 and 16). */
final class PaymentProcess {
    private static final int INSERT_CARD = 0x0A;
    private static final int WATCH_PIN_PAD = 0x01;
    private static final int WRONG_PIN_TEXT = 0x15;
    private static final int WRONG_PIN = 0x37;
    private static final int WAIT = 0x0E;
    private static final int ASKING_HOST = 0x04;
    private static final int AUTO_REVERSAL = 0x05;
    private static final int TAKE_GOODS = 0x1C;
    private static final int DO_NOT_HONOUR = 0x05;
    private static final int REPEATS_MAX = 2;
    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    private enum Stage {
        WAITING_FOR_CARD,
        WORKING,
        /** The bank said yes and the till has not acknowledged everything. */
        APPROVED,
        ENDING,
        OVER
    }

    private final Body body;
    private final long minor;
    private final boolean partialAllowed;
    private final Duration cardWait;
    private Stage stage = Stage.WAITING_FOR_CARD;
    private Instant cardAt;
    private Instant cardDue;
    private boolean lineGone;
    private Turnover turnover;
    private int repeats;

    PaymentProcess(Body body, long minor, boolean partialAllowed, Duration cardWait) {
        this.body = body;
        this.minor = minor;
        this.partialAllowed = partialAllowed;
        this.cardWait = cardWait;
    }

    boolean isOver() {
        return stage == Stage.OVER;
    }

    boolean waitsForCard() {
        return stage == Stage.WAITING_FOR_CARD;
    }

    /** The command was accepted. Does nothing when the line was lost in that very moment. */
    void start() {
        if (lineGone) {
            return;
        }
        String amount = body.slips().amount(minor);
        body.display = amount + "\nKarte bitte";
        Tlv text = Tlv.of(Tlv.object(
                0x24,
                Tlv.object(0x07, body.till.charset().encode("Karte bitte")),
                Tlv.object(0x07, body.till.charset().encode(amount))));
        body.say(PtCommand.encode(new PtCommand.IntermediateStatus(INSERT_CARD, Optional.of(3), text)));
        body.speech.pause(Duration.ZERO, now -> {
            cardAt = now.plus(body.options.cardDelay());
            cardDue = cardWait.isZero() ? Instant.MAX : now.plus(cardWait);
        });
    }

    void poll(Instant now) {
        if (stage != Stage.WAITING_FOR_CARD || cardAt == null) {
            return;
        }
        Optional<Outcome> outcome = body.chosen.or(body.options::standing);
        if (outcome.filter(o -> !(o instanceof Outcome.NoCard)).isPresent() && !cardAt.isAfter(now)) {
            body.chosen = Optional.empty();
            stage = Stage.WORKING;
            play(outcome.get());
        } else if (!cardDue.isAfter(now)) {
            body.chosen = Optional.empty();
            stop();
        }
    }

    Optional<Instant> nextDue() {
        if (stage != Stage.WAITING_FOR_CARD || cardAt == null) {
            return Optional.empty();
        }
        boolean somebodyComes = body.chosen
                .or(body.options::standing)
                .filter(o -> !(o instanceof Outcome.NoCard))
                .isPresent();
        return Optional.of(somebodyComes ? cardAt : cardDue);
    }

    /** Red key, or 06 B0 while it is not too late. */
    void stop() {
        stage = Stage.ENDING;
        body.display = "Abbruch";
        say(StatusBlock.bare(ResultCode.ABORTED));
        end(Body.abort(ResultCode.ABORTED));
    }

    /** The connection is gone (section 12.1). */
    void lineLost() {
        body.speech.fallSilent();
        lineGone = true;
        switch (stage) {
            case WAITING_FOR_CARD -> {
                if (!body.has(Quirk.FINISHES_ALONE)) {
                    stage = Stage.OVER;
                } else if (cardAt == null) {
                    body.speech.pause(Duration.ZERO, now -> {
                        cardAt = now.plus(body.options.cardDelay());
                        cardDue = now.plus(body.options.cardWait());
                    });
                }
            }
            case WORKING -> {
                if (body.has(Quirk.FINISHES_ALONE)) {
                    approve(Turnover.Card.contactless(), minor);
                } else {
                    stage = Stage.OVER;
                }
            }
            case APPROVED -> unacknowledged();
            case ENDING, OVER -> stage = Stage.OVER;
        }
    }

    private void play(Outcome outcome) {
        if (outcome instanceof Outcome.ApproveContactless) {
            intermediate(WAIT, "Bitte warten");
            approve(Turnover.Card.contactless(), minor);
        } else if (outcome instanceof Outcome.ApproveChipPin) {
            pin();
            approve(Turnover.Card.chipAndPin(), minor);
        } else if (outcome instanceof Outcome.TapThenInsert) {
            intermediate(WAIT, "Bitte warten");
            intermediate(INSERT_CARD, "Karte einstecken");
            body.speech.pause(body.options.cardDelay(), now -> {
                pin();
                approve(Turnover.Card.chipAndPin(), minor);
            });
        } else if (outcome instanceof Outcome.WrongPinThenRight) {
            pin();
            askHost();
            say(StatusBlock.bare(WRONG_PIN));
            intermediate(WRONG_PIN_TEXT, "Geheimzahl falsch");
            body.speech.pause(body.options.pinDelay(), now -> approve(Turnover.Card.chipAndPin(), minor));
        } else if (outcome instanceof Outcome.Partial partial) {
            approveInPart(partial.minor());
        } else if (outcome instanceof Outcome.Decline decline) {
            intermediate(WAIT, "Bitte warten");
            decline(decline.code());
        } else {
            stop();
        }
    }

    private void approveInPart(long part) {
        intermediate(WAIT, "Bitte warten");
        if (partialAllowed && part < minor) {
            approve(Turnover.Card.contactless(), part);
        } else {
            decline(DO_NOT_HONOUR);
        }
    }

    private void pin() {
        intermediate(WATCH_PIN_PAD, "Geheimzahl: ****");
        body.speech.pause(body.options.pinDelay(), now -> {});
    }

    private void askHost() {
        intermediate(ASKING_HOST, "Verbindung zur Bank");
        body.speech.pause(body.options.hostLatency(), now -> {});
    }

    private void decline(int code) {
        askHost();
        body.speech.pause(Duration.ZERO, now -> {
            stage = Stage.ENDING;
            body.display = "Abgelehnt";
            String trace = body.store.nextTrace();
            if (!body.has(Quirk.NO_RESULT_BEFORE_ABORT)) {
                say(body.status.declined(code, minor, trace, body.clock(now)));
                sayAll(body.slips().declined(minor, trace, body.clock(now), String.format("%02X", code)));
            }
            if (body.has(Quirk.NO_END_AFTER_DECLINE)) {
                body.speech.pause(Duration.ZERO, later -> stage = Stage.OVER);
            } else {
                end(Body.abort(code));
            }
        });
    }

    private void approve(Turnover.Card card, long approved) {
        askHost();
        body.speech.pause(Duration.ZERO, now -> {
            Turnover.Card used = body.has(Quirk.SIGNATURE) ? card.signed() : card;
            stage = Stage.APPROVED;
            body.display = "Genehmigt";
            turnover = body.store.add(approved, body.clock(now), used, Turnover.State.PENDING, Optional.empty());
            if (lineGone) {
                unacknowledged();
            } else if (body.has(Quirk.NO_RESULT_AT_ALL)) {
                commit();
            } else if (body.has(Quirk.RECEIPTS_BEFORE_RESULT)) {
                receipts(() -> result(this::commit));
            } else {
                result(() -> receipts(this::commit));
            }
        });
    }

    private void result(Runnable then) {
        body.speech.say(body.status.of(turnover), answer -> onResultAnswered(answer, then), () -> {
            repeats++;
            if (repeats <= REPEATS_MAX) {
                result(then);
            } else {
                unacknowledged();
            }
        });
    }

    private void onResultAnswered(Response answer, Runnable then) {
        if (answer.isPositive()) {
            then.run();
        } else if (answer.code() == ResultCode.PLEASE_WAIT) {
            body.speech.pause(ASK_AGAIN, now -> result(then));
        } else {
            takeBack();
        }
    }

    private void receipts(Runnable then) {
        boolean signature = body.has(Quirk.SIGNATURE);
        boolean clear = body.has(Quirk.CLEAR_CARD_NUMBER);
        List<Apdu> merchant = body.slips().merchant(turnover, signature, clear);
        List<Apdu> customer = body.slips().customer(turnover, clear);
        print(merchant, 0, () -> print(customer, 0, then));
    }

    private void print(List<Apdu> messages, int index, Runnable then) {
        if (index == messages.size()) {
            then.run();
            return;
        }
        body.speech.say(
                messages.get(index),
                answer -> {
                    if (answer.isPositive()) {
                        print(messages, index + 1, then);
                    } else {
                        takeBack();
                    }
                },
                this::unacknowledged);
    }

    private void commit() {
        stage = Stage.ENDING;
        body.store.mark(turnover, Turnover.State.BOOKED);
        body.store.isLast(turnover);
        intermediate(TAKE_GOODS, "Zahlung erfolgt");
        end(Body.completion());
    }

    /** The till said that it gave no goods, or could not print. */
    private void takeBack() {
        stage = Stage.ENDING;
        body.store.mark(turnover, Turnover.State.AUTO_REVERSED);
        intermediate(AUTO_REVERSAL, "Storno");
        body.speech.pause(body.options.hostLatency(), now -> {});
        say(StatusBlock.bare(ResultCode.ABORTED));
        end(Body.abort(ResultCode.ABORTED));
    }

    /** The acknowledgement never came. */
    private void unacknowledged() {
        if (body.options.commit() == Commit.KEEP) {
            body.store.mark(turnover, Turnover.State.BOOKED);
            body.store.isLast(turnover);
            stage = Stage.ENDING;
            end(Body.completion());
            return;
        }
        stage = Stage.ENDING;
        body.display = "Storno";
        body.store.mark(turnover, Turnover.State.AUTO_REVERSED);
        if (body.has(Quirk.AUTO_REVERSAL_IS_A_TRANSACTION)) {
            body.store.isLast(body.store.add(
                    turnover.minor(),
                    turnover.at(),
                    turnover.card(),
                    Turnover.State.BOOKED,
                    Optional.of(turnover.trace())));
        }
        // The bank is told; until it answered the terminal is busy.
        body.speech.pause(body.options.hostLatency(), now -> {});
        end(Body.abort(ResultCode.ABORTED));
    }

    private void end(Apdu last) {
        if (!lineGone) {
            body.say(last);
        }
        body.speech.pause(Duration.ZERO, now -> stage = Stage.OVER);
    }

    private void say(Apdu message) {
        if (!lineGone) {
            body.say(message);
        }
    }

    private void sayAll(List<Apdu> messages) {
        messages.forEach(this::say);
    }

    private void intermediate(int code, String onDisplay) {
        if (lineGone) {
            body.display = onDisplay;
        } else {
            body.intermediate(code, onDisplay);
        }
    }

    /** Tag 1F5B: seconds, high byte first, 0 for ever (section 6.3). */
    static Optional<Duration> cardWait(Tlv tlv) {
        return tlv.find(0x1F5B)
                .map(Tlv.TlvObject::value)
                .filter(value -> value.size() <= 4)
                .map(PaymentProcess::seconds);
    }

    private static Duration seconds(Bytes value) {
        long seconds = 0;
        for (int i = 0; i < value.size(); i++) {
            seconds = seconds << 8 | value.at(i);
        }
        return Duration.ofSeconds(seconds);
    }
}
