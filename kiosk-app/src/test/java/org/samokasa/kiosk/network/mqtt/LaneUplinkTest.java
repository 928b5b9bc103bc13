package org.samokasa.kiosk.network.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.network.HubCommand;
import org.samokasa.kiosk.network.HubListener;
import org.samokasa.kiosk.network.LaneState;
import org.samokasa.kiosk.network.Topics;
import org.samokasa.soak.world.VirtualExecutor;
import org.samokasa.soak.world.World;

/** The lane's line in virtual time, on a line that only notes what it is given. */
class LaneUplinkTest {
    private static final Instant START = Instant.parse("2030-01-01T09:00:00Z");

    private final World world = new World(START, START.plus(Duration.ofHours(1)));
    private final AtomicReference<Duration> clockError = new AtomicReference<>(Duration.ZERO);
    private final List<Duration> states = new ArrayList<>();
    private MqttReceiver receiver;

    private LaneUplink uplink() {
        MqttLine line = new MqttLine() {
            @Override
            public void start() {
                receiver.onLink(true);
            }

            @Override
            public void publish(String topic, byte[] payload, boolean retained) {
                assertThat(retained).isEqualTo(topic.endsWith("/state"));
                states.add(Duration.between(START, world.now()));
            }

            @Override
            public void close() {
                receiver.onLink(false);
            }
        };
        return new LaneUplink(
                (clientId, will, subscriptions, executor, theReceiver) -> {
                    receiver = theReceiver;
                    return line;
                },
                new LaneUplink.Identity(new Topics("corner"), 4, "journal"),
                LaneUplink.Restored.NOTHING,
                new Nobody(),
                new VirtualExecutor(world, Runnable::run),
                () -> world.now().plus(clockError.get()));
    }

    private void runUntil(Duration moment) {
        while (world.now().isBefore(START.plus(moment))) {
            world.step();
        }
    }

    @Test
    void a_lane_at_rest_says_every_minute_how_it_is() {
        LaneUplink uplink = uplink();
        uplink.start();
        uplink.state(LaneState.gone(4, START));
        runUntil(Duration.ofMinutes(10));
        assertThat(states).hasSizeBetween(10, 11);
        for (int i = 1; i < states.size(); i++) {
            assertThat(states.get(i).minus(states.get(i - 1)))
                    .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
        }
    }

    @Test
    void a_clock_that_was_set_back_does_not_silence_it() {
        LaneUplink uplink = uplink();
        uplink.start();
        uplink.state(LaneState.gone(4, START));
        runUntil(Duration.ofMinutes(2));
        int before = states.size();
        clockError.set(Duration.ofHours(-5));
        runUntil(Duration.ofMinutes(5));
        assertThat(states.size() - before).isBetween(3, 5);
    }

    @Test
    void without_a_line_nothing_is_said() {
        LaneUplink uplink = uplink();
        uplink.start();
        uplink.state(LaneState.gone(4, START));
        runUntil(Duration.ofSeconds(1));
        uplink.close();
        runUntil(Duration.ofMinutes(5));
        assertThat(states).hasSize(1);
    }

    private static final class Nobody implements HubListener {
        @Override
        public void onLink(boolean up) {}

        @Override
        public void onCommand(String stream, long sequence, HubCommand command) {}

        @Override
        public void onAcknowledged(long upToSequence) {}

        @Override
        public void onHubIsBehind(long upToSequence) {}
    }
}
