package org.samokasa.kiosk.app.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.tax.TaxTable;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.MachineBook;
import org.samokasa.kiosk.lane.command.HubCommand.Nothing;
import org.samokasa.kiosk.lane.command.HubCommand.Ordered;
import org.samokasa.kiosk.lane.command.LaneCommand;
import org.samokasa.kiosk.network.CommandEnvelope;
import org.samokasa.kiosk.network.HubCommand;
import org.samokasa.kiosk.network.LaneWords;
import org.samokasa.kiosk.network.mqtt.MqttLine;
import org.samokasa.kiosk.network.mqtt.MqttReceiver;
import org.samokasa.soak.world.VirtualExecutor;
import org.samokasa.soak.world.World;

/** What the lane's line to the hub promises about orders: none is acknowledged before the lane has it on its disk. */
class HubConnectionTest {
    private static final Instant START = Instant.parse("2030-01-01T09:00:00Z");

    private final World world = new World(START, START.plus(Duration.ofHours(1)));
    private final List<String> published = new ArrayList<>();
    private final List<LaneCommand> queue = new ArrayList<>();
    private MqttReceiver receiver;

    private MqttLine line(MqttReceiver told) {
        receiver = told;
        return new MqttLine() {
            @Override
            public void start() {
                receiver.onLink(true);
            }

            @Override
            public void publish(String topic, byte[] payload, boolean retained) {
                published.add(topic);
            }

            @Override
            public void close() {}
        };
    }

    private void connect() {
        LaneWords words =
                new LaneWords("journal", new TaxTable(List.of()), ZoneOffset.UTC, Language.EN, MachineBook.EMPTY);
        new HubConnection(words, List.of())
                .connect(
                        (clientId, will, subscriptions, executor, told) -> line(told),
                        "corner",
                        Lane.unopened(4, Language.EN),
                        queue::add,
                        (from, visitor) -> {},
                        new VirtualExecutor(world, Runnable::run),
                        world::now);
        settle();
    }

    private void settle() {
        Instant until = world.now().plusSeconds(2);
        while (world.now().isBefore(until)) {
            world.step();
        }
    }

    private void comes(long sequence, long previous, HubCommand command) {
        CommandEnvelope envelope = new CommandEnvelope(1, 4, "hub", sequence, previous, command);
        receiver.onMessage("samokasa/corner/lane/4/command", RecordJson.write(CommandEnvelope.class, envelope));
        settle();
    }

    @Test
    void an_order_that_means_nothing_to_this_lane_acknowledges_none_that_came_before_it() {
        connect();
        comes(7, 0, new HubCommand.OpenLane("Anna"));
        comes(9, 7, new HubCommand.TestMachine("scanner", "TURN_INSIDE_OUT", "Anna", START));
        assertThat(queue).hasSize(2);
        assertThat(queue.get(1)).isEqualTo(new Ordered("hub", 9, new Nothing()));
        assertThat(published).as("neither is on the lane's disk").noneMatch(topic -> topic.endsWith("command-ack"));
    }
}
