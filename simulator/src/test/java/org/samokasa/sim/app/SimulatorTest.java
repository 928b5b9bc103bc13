package org.samokasa.sim.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.panel.PanelState;

@Timeout(120)
class SimulatorTest {
    private static final String CONFIG = """
            # a lane
            products = shelf.csv
            ptyFolder = ports
            seed = 7
            machines = [
              { name = scanner, kind = scanner, port = "pty:scanner", terminator = crlf }
              { name = bagging-scale, kind = scale, port = "pty:bagging-scale", intervalGrams = 1 }
              { name = printer, kind = printer, port = "tcp:0" }
              { name = terminal, kind = zvt-terminal, port = "tcp:0", currency = PLN, zone = Europe/Warsaw, cardDelay = 1s }
            ]
            """;

    @TempDir
    Path folder;

    private SimulatorConfig read(String text) throws Exception {
        Files.writeString(
                folder.resolve("shelf.csv"),
                "code,name,grams\n5900512110103,MILK,1030\n4006381333931,\"Pen, \"\"yellow\"\"\",14\n");
        Path file = Files.writeString(folder.resolve("sim.conf"), text);
        return SimulatorConfig.read(file, MachineFactory.standard());
    }

    @Test
    void a_configuration_gives_its_machines_where_a_lane_can_find_them() throws Exception {
        SimulatorConfig config = read(CONFIG);
        assertThat(config.shelf().code("milk")).isEqualTo("5900512110103");
        assertThat(config.shelf().code("Pen, \"yellow\"")).isEqualTo("4006381333931");
        assertThat(config.shelf().code("12345")).isEqualTo("12345");
        try (Simulator simulator = new Simulator(config, InstantSource.system())) {
            assertThat(simulator.machines().units())
                    .extracting(MachineUnit::name)
                    .containsExactly("scanner", "bagging-scale", "printer", "terminal");
            MachineUnit scanner = simulator.machines().units().get(0);
            assertThat(Json.ready(scanner, simulator.address(scanner)))
                    .isEqualTo("{\"machine\":\"scanner\",\"kind\":\"scanner\",\"address\":\"serial:"
                            + folder.resolve("ports/scanner") + "\"}");
            assertThat(Files.isSymbolicLink(folder.resolve("ports/scanner"))).isTrue();
        }
    }

    @Test
    void the_control_port_takes_steps_and_answers_each() throws Exception {
        try (Simulator simulator = new Simulator(read(CONFIG), InstantSource.system());
                ControlServer control = new ControlServer(simulator, 0);
                Socket client = new Socket(InetAddress.getLoopbackAddress(), control.port())) {
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            Path png = folder.resolve("roll.png");
            String[][] talk = {
                {"scan MILK", "ok"},
                {"bag 1030 g", "ok"},
                {"fault printer paper-out", "ok"},
                {"unplug bagging-scale", "ok"},
                {"paper " + png, "ok"},
                {"scna MILK", "error unknown verb 'scna', did you mean 'scan'?"},
                {"touch pay", "error 'touch' is nothing a machine does"},
                {"heal toaster", "error no machine 'toaster', there are: scanner, bagging-scale, printer, terminal"},
                {"card approve", "ok"},
                {"card decline 51", "ok"},
                {"card decline 999", "error a refusal has a code from 1 to 255, not 999"},
                {"card busy", "ok"},
                {"heal terminal", "ok"},
                {"fault terminal paper-out", "error a terminal has no PaperOut"},
                {"paper /no/such/folder/x.png", "error"},
            };
            for (String[] pair : talk) {
                client.getOutputStream().write((pair[0] + "\n").getBytes(StandardCharsets.UTF_8));
                assertThat(answers.readLine()).as(pair[0]).startsWith(pair[1]);
            }
            assertThat(png).isNotEmptyFile();
            client.getOutputStream().write("status\n".getBytes(StandardCharsets.UTF_8));
            assertThat(answers.readLine())
                    .contains("\"bagging-scale\":{\"kind\":\"scale\",\"plugged\":false")
                    .contains("\"load\":\"1030 g\"")
                    .contains("\"state\":\"paper out\"");
            assertThat(control.answer("plug bagging-scale")).isEqualTo("ok");
            assertThat(simulator.state(PanelState.Scenarios.NONE).machines()).allMatch(machine -> machine.plugged());
        }
    }

    @Test
    void everything_that_is_wrong_with_a_configuration_is_told_at_once() {
        String wrong =
                CONFIG.replace("kind = printer", "kind = toaster").replace("intervalGrams = 1", "intervalGrams = 0");
        assertThatThrownBy(() -> read(wrong))
                .hasMessageContaining("unknown kind 'toaster', known: [")
                .hasMessageContaining("zvt-terminal]")
                .hasMessageContaining("sim.conf: 8")
                .hasMessageContaining("no scale has 0 g")
                .hasMessageContaining("sim.conf: 7");
        assertThatThrownBy(() -> read(CONFIG.replace("name = scanner,", ""))).hasMessageContaining("name");
        assertThatThrownBy(() -> read(CONFIG.replace("crlf", "dot"))).hasMessageContaining("terminator dot");
        assertThatThrownBy(() -> read(CONFIG.replace("shelf.csv", "absent.csv")))
                .hasMessageContaining("absent.csv");
        assertThatThrownBy(() -> read(CONFIG.replace("Europe/Warsaw", "Nowhere")))
                .hasMessageContaining("zone: ");
        assertThatThrownBy(() -> read("machines = [")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "--panel, --config is missing",
        "--config, something is missing behind --config",
        "--config f --speed, unknown argument '--speed'",
        "--config f --control x, 'x' is no port",
    })
    void wrong_use_is_one_clear_line(String arguments, String message) {
        assertThatThrownBy(() -> SimulatorArguments.parse(arguments.split(" ")))
                .hasMessageContaining(message)
                .hasMessageContaining("usage:");
    }

    @Test
    void the_command_line_is_understood() {
        assertThat(SimulatorArguments.parse("--config", "a.conf", "--panel", "--control", "4711", "--record", "wires"))
                .isEqualTo(new SimulatorArguments(
                        Path.of("a.conf"),
                        true,
                        Optional.empty(),
                        0,
                        Optional.of(4_711),
                        Optional.of(Path.of("wires"))));
    }
}
