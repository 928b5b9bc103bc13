package org.samokasa.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scannertext.ScannerTextSettings;
import org.samokasa.sim.device.VirtualMachine;
import org.samokasa.sim.device.scanner.ScannerMachine;

class FaultyMachineTest {
    private static final Instant NOW = Instant.parse("2030-01-01T09:00:00Z");

    private final ScannerMachine scanner = new ScannerMachine("scanner", ScannerTextSettings.USUAL, false);
    private final FaultyMachine machine = new FaultyMachine(scanner);
    private final List<Bytes> sent = new ArrayList<>();

    @BeforeEach
    void connect() {
        machine.connected(
                new VirtualMachine.Wire() {
                    @Override
                    public void send(Bytes bytes) {
                        sent.add(bytes);
                    }

                    @Override
                    public void hangUp() {
                        sent.add(Bytes.ascii("hung up"));
                    }
                },
                NOW);
    }

    private List<String> scan(String fault) {
        machine.inflict((Fault.OfWire) Fault.parse(fault));
        scanner.scan("AB");
        scanner.scan("CD");
        return sent.stream().map(Bytes::toHex).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "silent, ''",
        "drop 2, '0D, 43 44 0D'",
        "drop 4, '44 0D'",
        "flip 0, '40 42 0D, 43 44 0D'",
        "flip 31, 'C1 42 0D, 43 44 0D'",
        "garble, 'C1 C2 8D, C3 C4 8D'",
        "half, '41 42'",
        "duplicate, '41 42 0D, 41 42 0D, 43 44 0D, 43 44 0D'",
    })
    void each_fault_does_the_same_each_time(String fault, String expected) {
        assertThat(String.join(", ", scan(fault))).isEqualTo(expected);
        sent.clear();
        machine.heal();
        scanner.scan("E");
        assertThat(sent).containsExactly(Bytes.ascii("E\r"));
    }

    @Test
    void late_bytes_come_late_and_in_order_also_when_healed_meanwhile() {
        assertThat(scan("late 1500 ms")).isEmpty();
        machine.heal();
        scanner.scan("E");
        assertThat(machine.nextDue()).contains(NOW.plusMillis(1_500));
        machine.poll(NOW.plusMillis(1_499));
        assertThat(sent).isEmpty();
        machine.poll(NOW.plusMillis(1_500));
        assertThat(sent).containsExactly(Bytes.ascii("AB\r"), Bytes.ascii("CD\r"), Bytes.ascii("E\r"));
        assertThat(machine.nextDue()).isEmpty();
    }

    @Test
    void split_bytes_come_one_by_one_and_nothing_overtakes_them() {
        assertThat(scan("split 5 ms")).containsExactly("41");
        for (int millis = 5; millis <= 10; millis += 5) {
            machine.poll(NOW.plusMillis(millis));
        }
        assertThat(sent.stream().map(Bytes::toHex)).containsExactly("41", "42", "0D", "43", "44", "0D");
    }

    @Test
    void a_stale_machine_says_what_it_said_before() {
        assertThat(scan("stale")).containsExactly("41 42 0D");
        machine.heal();
        scanner.scan("E");
        assertThat(sent).endsWith(Bytes.ascii("E\r"));
    }

    @Test
    void faults_add_up() {
        machine.inflict(new Fault.Duplicate());
        assertThat(scan("drop 1")).startsWith("42 0D", "41 42 0D");
        assertThat(machine.faults()).containsExactly(new Fault.Duplicate());
        assertThat(Fault.parse("late 2 s")).isEqualTo(new Fault.Late(Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "drop", "drop x", "flip -1", "late soon", "silent 5", "explode"})
    void what_is_no_fault_is_refused(String text) {
        assertThatThrownBy(() -> Fault.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
