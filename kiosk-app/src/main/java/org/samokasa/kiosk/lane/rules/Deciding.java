package org.samokasa.kiosk.lane.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.samokasa.kiosk.lane.Decision;
import org.samokasa.kiosk.lane.Effect;
import org.samokasa.kiosk.lane.Effect.Sound;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.LanePolicy;
import org.samokasa.kiosk.lane.LaneShop;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.Readings.Notice;
import org.samokasa.kiosk.lane.Refusal;
import org.samokasa.kiosk.lane.Sale;
import org.samokasa.kiosk.lane.event.LaneEvent;

/** One decision while it is being made: the lane as it would be, and what has been decided so far. */
public final class Deciding {
    private final LaneShop shop;
    private final Instant now;
    private final List<LaneEvent> events = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private Lane lane;
    private Readings readings;
    private Optional<Refusal> refusal = Optional.empty();
    private Optional<Instant> wakeAt = Optional.empty();

    public Deciding(LaneShop shop, Lane lane, Readings readings, Instant now) {
        this.shop = shop;
        this.lane = lane;
        this.readings = readings;
        this.now = now;
    }

    LaneShop shop() {
        return shop;
    }

    LanePolicy policy() {
        return shop.policy();
    }

    Instant now() {
        return now;
    }

    /** The lane with everything decided so far. */
    Lane lane() {
        return lane;
    }

    /** The visit at the lane; only for rules that made sure there is one. */
    Sale sale() {
        return lane.sale().orElseThrow();
    }

    Readings readings() {
        return readings;
    }

    /** Whether this wait is over. If not, the lane asks to be woken when it is. */
    boolean passed(Instant since, Duration wait) {
        Instant over = since.plus(wait);
        if (now.isBefore(over)) {
            wakeAt = wakeAt.filter(earlier -> earlier.isBefore(over)).or(() -> Optional.of(over));
            return false;
        }
        return true;
    }

    int eventCount() {
        return events.size();
    }

    void record(LaneEvent event) {
        events.add(event);
        lane = lane.after(event);
        readings = readings.friction(readings.friction().after(event))
                .bagTrail(readings.bagTrail().after(event, readings.bag()));
    }

    void then(Effect effect) {
        effects.add(effect);
    }

    void play(Sound sound) {
        effects.add(new Effect.Play(sound));
    }

    void learn(UnaryOperator<Readings> change) {
        readings = change.apply(readings);
    }

    /** Says no, audibly, and keeps for the screen what it was about. */
    void refuse(Refusal why, String subject) {
        refusal = Optional.of(why);
        readings = readings.notice(Optional.of(new Notice(why, subject, now)));
        effects.add(new Effect.Play(why == Refusal.NOTHING_TO_DO ? Sound.NOTICE : Sound.REFUSED));
    }

    boolean refused() {
        return refusal.isPresent();
    }

    void clearNotice() {
        readings = readings.notice(Optional.empty());
    }

    public Decision done() {
        return new Decision(events, effects, readings, refusal, wakeAt);
    }
}
