package org.samokasa.soak.people;

import java.util.Optional;
import java.util.SplittableRandom;
import org.samokasa.kiosk.help.HelpCommand;
import org.samokasa.kiosk.store.StoreCommand;
import org.samokasa.kiosk.store.StoreDecision;

/** Somebody with the console in hand: takes the most urgent call, walks over or settles it from afar, and is done. */
public final class Attendant {
    private static final int TRIES_MAX = 40;
    private static final int HANDED_OVER_OF = 15;

    private final Floor floor;
    private final String name;
    private final SplittableRandom chance;
    private Optional<Errand> errand = Optional.empty();
    private final Ordering ordering;
    private final Shelving shelving;
    private final Technician technician;
    private final Presses presses;
    private final Deskwork deskwork;
    private final SecondPerson second;
    private int roundsUntil;

    private enum Step {
        ACCEPT,
        WALK,
        ARRIVE,
        SERVE,
        SOLVE
    }

    private static final class Errand {
        private final String request;
        private final int lane;
        private Step step = Step.ACCEPT;
        private int tries;

        private Errand(String request, int lane) {
            this.request = request;
            this.lane = lane;
        }
    }

    public Attendant(Floor floor, String name, long seed) {
        this.floor = floor;
        this.name = name;
        this.chance = new SplittableRandom(seed);
        this.ordering = new Ordering(floor, name, chance.split());
        this.shelving = new Shelving(floor, name, chance.split());
        this.technician = new Technician(floor, chance.split());
        this.presses = new Presses(floor, name, chance.split());
        this.deskwork = new Deskwork(floor, name, presses, chance.split());
        this.second = new SecondPerson(floor, name, presses);
    }

    /** Begins to work. */
    public void begin() {
        floor.world().afterMillis(1_000 + chance.nextInt(5_000), this::act);
    }

    private void act() {
        long pause = 2_000L + chance.nextInt(6_000);
        if (chance.nextBoolean()) {
            second.perhaps();
        }
        if (errand.isPresent()) {
            pause = goOn(errand.get());
        } else if (chance.nextInt(30) == 0) {
            // Somebody asks where the eggs are.
            pause = 60_000L + chance.nextInt(120_000);
        } else {
            errand = pick();
        }
        if (--roundsUntil <= 0) {
            roundsUntil = 20 + chance.nextInt(20);
            walkPastTheLanes();
            ordering.perhaps();
            shelving.perhaps();
            technician.perhaps();
            deskwork.perhaps();
        }
        floor.world().afterMillis(pause, this::act);
    }

    private Optional<Errand> pick() {
        return floor.hub()
                .desk()
                .flatMap(desk -> desk.state().requests().stream()
                        .filter(card -> card.owner().isEmpty()
                                || card.owner().get().name().equals(name)
                                || card.owner()
                                        .get()
                                        .since()
                                        .isBefore(floor.world().now().minusSeconds(90)))
                        .findFirst()
                        .map(card -> new Errand(card.id(), card.lane())));
    }

    /** Does the next step and answers how long that takes, in milliseconds. */
    private long goOn(Errand on) {
        if (++on.tries > TRIES_MAX || floor.hub().desk().isEmpty()) {
            errand = Optional.empty();
            return 3_000;
        }
        switch (on.step) {
            case ACCEPT -> {
                say(on, new HelpCommand.Accept(on.request, name, 20), Step.WALK);
                return 2_000L + chance.nextInt(4_000);
            }
            case WALK -> {
                boolean fromAfar = chance.nextBoolean();
                if (fromAfar) {
                    on.step = Step.SERVE;
                } else {
                    say(on, new HelpCommand.SetOut(on.request, name, 20), Step.ARRIVE);
                }
                return fromAfar ? 2_000 : 8_000L + chance.nextInt(25_000);
            }
            case ARRIVE -> {
                say(on, new HelpCommand.Arrive(on.request, name), Step.SERVE);
                return 2_000L + chance.nextInt(5_000);
            }
            case SERVE -> {
                if (chance.nextInt(HANDED_OVER_OF) == 0) {
                    Optional<String> to = chance.nextBoolean() ? Optional.of(floor.anyone(chance)) : Optional.empty();
                    say(on, new HelpCommand.HandOver(on.request, name, "please go on", to), Step.SERVE);
                    errand = Optional.empty();
                    return 1_000;
                }
                boolean done = new Service(floor, on.lane, name, chance).serve(problem -> decide(on, problem));
                on.step = done || chance.nextInt(6) == 0 ? Step.SOLVE : Step.SERVE;
                return 3_000L + chance.nextInt(6_000);
            }
            case SOLVE -> {
                say(on, new HelpCommand.Solve(on.request, name, "done"), Step.SOLVE);
                errand = Optional.empty();
                return 1_000;
            }
        }
        throw new AssertionError("no step " + on.step);
    }

    private void decide(Errand on, Service.Verdict verdict) {
        presses.press(new StoreCommand.DecideProblem(on.lane, verdict.problem(), verdict.decision(), name, ""));
    }

    /** A refusal ends the errand: somebody else has it, or it is over. */
    private void say(Errand on, HelpCommand command, Step next) {
        on.step = next;
        presses.press(new StoreCommand.HelpStep(command)).thenAccept(decision -> {
            if (decision instanceof StoreDecision.Refused
                    && errand.filter(e -> e == on).isPresent()) {
                errand = Optional.empty();
            }
        });
    }

    /** A lane that calls can be seen from afar, hub or no hub; what a finger can do is done. */
    private void walkPastTheLanes() {
        floor.lanes().forEach((number, lane) -> {
            if (lane.isOn() && lane.view().lane().help().isPresent()) {
                new Service(floor, number, name, chance).byHand();
            }
        });
    }
}
