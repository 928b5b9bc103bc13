package org.samokasa.sim.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.devices.Amount;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.CardTerminal.PaymentRequest;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.HealthChanged;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.devices.TerminalEvent.Verdict;
import org.samokasa.driver.Drivers;
import org.samokasa.transport.DeviceAddress;

/** Payments by the shipped nexo driver, as configured, over real TLS with a certificate made for the test and pinned. */
@Timeout(180)
class NexoOverTlsTest {
    private static final String NAME = "P400Plus-900000017.test.terminal.adyen.com";
    private static final Amount PRICE = new Amount(2310, "EUR");

    @TempDir
    Path folder;

    /** The JDK's own tool: there is no public way to make a certificate in code. */
    private void keytool(String... arguments) throws Exception {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> line = new java.util.ArrayList<>(List.of(tool));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private void certificate(String file, String name) throws Exception {
        keytool(
                "-genkeypair",
                "-alias",
                "terminal",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-validity",
                "3650",
                "-keystore",
                file + ".p12",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit");
        keytool(
                "-exportcert",
                "-alias",
                "terminal",
                "-keystore",
                file + ".p12",
                "-storepass",
                "changeit",
                "-rfc",
                "-file",
                file + ".pem");
    }

    private Simulator simulator() throws Exception {
        Path file = Files.writeString(folder.resolve("sim.conf"), """
                machines = [ { name = terminal, kind = nexo-terminal, poiId = P400Plus-900000017, cardDelay = 20ms,
                               passphrase = kiosk-demo-passphrase-01, keyIdentifier = kioskdemo,
                               port = "tls:0?keystore=terminal.p12&password=changeit" } ]
                """);
        return new Simulator(SimulatorConfig.read(file, MachineFactory.standard()), InstantSource.system());
    }

    private LiveTerminal till(Simulator simulator, String trust, String name) {
        String address = simulator.address(simulator.machines().units().get(0)) + "?trust=" + folder.resolve(trust)
                + "&name=" + name;
        return new LiveTerminal((CardTerminal) Drivers.standard()
                .open(
                        "terminal",
                        "nexo",
                        DeviceAddress.parse(address),
                        Map.of(
                                "saleId", "KIOSK07",
                                "poiId", "P400Plus-900000017",
                                "passphrase", "kiosk-demo-passphrase-01",
                                "keyIdentifier", "kioskdemo"),
                        new DeviceName("terminal")));
    }

    @Test
    void paid_aborted_and_found_again_over_tls() throws Exception {
        certificate("terminal", NAME);
        try (Simulator simulator = simulator();
                LiveTerminal till = till(simulator, "terminal.pem", NAME)) {
            till.until(TerminalEvent.Ready.class);
            simulator.perform("card approve");
            till.terminal.pay(new PaymentRequest("1-1-1", PRICE));
            assertThat(till.until(TerminalEvent.Result.class).verdict()).isInstanceOf(Verdict.Approved.class);
            till.terminal.acceptResult("1-1-1");
            till.until(TerminalEvent.Finished.class);

            till.terminal.pay(new PaymentRequest("1-2-1", PRICE));
            till.until(TerminalEvent.Prompted.class);
            till.terminal.cancel("1-2-1");
            assertThat(till.until(TerminalEvent.Result.class).verdict()).isEqualTo(new Verdict.Cancelled("Aborted"));
            till.until(TerminalEvent.Finished.class);

            till.terminal.enquire(new CardTerminal.Enquiry("1-1-1", PRICE, Optional.empty()));
            assertThat(till.until(TerminalEvent.Found.class).finding()).isInstanceOf(TerminalEvent.Finding.Paid.class);
            assertThat(simulator.facts(simulator.machines().units().get(0)).get("taken"))
                    .isEqualTo("23.10 major units");
        }
    }

    @Test
    void a_certificate_of_somebody_else_or_for_another_name_is_not_talked_to() throws Exception {
        certificate("terminal", NAME);
        certificate("stranger", NAME);
        try (Simulator simulator = simulator();
                LiveTerminal fooled = till(simulator, "stranger.pem", NAME);
                LiveTerminal misled = till(simulator, "terminal.pem", "P400Plus-900000018.test.terminal.adyen.com")) {
            Health.Down untrusted =
                    (Health.Down) fooled.until(HealthChanged.class).health();
            assertThat(untrusted.cause()).isEqualTo(Health.Cause.NOT_CONNECTED);
            assertThat(untrusted.detail()).contains("PKIX");
            Health.Down other = (Health.Down) misled.until(HealthChanged.class).health();
            assertThat(other.detail()).contains("is for '" + NAME + "'");
        }
    }
}
