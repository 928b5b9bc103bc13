package org.samokasa.soak.people;

import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.help.ProblemDecision;
import org.samokasa.kiosk.store.StaffBook.FirstWord;
import org.samokasa.kiosk.store.StoreCommand;
import org.samokasa.kiosk.web.ConsoleState.ProblemCard;
import org.samokasa.kiosk.web.ConsoleState.RequestCard;

/** Somebody who agrees with what a colleague has decided, where the shop wants two. */
final class SecondPerson {
    private final Floor floor;
    private final String name;
    private final Presses presses;

    SecondPerson(Floor floor, String name, Presses presses) {
        this.floor = floor;
        this.name = name;
        this.presses = presses;
    }

    void perhaps() {
        List<RequestCard> open =
                floor.hub().desk().map(desk -> desk.state().requests()).orElse(List.of());
        for (RequestCard card : open) {
            for (ProblemCard problem : card.problems()) {
                Optional<FirstWord> word =
                        problem.first().filter(first -> !first.by().equals(name));
                if (word.isPresent()) {
                    agree(card.lane(), problem.problemId(), word.get().decision());
                    return;
                }
            }
        }
    }

    private void agree(int lane, String problem, ProblemDecision decision) {
        if (decision == ProblemDecision.APPROVED) {
            floor.watch(lane).approves(problem, name);
        }
        presses.press(new StoreCommand.DecideProblem(lane, problem, decision, name, ""));
    }
}
