package org.samokasa.kiosk.app.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.sim.app.demo.InterfacePage;
import org.samokasa.sim.script.Scenario;

/** Real processes: the hub is gone while the shopper shops, calls and pays, and comes back. */
class HubGoneTest extends LiveShop {
    @Test
    void the_lane_sells_on_and_the_call_is_delivered_when_the_hub_is_back() {
        lane(view -> Boolean.TRUE.equals(view.get("hub")));
        shop.cut("hub");
        lane(view -> Boolean.FALSE.equals(view.get("hub")));
        pay();
        shop.machines().order("card approve");
        lane(view -> "RECEIPT".equals(view.get("phase")));
        shop.lane().order("tell no-receipt");
        scanned(YOGHURT, 0, 1);
        shop.lane().order("tell help");
        assertThat(lane(view -> "RAISED".equals(view.get("help")))).containsEntry("light", "HELP_WANTED");

        shop.restart("hub");
        try (InterfacePage attendant = new InterfacePage(shop.console(), "Anna")) {
            for (String deed : List.of("attendant accept", "attendant solve")) {
                attendant.perform(Scenario.step(1, deed));
                lane(view ->
                        deed.endsWith("accept") ? "Anna".equals(view.get("helpBy")) : "NONE".equals(view.get("help")));
            }
        }
    }
}
