package org.samokasa.sim.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.device.VirtualMachine;
import org.samokasa.sim.record.ReplayMachine.Follow;

class ReplayMachineTest {
    private static final Recording SCALE = Recording.parse(List.of(
            "samokasa recording 1 scale",
            "0.0 opened",
            "0.5 shop 57",
            "0.6 machine 02 31",
            "0.7 machine 0D",
            "2.0 shop 57 57",
            "2.1 lost",
            "5.0 opened",
            "5.2 machine 41"));

    private final Instant start = Instant.parse("2030-01-01T09:00:00Z");
    private final List<String> seen = new ArrayList<>();
    private Instant now = start;

    private VirtualMachine.Wire wire() {
        return new VirtualMachine.Wire() {
            @Override
            public void send(Bytes bytes) {
                seen.add(now.toEpochMilli() - start.toEpochMilli() + " " + bytes.toHex());
            }

            @Override
            public void hangUp() {
                seen.add(now.toEpochMilli() - start.toEpochMilli() + " hung up");
            }
        };
    }

    private void until(VirtualMachine machine, long millis) {
        while (machine.nextDue().isPresent() && !machine.nextDue().get().isAfter(start.plusMillis(millis))) {
            now = machine.nextDue().get();
            machine.poll(now);
        }
        now = start.plusMillis(millis);
    }

    @Test
    void answers_a_slower_shop_as_long_after_its_question_as_then() {
        ReplayMachine machine = new ReplayMachine(SCALE, Follow.SHOP);
        machine.connected(wire(), now);
        until(machine, 4_000);
        assertThat(seen).isEmpty();
        machine.receive(Bytes.of(0x57), now);
        until(machine, 6_000);
        machine.receive(Bytes.of(0x57), now);
        until(machine, 7_000);
        machine.receive(Bytes.of(0x58), now);
        until(machine, 8_000);
        assertThat(seen).containsExactly("4100 02 31", "4200 0D", "7100 hung up");
        assertThat(machine.differences()).isEqualTo(1);
        assertThat(machine.firstDifference())
                .hasValueSatisfying(first -> assertThat(first).contains("moment 5", "57 58"));
        machine.connected(wire(), now);
        until(machine, 9_000);
        assertThat(seen).endsWith("8200 41");
        assertThat(machine.isOver()).isTrue();
    }

    @Test
    void by_the_clock_it_does_not_care_what_the_shop_says() {
        ReplayMachine machine = new ReplayMachine(SCALE, Follow.CLOCK);
        machine.connected(wire(), now);
        until(machine, 9_000);
        assertThat(seen).containsExactly("600 02 31", "700 0D", "2100 hung up");
        machine.connected(wire(), now);
        until(machine, 10_000);
        assertThat(seen).endsWith("9200 41");
    }

    @Test
    void a_shop_that_comes_back_early_is_served_from_the_next_connection_on() {
        ReplayMachine machine = new ReplayMachine(SCALE, Follow.SHOP);
        machine.connected(wire(), now);
        machine.disconnected(now);
        machine.connected(wire(), now);
        until(machine, 1_000);
        assertThat(seen).containsExactly("200 41");
    }
}
