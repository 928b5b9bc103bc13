package org.samokasa.kiosk.app.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.json.JsonException;
import org.samokasa.json.JsonTree;

/** Real processes: a basket is put aside from the console, outlives a kill of lane and hub, goes on and is paid. */
class BasketPutAsideTest extends LiveShop {
    private List<JsonTree> suspended() throws JsonException {
        return JsonTree.parse(call("GET", "/api/state", "").body())
                .at("state", "suspended")
                .items();
    }

    private static long number(JsonTree from, String name) {
        return from.at(name).number().orElseThrow().longValueExact();
    }

    private List<JsonTree> lanes() throws JsonException {
        return JsonTree.parse(call("GET", "/api/state", "").body())
                .at("state", "lanes")
                .items();
    }

    private JsonTree tile() throws JsonException {
        return lanes().get(0);
    }

    @Test
    void it_goes_on_after_both_were_killed_and_costs_what_it_cost() throws Exception {
        lane(view -> Boolean.TRUE.equals(view.get("hub")));
        scanned(MILK, 1035, 1);
        scanned(YOGHURT, 170, 2);
        until(() -> number(tile(), "itemCount") == 2);
        long total = number(shop.lane().object("view"), "totalMinor");
        long sale = number(tile(), "saleNumber");
        long lane = number(tile(), "lane");
        String suspend = "{\"by\":\"Anna\",\"sale\":" + sale + "}";
        assertThat(call("POST", "/api/lanes/" + lane + "/suspend", suspend).statusCode())
                .isEqualTo(200);
        lane(view -> "ATTRACT".equals(view.get("phase")));
        until(() -> suspended().size() == 1);
        assertThat(number(suspended().get(0), "totalMinor")).isEqualTo(total);

        shop.cut("hub");
        shop.cut("lane");
        shop.restart("hub");
        shop.restart("lane");
        until(() ->
                lanes().stream().anyMatch(one -> one.at("phase").textOrEmpty().equals("ATTRACT")));
        assertThat(suspended()).hasSize(1);
        String id = suspended().get(0).at("id").textOrEmpty();
        String recall = "{\"by\":\"Anna\",\"lane\":" + lane + "}";
        // A lane that has just started may not know yet what lies on its scale, and says no.
        lane(view -> {
            call("POST", "/api/suspended/" + id + "/recall", recall);
            return number(view, "lines") == 2;
        });
        assertThat(number(shop.lane().object("view"), "totalMinor")).isEqualTo(total);
        until(() -> suspended().isEmpty());

        lane(view ->
                machines(view).size() == 6 && machines(view).values().stream().allMatch("UP"::equals));
        long before = taken();
        shop.lane().order("tell pay");
        until(() -> machine("terminal").get("waits for a card").equals("yes"));
        shop.machines().order("card approve");
        lane(view -> "RECEIPT".equals(view.get("phase")));
        assertThat(taken()).isEqualTo(before + total);
        journalIsSound();
    }
}
