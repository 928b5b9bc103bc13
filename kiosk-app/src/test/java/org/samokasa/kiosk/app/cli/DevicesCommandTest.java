package org.samokasa.kiosk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.samokasa.sim.app.SimulatedMachines;
import org.samokasa.sim.junit.SimulatedLane;
import picocli.CommandLine;

/** Each machine is found by what it answers, on a real pseudo-terminal, by drivers that are tried one after the other. */
@Timeout(180)
@SimulatedLane(config = """
        machines = [
          { name = scanner, kind = scanner, port = "pty:scanner" }
          { name = scale, kind = scale, port = "pty:scale" }
          { name = printer, kind = printer, port = "pty:printer" }
          { name = nci, kind = scale, protocol = nci, port = "pty:nci" }
        ]
        """)
class DevicesCommandTest {
    private final StringWriter out = new StringWriter();

    private int run(String... words) {
        CommandLine line = new CommandLine(new DevicesCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        return line.execute(words);
    }

    private static String path(SimulatedMachines machines, String machine) {
        return machines.address(machine).substring("serial:".length());
    }

    @Test
    void proposes_the_line_for_each_machine_that_answers(SimulatedMachines machines) {
        assertThat(run("list", "--probe", "--port", path(machines, "scale"), "--port", path(machines, "printer")))
                .isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("\"is\":\"scale 8217\"", "driver = \\\"8217\\\"", "bits=7&parity=even");
        assertThat(lines.get(1)).contains("\"is\":\"printer escpos\"");
    }

    @Test
    void a_scale_of_another_make_is_found_by_what_it_answers(SimulatedMachines machines) {
        run("list", "--probe", "--port", path(machines, "nci"));
        assertThat(out.toString()).contains("\"is\":\"scale nci\"", "driver = \\\"nci\\\"");
    }

    @Test
    void a_scanner_is_found_when_somebody_scans(SimulatedMachines machines) throws InterruptedException {
        Thread shopper = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                machines.perform("scan 4006381333931");
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);
            }
        });
        shopper.start();
        try {
            run("list", "--listen", "60", "--port", path(machines, "scanner"));
        } finally {
            shopper.interrupt();
            shopper.join();
        }
        assertThat(out.toString()).contains("\"is\":\"scanner serial-text\"");
    }

    @Test
    void a_port_that_is_not_there_is_listed_as_nothing() {
        run("list", "--probe", "--port", Path.of("/no", "such", "port").toString());
        assertThat(out.toString()).contains("no/such/port").doesNotContain("\"is\"");
    }

    @Test
    void without_being_told_what_it_says_how_it_is_used() {
        assertThat(run("list", "--listen", "601")).isEqualTo(2);
        assertThat(new ArrayList<>(out.toString().lines().toList()).get(0)).contains("--listen is 0 to 600");
    }
}
