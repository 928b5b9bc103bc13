package org.samokasa.protocol.scaledialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.ScaleAnswer;
import org.samokasa.protocol.scale.ScaleDialect;
import org.samokasa.protocol.scale.ScaleFrame;
import org.samokasa.protocol.scale.ScaleFramer;
import org.samokasa.protocol.scale.ScaleTurn;

/**
 * Price, result, and why not; sheet section 4.2. What the scale computed is only compared: a result whose price is not ours
 * or whose amount does not follow from weight and price is no weight. A good result is never asked for twice; after it the
 * scale says "no movement" until the load changes.
 */
public final class DialogDialect implements ScaleDialect {
    /** What we said last and wait for. */
    private enum Waiting {
        NOTHING,
        PRICE_TAKEN,
        RESULT,
        REASON,
        PROOF_TAKEN,
        VERDICT
    }

    private final ScaleFramer framer = DialogCodec.framer();
    private final int unitPrice;
    private final Bytes price;
    private final Optional<DialogKey> key;
    private Waiting waiting = Waiting.NOTHING;
    /** The scale has the price and did not use it up: the next question may go straight for the result. */
    private boolean priceStands;

    private boolean priceRefused;
    private boolean blocked;

    /**
     * @param unitPrice what the scale is to show and compute with, minor units for a kilogram. With 1000 the amount has the
     *     digits of the weight, so that a damaged digit never fits
     * @param digits of a price, as the scale is set, 5 or 6
     * @param key empty for a scale that wants no proof
     */
    public DialogDialect(int unitPrice, int digits, Optional<DialogKey> key) {
        this.unitPrice = unitPrice;
        this.price = DialogCodec.encodePrice(unitPrice, digits);
        this.key = key;
    }

    @Override
    public Bytes askWeight(int attempt) {
        framer.reset();
        boolean silentAfterPrice = attempt > 0 && waiting == Waiting.PRICE_TAKEN;
        if (priceStands || silentAfterPrice) {
            waiting = Waiting.RESULT;
            return DialogCodec.ASK_RESULT;
        }
        waiting = Waiting.PRICE_TAKEN;
        priceRefused = false;
        return attempt > 0 ? DialogCodec.EOT.plus(price) : price;
    }

    @Override
    public List<ScaleTurn> feed(Bytes chunk) {
        List<ScaleTurn> turns = new ArrayList<>();
        for (ScaleFrame frame : framer.feed(chunk)) {
            if (frame instanceof ScaleFrame.Noise noise) {
                turns.add(new ScaleTurn.Rubbish(noise.bytes().toHex()));
            } else {
                turns.add(take(DialogCodec.decode(((ScaleFrame.Whole) frame).body())));
            }
        }
        return turns;
    }

    private ScaleTurn take(DialogReply reply) {
        if (reply instanceof DialogReply.Unreadable bad) {
            return new ScaleTurn.Rubbish(bad.why());
        }
        if (reply instanceof DialogReply.Ack) {
            return acknowledged();
        }
        if (reply instanceof DialogReply.Nak) {
            return refused();
        }
        if (reply instanceof DialogReply.Status status && waiting == Waiting.REASON) {
            waiting = Waiting.NOTHING;
            return new ScaleTurn.Answer(reason(status.code()));
        }
        if (reply instanceof DialogReply.ProofWanted wanted && waiting == Waiting.RESULT) {
            return prove(wanted.random());
        }
        if (waiting == Waiting.VERDICT) {
            return verdict(reply);
        }
        return waiting == Waiting.RESULT ? result(reply) : stale(reply);
    }

    private ScaleTurn acknowledged() {
        if (waiting == Waiting.PRICE_TAKEN) {
            waiting = Waiting.RESULT;
            priceStands = true;
            return new ScaleTurn.Say(DialogCodec.ASK_RESULT);
        }
        if (waiting == Waiting.PROOF_TAKEN) {
            waiting = Waiting.VERDICT;
            return new ScaleTurn.Say(DialogCodec.ASK_RESULT);
        }
        return new ScaleTurn.OutOfTurn("an ACK to nothing");
    }

