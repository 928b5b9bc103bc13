package org.samokasa.kiosk.lane;

import java.time.Duration;

/**
 * The shop's numbers: times of UX.md section 9, weights of docs/decisions/0007-bagging-check.md.
 *
 * @param emptyBasketIdle an empty basket is given up after this
 * @param calledBasketIdle and after this when its shopper called, nobody has said that they come and nobody gives a sign:
 *     the hard limit of an open call (DESIGN section 5), so that nobody is given up who still waits
 * @param openBasketIdle the lane asks "still there?" after this
 * @param stillThereRing and calls a human after this much more
 * @param receiptDefault the receipt question answers itself with the default
 * @param thanks how long the thank-you stands
 * @param thanksAfterFace and how long it stands at least after a face or a reason was touched
 * @param solvedQuestion how long "was that solved?" stands when nobody answers (UX.md, S25)
 * @param friction from when on help is offered unasked
 * @param produceStill a weight counts after it stood still for this long
 * @param produceGramsMin least load that is sold: 20 intervals of 1 g (OIML R 76, minimum capacity)
 * @param bagTooMuchAfter unexplained weight in the bagging area becomes a problem after this
 * @param bagMissingHintAfter missing weight gets a hint after this
 * @param bagMissingAfter and becomes a problem after this
 * @param bagHelpAfter an open weight problem calls a human after this
 * @param bagToleranceGramsMin difference that is never looked at
 * @param bagTolerancePerMille and so much of the expected weight, whichever is more
 * @param doubtHelpAfter a payment in doubt calls a human after this
 * @param machineHelpAfter a machine that is needed and gone calls a human after this
 * @param printerWait a receipt not confirmed after this is given up and kept for the shop
 */
public record LanePolicy(
        Duration emptyBasketIdle,
        Duration calledBasketIdle,
        Duration openBasketIdle,
        Duration stillThereRing,
        Duration receiptDefault,
        Duration thanks,
        Duration thanksAfterFace,
        Duration solvedQuestion,
        Friction.Limits friction,
        Duration produceStill,
        int produceGramsMin,
        Duration bagTooMuchAfter,
        Duration bagMissingHintAfter,
        Duration bagMissingAfter,
        Duration bagHelpAfter,
        int bagToleranceGramsMin,
        int bagTolerancePerMille,
        Duration doubtHelpAfter,
        Duration machineHelpAfter,
        Duration printerWait) {

    public static LanePolicy standard() {
        return new LanePolicy(
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(12),
                Duration.ofSeconds(8),
                Duration.ofSeconds(4),
                Duration.ofSeconds(30),
                Friction.Limits.standard(),
                Duration.ofSeconds(1),
                20,
                Duration.ofSeconds(3),
                Duration.ofSeconds(6),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                25,
                30,
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60));
    }

    /** Largest difference in grams that needs nobody, rounded up in favour of the shopper. */
    public int bagToleranceGrams(int expectedGrams) {
        int share = (Math.max(0, expectedGrams) * bagTolerancePerMille + 999) / 1000;
        return Math.max(bagToleranceGramsMin, share);
    }
}
