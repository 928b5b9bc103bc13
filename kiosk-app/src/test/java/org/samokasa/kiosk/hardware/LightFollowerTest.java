package org.samokasa.kiosk.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samokasa.kiosk.lane.LaneBench.MILK;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Light;
import org.samokasa.driver.light.PatliteLight;
import org.samokasa.driver.light.RelayLight;
import org.samokasa.kiosk.lane.LaneBench;
import org.samokasa.kiosk.lane.LaneLight;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.sim.device.light.LightMachine;
import org.samokasa.sim.world.VirtualPort;
import org.samokasa.transport.MemoryLink;

/** From what a lane decides to what shines on its pole: the shipped drivers on both kinds of simulated light. */
class LightFollowerTest {
    private final LaneBench lane = new LaneBench();
    private Instant now = Instant.parse("2030-01-01T09:00:00Z");
    private LightMachine machine;
    private VirtualPort port;
    private Light light;
    private LightFollower follower;

    private void on(LightMachine.Model model) {
        MemoryLink link = new MemoryLink("light");
        machine = new LightMachine("light", model);
        port = new VirtualPort(machine, link.farEnd(), () -> now);
        DeviceName name = new DeviceName("light");
        light = model == LightMachine.Model.LCUS
                ? RelayLight.lcus(name, link, java.util.List.of(3, 2, 1))
                : new PatliteLight(name, link);
        follower = new LightFollower(call -> {
            call.accept(light);
            return true;
        });
        port.plug();
    }

    /** What is seen a while later; relays are switched one after the other. */
    private String seen() {
        Optional<String> stopped = lane.engine().stopped();
        follower.show(new LaneView(lane.lane(), lane.engine().readings(), now, false, stopped));
        pass(Duration.ofMillis(200));
        return machine.lamps();
    }

    private void pass(Duration time) {
        Instant end = now.plus(time);
        while (!now.isAfter(end)) {
            port.poll();
            light.poll(now);
            port.poll();
            Instant next = Stream.of(light.nextDue(), port.nextDue())
                    .flatMap(Optional::stream)
                    .min(Instant::compareTo)
                    .orElse(end.plusMillis(1));
            now = next.isAfter(now) ? next : now.plusMillis(1);
        }
        now = end;
    }

    @Test
    void a_tower_shows_the_course_of_a_visit_with_a_call() {
        on(LightMachine.Model.PATLITE);
        assertThat(seen()).isEqualTo("green");
        lane.scan(MILK);
        assertThat(seen()).isEqualTo("green");
        lane.tell(new ShopperCommand.CallHelp());
        assertThat(seen()).isEqualTo("red blinking");
        String request = lane.lane().help().orElseThrow().requestId();
        lane.order(new HubCommand.Accept(request, "Anna", 60));
        assertThat(seen()).isEqualTo("yellow");
        assertThat(light.health().usable()).isTrue();
    }

    @Test
    void relays_blink_by_the_driver_and_forget_nothing_over_a_replug() {
        on(LightMachine.Model.LCUS);
        assertThat(seen()).isEqualTo("green");
        lane.tell(new ShopperCommand.CallHelp());
        assertThat(seen()).isEqualTo("red");
        pass(Duration.ofMillis(500));
        assertThat(machine.lamps()).isEqualTo("dark");
        port.unplug();
        pass(Duration.ofSeconds(1));
        port.plug();
        pass(Duration.ofMillis(200));
        assertThat(machine.lamps()).isEqualTo("red");
        light.close();
        port.poll();
        assertThat(machine.lamps()).isEqualTo("dark");
    }

    @Test
    void a_lane_that_stopped_is_red() {
        on(LightMachine.Model.PATLITE);
        lane.breakDisk().scan(MILK);
        assertThat(seen()).isEqualTo("red");
    }

    @ParameterizedTest
    @EnumSource(LaneLight.class)
    void no_state_is_dark_and_only_a_call_blinks(LaneLight state) {
        Light.Pattern pattern = LightFollower.pattern(state);
        EnumSet<Light.Lamp> lamps = EnumSet.of(pattern.green(), pattern.yellow(), pattern.red());
        assertThat(pattern).isNotEqualTo(Light.Pattern.DARK);
        assertThat(lamps.contains(Light.Lamp.BLINKING)).isEqualTo(state == LaneLight.HELP_WANTED);
    }
}