    private ScaleTurn refused() {
        if (waiting == Waiting.NOTHING || waiting == Waiting.REASON) {
            return new ScaleTurn.OutOfTurn("a NAK to nothing");
        }
        priceRefused = waiting == Waiting.PRICE_TAKEN;
        priceStands = false;
        waiting = Waiting.REASON;
        return new ScaleTurn.Say(DialogCodec.ASK_WHY);
    }

    /** Record 09 in words. After motion the price stands, after anything else it is sent again. */
    private ScaleAnswer reason(int code) {
        switch (code) {
            case DialogCodec.IN_MOTION, DialogCodec.NOT_COMPUTED:
                priceStands = !priceRefused;
                return new ScaleAnswer.Moving();
            case DialogCodec.NO_MOVEMENT:
                return new ScaleAnswer.NothingNew();
            case DialogCodec.BELOW_MINIMUM:
                return new ScaleAnswer.UnderMinimum();
            case DialogCodec.BELOW_ZERO:
                return new ScaleAnswer.UnderZero();
            case DialogCodec.OVERLOAD:
                return new ScaleAnswer.OverCapacity();
            case DialogCodec.INVALID_PRICE:
                return new ScaleAnswer.Refused(
                        "the scale refuses the unit price " + unitPrice + ": how many digits is it set to?");
            default:
                String why = String.format("the scale refuses with status %02d, %s", code, DialogCodec.meaning(code));
                // The codes of the tens speak of our records, not of the scale.
                return code >= 10 && code < DialogCodec.IN_MOTION
                        ? new ScaleAnswer.Refused(why)
                        : new ScaleAnswer.NotReady(why);
        }
    }

    private ScaleTurn prove(int random) {
        if (key.isEmpty() || blocked) {
            waiting = Waiting.NOTHING;
            priceStands = false;
            return new ScaleTurn.Answer(new ScaleAnswer.Refused(
                    blocked ? "the scale refused our key and is blocked" : "the scale wants a key and none is set"));
        }
        waiting = Waiting.PROOF_TAKEN;
        return new ScaleTurn.Say(DialogCodec.encodeProof(key.get().proof(random)));
    }

    private ScaleTurn verdict(DialogReply reply) {
        if (reply instanceof DialogReply.ProofAccepted) {
            waiting = Waiting.PRICE_TAKEN;
            return new ScaleTurn.Say(price);
        }
        if (reply instanceof DialogReply.ProofRefused) {
            waiting = Waiting.NOTHING;
            priceStands = false;
            blocked = true;
            return new ScaleTurn.Answer(new ScaleAnswer.Refused("the scale refused our key and is blocked"));
        }
        return stale(reply);
    }

    private ScaleTurn result(DialogReply reply) {
        ScaleAnswer answer;
        if (reply instanceof DialogReply.NoWeightYet) {
            answer = new ScaleAnswer.Moving();
        } else if (reply instanceof DialogReply.Negative) {
            answer = new ScaleAnswer.UnderZero();
        } else if (reply instanceof DialogReply.Result result) {
            answer = judge(result);
        } else {
            return stale(reply);
        }
        waiting = Waiting.NOTHING;
        priceStands = reply instanceof DialogReply.NoWeightYet;
        return new ScaleTurn.Answer(answer);
    }

    private ScaleAnswer judge(DialogReply.Result result) {
        if (result.unit() != DialogCodec.UNIT_KG) {
            return new ScaleAnswer.Pounds(result.weight() + " in unit " + result.unit());
        }
        if (result.unitPrice() != unitPrice) {
            return new ScaleAnswer.Fault("the scale computes with the price " + result.unitPrice() + ", not ours");
        }
        int amount = DialogCodec.amount(result.weight(), unitPrice);
        if (result.amount() != amount) {
            return new ScaleAnswer.Fault("the scale's amount " + result.amount() + " does not follow from "
                    + result.weight() + " g, which make " + amount);
        }
        return result.weight() == 0 ? new ScaleAnswer.Zero() : new ScaleAnswer.Weight(result.weight(), false);
    }

    private static ScaleTurn stale(DialogReply reply) {
        return new ScaleTurn.OutOfTurn("nothing asked for: " + reply);
    }

    @Override
    public void fresh() {
        framer.reset();
        waiting = Waiting.NOTHING;
        priceStands = false;
        blocked = false;
    }
}
