package org.samokasa.soak.help;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.samokasa.kiosk.help.HelpCommand;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.help.ProblemDecision;
import org.samokasa.kiosk.store.StoreCommand;
import org.samokasa.kiosk.store.StoreDecision;
import org.samokasa.kiosk.web.ConsoleDesk;
import org.samokasa.kiosk.web.ConsoleState.RequestCard;
import org.samokasa.soak.shop.HubStation;
import org.samokasa.soak.world.World;

/** A helper who answers what they are called to, mostly; sometimes forgets, hands over, takes a break. */
final class FloorHelper {
    private final World world;
    private final HubStation hub;
    private final Helper self;
    private final List<Throwable> failures;
    private final SplittableRandom chance;
    private Optional<String> errand = Optional.empty();
    private int stage;

    /** @param failures takes what should not happen */
    FloorHelper(World world, HubStation hub, Helper self, List<Throwable> failures, long seed) {
        this.failures = failures;
        this.world = world;
        this.hub = hub;
        this.self = self;
        this.chance = new SplittableRandom(seed);
    }

    void begin() {
        world.afterMillis(1_000 + chance.nextInt(2_000), this::comeOnDuty);
    }

    private void comeOnDuty() {
        if (tell(new StoreCommand.ComeOnDuty(self))) {
            world.afterMillis(2_000, this::act);
        } else {
            world.afterMillis(5_000, this::comeOnDuty);
        }
    }

    private void act() {
        if (chance.nextInt(400) == 0 && tell(new StoreCommand.GoOffDuty(self.name()))) {
            errand = Optional.empty();
            world.afterMillis(300_000 + chance.nextInt(900_000), this::comeOnDuty);
            return;
        }
        long pause = errand.isPresent() ? goOn(errand.get()) : look();
        world.afterMillis(pause, this::act);
    }

    private long look() {
        Optional<RequestCard> mine = hub.desk()
                .flatMap(desk -> desk.state().requests().stream()
                        .filter(card -> card.alerted().contains(self.name())
                                || card.alerted().isEmpty())
                        .filter(card -> card.owner().isEmpty() || card.phase().waits())
                        .findFirst());
        if (mine.isPresent() && chance.nextInt(8) != 0) {
            errand = mine.map(RequestCard::id);
            stage = 0;
        }
        return 2_000L + chance.nextInt(8_000);
    }

    private long goOn(String id) {
        stage++;
        if (chance.nextInt(60) == 0) {
            // Called away: the claim is forgotten.
            errand = Optional.empty();
            return 60_000;
        }
        switch (stage) {
            case 1 -> {
                step(new HelpCommand.Accept(id, self.name(), 5 * chance.nextInt(20)));
                return 1_000L + chance.nextInt(40_000);
            }
            case 2 -> {
                step(
                        chance.nextInt(5) == 0
                                ? new HelpCommand.Arrive(id, self.name())
                                : new HelpCommand.SetOut(id, self.name(), 20));
                return 5_000L + chance.nextInt(30_000);
            }
            case 3 -> {
                step(new HelpCommand.Arrive(id, self.name()));
                return 5_000L + chance.nextInt(60_000);
            }
            case 4 -> {
                if (chance.nextInt(8) == 0) {
                    Optional<String> to = chance.nextBoolean() ? Optional.of("Maria") : Optional.empty();
                    step(new HelpCommand.HandOver(id, self.name(), "needs a key", to));
                    errand = Optional.empty();
                } else {
                    decide(id);
                }
                return 1_000L + chance.nextInt(5_000);
            }
            default -> {
                step(new HelpCommand.Solve(id, self.name(), "done"));
                errand = Optional.empty();
                return 2_000;
            }
        }
    }

    private void decide(String id) {
        List<RequestCard> cards =
                hub.desk().map(desk -> desk.state().requests()).orElse(List.of());
        cards.stream()
                .filter(card -> card.id().equals(id))
                .flatMap(card -> card.problems().stream())
                .filter(problem -> problem.consoleSolvable())
                .forEach(problem -> step(new HelpCommand.Decide(
                        id, problem.problemId(), ProblemDecision.APPROVED, self.name(), "looked")));
    }

    /** A refusal ends the errand: it is somebody else's, or over. */
    private void step(HelpCommand command) {
        ConsoleDesk desk = hub.desk().orElse(null);
        if (desk == null) {
            stage--;
            return;
        }
        CompletableFuture<StoreDecision> answer = desk.decide(new StoreCommand.HelpStep(command));
        heard(answer).thenAccept(decision -> {
            if (decision instanceof StoreDecision.Refused) {
                errand = Optional.empty();
            }
        });
    }

    /** A hub that cannot record what it is told has to say so by ending, not by an answer. */
    private CompletableFuture<StoreDecision> heard(CompletableFuture<StoreDecision> answer) {
        return answer.whenComplete((decision, failure) -> {
            if (failure != null) {
                failures.add(failure);
            }
        });
    }

    private boolean tell(StoreCommand command) {
        hub.desk().ifPresent(desk -> heard(desk.decide(command)));
        return hub.desk().isPresent();
    }
}
