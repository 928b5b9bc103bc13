package org.samokasa.kiosk.app.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samokasa.json.JsonTree;

/** Real processes: an attendant's press goes through hub, broker, lane and driver to a machine, and its answer comes back. */
class MachinesFromTheConsoleTest extends LiveShop {
    private JsonTree device(String machine) throws org.samokasa.json.JsonException {
        JsonTree lane = JsonTree.parse(call("GET", "/api/state", "").body())
                .at("state", "lanes")
                .items()
                .get(0);
        return lane.at("devices").items().stream()
                .filter(device -> device.at("name").textOrEmpty().equals(machine))
                .findFirst()
                .orElseThrow();
    }

    private JsonTree test(String machine, String test) throws org.samokasa.json.JsonException {
        int lane = JsonTree.parse(call("GET", "/api/state", "").body())
                .at("state", "lanes")
                .items()
                .get(0)
                .at("lane")
                .number()
                .orElseThrow()
                .intValue();
        String path = "/api/lanes/" + lane + "/machines/" + machine + "/test";
        assertThat(call("POST", path, "{\"by\":\"Anna\",\"test\":\"" + test + "\"}")
                        .statusCode())
                .isEqualTo(200);
        until(() -> device(machine).at("tested", "test").textOrEmpty().equals(test));
        return device(machine).at("tested");
    }

    @Test
    void every_machine_of_a_lane_does_what_it_offers_and_says_how_it_went() throws Exception {
        lane(view -> Boolean.TRUE.equals(view.get("hub")));
        until(() -> device("terminal").at("health").textOrEmpty().equals("UP"));
        Map<String, String> expected = Map.of(
                "produce-scale", "WEIGH",
                "bagging-scale", "WEIGH",
                "printer", "PRINT_PAGE",
                "terminal", "DIAGNOSE");
        for (Map.Entry<String, String> one : expected.entrySet()) {
            assertThat(test(one.getKey(), one.getValue()).at("outcome").textOrEmpty())
                    .as(
                            "%s of %s: %s",
                            one.getValue(), one.getKey(), device(one.getKey()).value())
                    .isEqualTo("PASSED");
        }
        JsonTree day = test("terminal", "END_OF_DAY");
        assertThat(day.at("outcome").textOrEmpty()).isEqualTo("PASSED");
        assertThat(day.at("by").textOrEmpty()).isEqualTo("Anna");
        assertThat(day.at("lines").texts().get(0)).startsWith("total ");
        assertThat(test("terminal", "WIRE").at("lines").texts())
                .anySatisfy(line -> assertThat(line).contains("06 20 05 00 00 00"));
        assertThat(test("scanner", "END_OF_DAY").at("detail").textOrEmpty()).isEqualTo("not offered by this machine");
        assertThat(test("light", "SHOW_COLOURS").at("outcome").textOrEmpty()).isEqualTo("LOOK");
    }

    @Test
    void beside_a_shopper_no_test_begins() throws Exception {
        lane(view -> Boolean.TRUE.equals(view.get("hub")));
        scanned(MILK, 1035, 1);
        JsonTree refused = test("terminal", "END_OF_DAY");
        assertThat(refused.at("outcome").textOrEmpty()).isEqualTo("REFUSED");
        assertThat(refused.at("detail").textOrEmpty()).isEqualTo("a shopper is at the lane");
        assertThat(machine("terminal")).isNotNull();
        pressedOn();
    }

    /** The shopper goes on as if nothing had been asked. */
    private void pressedOn() {
        shop.lane().order("tell pay");
        lane(view -> "PAYING".equals(view.get("phase")));
        shop.machines().order("card approve");
        lane(view -> "RECEIPT".equals(view.get("phase")));
    }
}
