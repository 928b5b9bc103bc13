package org.samokasa.soak.people;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.soak.shop.LaneStation;

/** Somebody who signs in at a lane's own screen, has its machines tested, and goes; with or without signing out. */
final class Technician {
    /** Of so many rounds past the lanes one ends at a lane's screen. */
    private static final int SELDOM = 6;

    private static final List<String> WAY_IN =
            List.of("language", "staff", "key-4", "key-7", "key-1", "key-1", "key-enter");
    private static final String ANYTHING = "";
    private static final int TESTS_MAX = 8;
    private static final int SLIPS_OF = 4;

    private final Floor floor;
    private final SplittableRandom chance;

    Technician(Floor floor, SplittableRandom chance) {
        this.floor = floor;
        this.chance = chance;
    }

    void perhaps() {
        int number = 1 + chance.nextInt(floor.lanes().size());
        LaneStation lane = floor.lane(number);
        if (chance.nextInt(SELDOM) > 0 || !lane.isOn() || !floor.isFree(number) || !isQuiet(lane.view())) {
            return;
        }
        floor.tally().count("technicians");
        Deque<String> presses = new ArrayDeque<>(WAY_IN);
        if (chance.nextInt(SLIPS_OF) == 0) {
            presses.removeLast();
            presses.add("key-2");
            presses.add("key-enter");
        }
        for (int i = chance.nextInt(TESTS_MAX); i >= 0; i--) {
            presses.add(ANYTHING);
        }
        if (chance.nextBoolean()) {
            presses.add("sign-out");
        }
        goOn(lane, presses);
    }

    private static boolean isQuiet(LaneView view) {
        Phase phase = view.lane().phase();
        return phase == Phase.ATTRACT || phase == Phase.CLOSED || phase == Phase.OUT_OF_SERVICE;
    }

    private void goOn(LaneStation lane, Deque<String> presses) {
        if (presses.isEmpty() || !floor.isFree(lane.number()) || !lane.isOn()) {
            return;
        }
        String wanted = presses.remove();
        boolean anything = wanted.equals(ANYTHING);
        if (!anything || lane.view().lane().staff().isHere()) {
            List<Control> there = lane.controls().stream()
                    .filter(control ->
                            anything ? isOfStaff(control) : control.name().equals(wanted))
                    .toList();
            Optional<Control> one =
                    there.isEmpty() ? Optional.empty() : Optional.of(there.get(chance.nextInt(there.size())));
            one.ifPresent(lane::press);
        }
        floor.world().afterMillis(400L + chance.nextInt(9_000), () -> goOn(lane, presses));
    }

    /** Staff call nobody. */
    private static boolean isOfStaff(Control control) {
        return !control.name().equals("help");
    }
}
