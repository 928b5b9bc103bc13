package org.samokasa.kiosk.app.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.kiosk.app.PinHash;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.help.ProblemDecision;
import org.samokasa.kiosk.network.HubCommand;
import org.samokasa.kiosk.network.LaneMessage.HelpRaised;
import org.samokasa.kiosk.store.OpeningHours;
import org.samokasa.kiosk.store.ShopPolicy;

/** Who works at the consoles of a shop whose staff have PINs. */
class SignInTest {
    private static final PinHash PIN_1234 = PinHash.of("1234", new byte[16]);
    private static final PinHash PIN_9876 = PinHash.of("9876", new byte[16]);
    static final HubConfig.Floor STAFF = new HubConfig.Floor(
            List.of(
                    new HubConfig.Member(Helper.attendant("Anna"), Optional.of(PIN_1234)),
                    new HubConfig.Member(Helper.attendant("Jan"), Optional.of(PIN_9876))),
            new ShopPolicy(OpeningHours.ALWAYS, Set.of(), Set.of("WEIGHT_MISMATCH")),
            List.of("4 . 1", "2 3"),
            Optional.empty());

    @TempDir
    Path data;

    private RunningHub hub;

    @BeforeEach
    void start() throws Exception {
        hub = new RunningHub(data, STAFF);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void a_command_needs_a_session_and_carries_its_name() throws Exception {
        try (LaneDouble lane = hub.lane(4)) {
            lane.awaitAcknowledgement(lane.say(new HelpRaised(LaneDouble.ageCheck("r1", 4))));
            String accept = "/api/requests/r1/accept";
            assertThat(hub.post(accept, "{\"by\":\"Anna\"}"))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(401))
                    .satisfies(answer -> assertThat(answer.body()).contains("NOT_SIGNED_IN"));
            assertThat(hub.post(accept, "guess", "{}").statusCode()).isEqualTo(401);
            String anna = hub.signIn("Anna", "1234");
            assertThat(hub.post(accept, anna, "{\"by\":\"Jan\"}").body()).isEqualTo("{\"changed\":true}");
            assertThat(lane.awaitCommand()).isEqualTo(new HubCommand.HelpAccepted("r1", "Anna", 30));
        }
    }

    @Test
    void a_session_says_whose_it_is_and_the_house_what_it_ties_to_presence() throws Exception {
        assertThat(hub.get("/api/session").statusCode()).isEqualTo(401);
        String anna = hub.signIn("Anna", "1234");
        assertThat(hub.get("/api/session?session=" + anna).body()).isEqualTo("{\"name\":\"Anna\"}");
        assertThat(hub.get("/api/house").body())
                .contains("\"sheet\":{\"zone\":\"UTC\",\"openNow\":true,\"hours\":{},\"presence\":[]")
                .contains("\"twoPersons\":[\"WEIGHT_MISMATCH\"]")
                .doesNotContain("\"facts\"");
    }

    @Test
    void who_signs_in_is_on_duty_until_they_go_and_a_device_that_changes_hands_forgets_the_first() throws Exception {
        String anna = hub.signIn("Anna", "1234");
        hub.awaitState("\"onDuty\":[{\"name\":\"Anna\",\"role\":\"ATTENDANT\"}]");
        assertThat(hub.post("/api/sign-in", anna, "{\"name\":\"Jan\",\"pin\":\"9876\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(hub.post("/api/off-duty", anna, "").statusCode()).isEqualTo(401);
        String again = hub.signIn("Anna", "1234");
        assertThat(hub.post("/api/off-duty", again, "").body()).isEqualTo("{\"changed\":true}");
        hub.awaitState("\"onDuty\":[{\"name\":\"Jan\"");
        assertThat(hub.post("/api/lanes/4/close", again, "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void the_fifth_wrong_pin_locks_the_name_and_a_restart_forgives_nothing() throws Exception {
        String wrong = "{\"name\":\"Anna\",\"pin\":\"1111\"}";
        for (int i = 1; i <= 5; i++) {
            assertThat(hub.post("/api/sign-in", wrong).body()).contains("PIN_WRONG");
        }
        String right = "{\"name\":\"Anna\",\"pin\":\"1234\"}";
        assertThat(hub.post("/api/sign-in", right).statusCode()).isEqualTo(429);
        hub.close();
        hub = new RunningHub(data, STAFF);
        assertThat(hub.post("/api/sign-in", right).body()).contains("PIN_LOCKED");
        assertThat(hub.post("/api/sign-in", "{\"name\":\"Jan\",\"pin\":\"9876\"}")
                        .statusCode())
                .as("nobody else is locked out")
                .isEqualTo(200);
        assertThat(hub.post("/api/sign-in", "{\"name\":\"Eve\",\"pin\":\"1234\"}")
                        .body())
                .contains("PIN_WRONG");
    }

    @Test
    void a_restart_signs_nobody_out_and_no_file_holds_the_secret() throws Exception {
        String anna = hub.signIn("Anna", "1234");
        hub.close();
        assertThat(Files.readString(data.resolve("console-sessions")))
                .contains("Anna")
                .doesNotContain(anna);
        hub = new RunningHub(data, STAFF);
        assertThat(hub.post("/api/lanes/4/close", anna, "{}").statusCode()).isEqualTo(200);
        hub.awaitState("\"onDuty\":[{\"name\":\"Anna\"");
    }

    @Test
    void what_takes_two_people_waits_for_another_one() throws Exception {
        try (LaneDouble lane = hub.lane(2)) {
            lane.awaitAcknowledgement(lane.say(new HelpRaised(LaneDouble.weight("w", 2))));
            String approve = "/api/problems/2/weight-w/approve";
            String anna = hub.signIn("Anna", "1234");
            assertThat(hub.post(approve, anna, "{\"reason\":\"a gift\"}").body())
                    .isEqualTo("{\"changed\":true}");
            assertThat(hub.post(approve, anna, "{}").body()).isEqualTo("{\"changed\":false}");
            hub.awaitState("\"first\":{\"decision\":\"APPROVED\",\"by\":\"Anna\"");
            assertThat(hub.post(approve, hub.signIn("Jan", "9876"), "{}").body())
                    .isEqualTo("{\"changed\":true}");
            assertThat(lane.awaitCommand()).isEqualTo(new HubCommand.HelpAccepted("w", "Anna", 0));
            assertThat(lane.awaitCommand())
                    .isEqualTo(new HubCommand.ResolveProblem("weight-w", ProblemDecision.APPROVED, "Anna", "a gift"));
        }
    }
}
