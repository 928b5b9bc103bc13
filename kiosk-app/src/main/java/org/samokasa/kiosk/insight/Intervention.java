package org.samokasa.kiosk.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request for help as it looks afterwards.
 *
 * @param id         of the request
 * @param lane       number on the lane's sign
 * @param cause      name of its {@link org.samokasa.kiosk.help.HelpCause}
 * @param saleNumber sale that waited; 0 when there was none
 * @param language   BCP 47 tag of the shopper's
 * @param troubles   what was to be settled; empty when somebody just wanted a human
 * @param cards      self-help cards that were shown with it, in their order
 */
public record Intervention(
        String id,
        int lane,
        String cause,
        long saleNumber,
        Optional<String> language,
        Moments moments,
        Handling handling,
        Floor floor,
        Word word,
        List<Trouble> troubles,
        List<Card> cards) {
    /**
     * When what happened, on the hub's clock.
     *
     * @param alerted  somebody was first alerted
     * @param accepted first acceptance
     * @param arrived  first arrival at the lane, or the moment it was taken from the console
     */
    public record Moments(
            Instant raised,
            Optional<Instant> alerted,
            Optional<Instant> accepted,
            Optional<Instant> arrived,
            Optional<Instant> ended) {
        /** From the alert until somebody was there; from the call where no alert is known. Empty if nobody came. */
        public Optional<Duration> response() {
            return arrived.map(there -> atLeastNothing(Duration.between(alerted.orElse(raised), there)));
        }

        /** From somebody being there until the end. */
        public Optional<Duration> service() {
            return arrived.flatMap(there -> ended.map(end -> atLeastNothing(Duration.between(there, end))));
        }

        /** From the call until the end. */
        public Optional<Duration> total() {
            return ended.map(end -> atLeastNothing(Duration.between(raised, end)));
        }

        /** A clock that was set back in between tells nothing. */
        private static Duration atLeastNothing(Duration measured) {
            return measured.isNegative() ? Duration.ZERO : measured;
        }
    }

    /**
     * Who dealt with it and how.
     *
     * @param by              whoever had it last
     * @param remote          it was settled from the console
     * @param level           furthest level at which people were alerted, a name of {@code HelpClocks.AcceptLevel}
     * @param overdue         furthest behind, a name of {@code HelpClocks.SolveLevel}
     * @param handOvers       wishes that somebody else goes on with it
     * @param lapses          claims after which nothing followed
     * @param forecastSeconds what the shopper was told first; 0 if nothing
     * @param how             phase in which it ended; empty while it is open
     * @param action          what was done; may be empty
     */
    public record Handling(
            Optional<String> by,
            boolean remote,
            String level,
            String overdue,
            int handOvers,
            int lapses,
            int forecastSeconds,
            Optional<String> how,
            String action) {}

    /**
     * How busy the floor was when it was raised.
     *
     * @param helpers on duty; 0 when nobody had said so
     * @param lanes   that had been heard in the quarter of an hour before
     */
    public record Floor(int helpers, int lanes) {
        /** Machines for each helper, rounded up; empty when nobody was on duty. */
        public OptionalInt machinesPerHost() {
            return helpers == 0 ? OptionalInt.empty() : OptionalInt.of((lanes + helpers - 1) / helpers);
        }
    }

    /** What the shopper said: 1, the saddest, to 4; whether it was solved; keys of reasons. */
    public record Word(OptionalInt faces, Optional<Boolean> solved, List<String> reasons) {
        public static final Word NONE = new Word(OptionalInt.empty(), Optional.empty(), List.of());

        public Word {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * One problem of it.
     *
     * @param kind     the lane's
     * @param goods    name of the goods; empty when it was about the basket or a machine
     * @param code     what was scanned and not known
     * @param expected grams; empty when no scale was involved
     * @param measured grams
     * @param goodsGrams weight of one piece of the goods by the catalogue; empty when it was not about one piece
     * @param decision name of a {@link org.samokasa.kiosk.help.ProblemDecision}; empty if nobody decided
     */
    public record Trouble(
            String problemId,
            String kind,
            Optional<String> goods,
            Optional<String> code,
            OptionalInt expected,
            OptionalInt measured,
            OptionalInt goodsGrams,
            Optional<String> decision) {}

    /**
     * A self-help card.
     *
     * @param topic  name of a {@link org.samokasa.kiosk.help.SelfHelp}
     * @param opened as which one of the call's cards it was opened, from 1; empty when it was only shown
     * @param ended  the shopper said that it helped
     */
    public record Card(String topic, OptionalInt opened, boolean ended) {}

    /**
     * The card after which the need went away by itself: the one opened last, when nobody had come yet. For calls that the
     * shopper's word does not end, as those about a weight, it is the nearest thing to "that helped".
     */
    Optional<Card> clearedAfter() {
        boolean alone = handling.how().equals(Optional.of("AUTO_CLEARED"))
                && moments.arrived().isEmpty();
        return cards.stream()
                .filter(card -> alone && card.opened().isPresent())
                .max(Comparator.comparingInt(card -> card.opened().getAsInt()));
    }

    public Intervention {
        troubles = List.copyOf(troubles);
        cards = List.copyOf(cards);
    }
}
