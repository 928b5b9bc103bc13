package org.samokasa.soak.people;

import java.util.List;
import java.util.SplittableRandom;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.soak.shop.LaneStation;
import org.samokasa.soak.world.World;

/** A shopper's fingers on the glass: they answer what they are asked, and now and then press whatever stands there. */
final class Fingers {
    /** Of so many moments one begins a spree of presses. */
    private static final int SPREE_OF = 40;

    private static final int PRESSES_MAX = 7;

    /** Nobody calls for help as lightly as they press anything else. */
    private static final int CALLS_OF = 6;

    /** So long a finger is under way: what it aimed at may have changed by then. */
    private static final int UNDER_WAY_MILLIS = 60;

    private final World world;
    private final LaneStation lane;
    private final SplittableRandom chance;
    private int left;

    Fingers(World world, LaneStation lane, SplittableRandom chance) {
        this.world = world;
        this.lane = lane;
        this.chance = chance;
    }

    /** True when this moment belongs to them. */
    boolean play(LaneView view) {
        if (left == 0 && chance.nextInt(wants(view)) == 0) {
            left = 1 + chance.nextInt(PRESSES_MAX);
        }
        if (left == 0) {
            return false;
        }
        left--;
        press(lane.controls());
        return true;
    }

    /** Somebody who waits for help, or is asked something, looks at the screen more often. */
    private static int wants(LaneView view) {
        boolean asked = view.lane().help().isPresent()
                || view.lane().offer().filter(offer -> offer.isOpen()).isPresent()
                || view.lane().helped().filter(helped -> helped.isAsked()).isPresent();
        return asked ? SPREE_OF / 8 : SPREE_OF;
    }

    private void press(List<Control> controls) {
        if (controls.isEmpty()) {
            return;
        }
        Control aimed = controls.get(chance.nextInt(controls.size()));
        boolean calls = aimed.command()
                .filter(ShopperCommand.CallHelp.class::isInstance)
                .isPresent();
        if (!calls || chance.nextInt(CALLS_OF) == 0) {
            world.afterMillis(chance.nextInt(UNDER_WAY_MILLIS), () -> lane.press(aimed));
        }
    }

    /** Says how the help was, if that is asked; true when it was. */
    boolean rate() {
        List<Control> faces = lane.controls().stream()
                .filter(control ->
                        control.name().startsWith("face-") || control.name().startsWith("reason-"))
                .toList();
        press(faces);
        return !faces.isEmpty();
    }
}
