package org.samokasa.soak.people;

import java.util.List;
import java.util.SplittableRandom;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.TestKind;
import org.samokasa.kiosk.store.StoreCommand;

/** What is done at the console besides helping: signing in and out, notes to shoppers, tests from afar, recurring issues. */
final class Deskwork {
    /** Of so many rounds past the lanes one ends with one of these. */
    private static final int SELDOM = 2;

    private static final int RIGHT_PIN_OF = 4;

    private static final List<String> MACHINES = List.of(
            Readings.SCANNER,
            Readings.PRODUCE_SCALE,
            Readings.BAGGING_SCALE,
            Readings.TERMINAL,
            Readings.PRINTER,
            Readings.LIGHT);

    private final Floor floor;
    private final String name;
    private final Presses presses;
    private final SplittableRandom chance;

    Deskwork(Floor floor, String name, Presses presses, SplittableRandom chance) {
        this.floor = floor;
        this.name = name;
        this.presses = presses;
        this.chance = chance;
    }

    void perhaps() {
        if (chance.nextInt(SELDOM) > 0 || floor.hub().desk().isEmpty()) {
            return;
        }
        int lane = 1 + chance.nextInt(floor.lanes().size());
        switch (chance.nextInt(6)) {
            case 0 -> {
                Helper me = Helper.attendant(name);
                presses.press(new StoreCommand.SignIn(me, chance.nextInt(RIGHT_PIN_OF) > 0));
            }
            case 1 -> presses.press(new StoreCommand.ComeOnDuty(Helper.attendant(name)));
            case 2 -> presses.press(new StoreCommand.GoOffDuty(name));
            case 3 ->
                presses.press(new StoreCommand.WriteToShopper(lane, "note " + presses.count() + " of " + name, name));
            case 4 -> {
                String machine = MACHINES.get(chance.nextInt(MACHINES.size()));
                TestKind kind = TestKind.values()[chance.nextInt(TestKind.values().length)];
                presses.press(new StoreCommand.TestMachine(lane, machine, kind.name(), name));
            }
            default -> issue();
        }
    }

    private void issue() {
        floor.hub().shop().stream()
                .flatMap(shop -> shop.issues().issues().entrySet().stream())
                .filter(entry -> entry.getValue().isOpen())
                .findFirst()
                .ifPresent(open -> presses.press(
                        open.getValue().owner().isEmpty()
                                ? new StoreCommand.TakeIssue(open.getKey(), name)
                                : new StoreCommand.CloseIssue(open.getKey(), name, "mended")));
    }
}
