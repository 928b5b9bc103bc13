package org.samokasa.kiosk.lane;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.lane.command.LaneCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.command.PaymentCommand;
import org.samokasa.kiosk.lane.command.ScreenCommand;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.lane.rules.Decide;

/**
 * A running lane: tells the rules what happened, writes what they decide and only then lets anything outside happen. For
 * one thread; the caller brings the time.
 */
public final class LaneEngine {
    private final LaneShop shop;
    private final LaneJournal journal;
    private Lane lane;
    private Readings readings = Readings.none();
    private Optional<Instant> wakeAt = Optional.empty();
    private Optional<String> stopped = Optional.empty();

    /** @param lane as replayed from the journal */
    public LaneEngine(LaneShop shop, LaneJournal journal, Lane lane) {
        this.shop = shop;
        this.journal = journal;
        this.lane = lane;
    }

    /**
     * What came of one command.
     *
     * @param before the lane before it
     * @param position journal position of the first event, 0 when there is none
     * @param effects to be carried out now
     */
    public record Step(
            Lane before, long position, List<LaneEvent> events, List<Effect> effects, Optional<Refusal> refusal) {}

    /**
     * Takes one command. When the disk fails, nothing of it happened: a card result is refused so that the terminal takes
     * it back, and the lane sells nothing more until it is started again.
     *
     * @param now not earlier than in the call before
     */
    public Step take(LaneCommand command, Instant now) {
        Lane before = lane;
        if (stopped.isPresent()) {
            return new Step(before, 0, List.of(), whileStopped(command), Optional.empty());
        }
        Decision decision = Decide.decide(shop, lane, readings, command, now);
        long position = 0;
        if (!decision.events().isEmpty()) {
            try {
                position = journal.append(decision.events());
            } catch (IOException notDurable) {
                stopped = Optional.of(String.valueOf(notDurable.getMessage()));
                wakeAt = Optional.empty();
                return new Step(before, 0, List.of(), withoutFacts(command, decision.effects()), Optional.empty());
            }
            for (LaneEvent event : decision.events()) {
                lane = lane.after(event);
            }
        }
        readings = decision.readings();
        wakeAt = decision.wakeAt();
        return new Step(before, position, decision.events(), decision.effects(), decision.refusal());
    }

    /** People are refused audibly, money is sent back; machines and clocks go unheard. */
    private static List<Effect> whileStopped(LaneCommand command) {
        if (command instanceof PaymentCommand.PaymentApprovedByTerminal approved) {
            return List.of(new Effect.RefuseResult(approved.attempt()));
        }
        return refusal(command);
    }

    private static List<Effect> refusal(LaneCommand command) {
        boolean byPeople = command instanceof ScreenCommand
                || command instanceof MachineCommand.Scanned
                || command instanceof MachineCommand.ScanUnreadable;
        return byPeople ? List.of(new Effect.Play(Effect.Sound.REFUSED)) : List.of();
    }

    /** Of what was decided only that is left which takes money back. */
    private static List<Effect> withoutFacts(LaneCommand command, List<Effect> decided) {
        List<Effect> safe = new ArrayList<>(refusal(command));
        for (Effect effect : decided) {
            if (effect instanceof Effect.AcceptResult accept) {
                safe.add(new Effect.RefuseResult(accept.attempt()));
            } else if (effect instanceof Effect.RefuseResult) {
                safe.add(effect);
            }
        }
        return safe;
    }

    public Lane lane() {
        return lane;
    }

    public Readings readings() {
        return readings;
    }

    /** When the lane wants a tick if nothing else happens. */
    public Optional<Instant> wakeAt() {
        return wakeAt;
    }

    /** Why the lane takes nothing more: its disk failed. Empty while all is well. */
    public Optional<String> stopped() {
        return stopped;
    }
}
