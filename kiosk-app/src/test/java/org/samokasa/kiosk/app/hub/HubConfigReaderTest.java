package org.samokasa.kiosk.app.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.kiosk.app.config.ConfigException;
import org.samokasa.kiosk.app.hub.alert.AlertSettings;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.network.mqtt.MqttAddress;

class HubConfigReaderTest {
    @TempDir
    Path folder;

    private HubConfig read(String text) throws Exception {
        return HubConfigReader.read(write(text));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("hub.conf"), text);
    }

    private void refuses(String text, String... parts) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ConfigException.class).hasMessageContainingAll(parts);
    }

    @Test
    void the_shortest_file_listens_on_this_machine_alone() throws Exception {
        assertThat(read("shop = corner\ndata = \"hub data\"\nzone = UTC\n"))
                .isEqualTo(new HubConfig(
                        "corner",
                        folder.toAbsolutePath().resolve("hub data"),
                        new HubConfig.Listen("127.0.0.1", 8080),
                        new HubConfig.Broker.Embedded(new HubConfig.Listen("127.0.0.1", 1883), Optional.empty())));
    }

    @Test
    void a_shop_without_hours_still_has_its_own_days() throws Exception {
        HubConfig config = read("shop = corner\ndata = data\nzone = \"Europe/Warsaw\"\n");
        assertThat(config.floor().policy().hours().zone()).isEqualTo(ZoneId.of("Europe/Warsaw"));
        assertThat(config.floor().policy().hours().isOpen(Instant.EPOCH)).isTrue();
    }

    @Test
    void a_broker_elsewhere_is_named_by_its_url() throws Exception {
        HubConfig config = read("""
                shop = corner
                data = data
                mqtt { url = "mqtts://broker.chain.example", user = shop12, password = secret }
                """);
        assertThat(config.mqtt())
                .isEqualTo(new HubConfig.Broker.External(new MqttAddress(
                        "broker.chain.example", 8883, true, Optional.of("shop12"), Optional.of("secret"))));
        assertThat(config.toString()).doesNotContain("secret");
    }

    @Test
    void staff_hours_and_alerts_are_read_and_no_secret_is_shown() throws Exception {
        HubConfig config = read("""
                shop = corner
                data = data
                zone = "Europe/Warsaw"
                hours { monday = "07:00-13:00, 14:00-22:00" }
                presence = [age-check, restricted-item]
                staff = [
                  { name = Anna, languages = [pl, en], lanes = [1, 2] }
                  { name = Maria, role = supervisor, causes = [age-check] }
                ]
                alerts {
                  mqtt = false
                  webhooks = [ { name = pagers, url = "https://pager.example/in", secret = "sixteen characters" } ]
                  mail { host = "mail.example", user = kiosk, password = "not told", from = "k@s.example", to = ["m@s.example"] }
                }
                """);
        assertThat(config.floor().staff())
                .extracting(HubConfig.Member::helper)
                .containsExactly(
                        new Helper("Anna", Helper.Role.ATTENDANT, Set.of(), Set.of("pl", "en"), Set.of(1, 2)),
                        new Helper("Maria", Helper.Role.SUPERVISOR, Set.of(HelpCause.AGE_CHECK), Set.of(), Set.of()));
        assertThat(config.floor().policy().hours().isOpen(Instant.parse("2030-01-07T06:30:00Z")))
                .isTrue();
        assertThat(config.floor().policy().hours().isOpen(Instant.parse("2030-01-07T12:30:00Z")))
                .isFalse();
        assertThat(config.alerts().mqtt()).isFalse();
        assertThat(config.alerts().webhooks())
                .containsExactly(new AlertSettings.Webhook(
                        "webhook-pagers", URI.create("https://pager.example/in"), "sixteen characters"));
        assertThat(config.alerts().mail().orElseThrow().port()).isEqualTo(587);
        assertThat(config.toString()).doesNotContain("sixteen characters", "not told");
    }

    @Test
    void wrong_staff_hours_and_alerts_are_all_said_with_their_lines() {
        refuses(
                """
                shop = corner
                data = data
                hours { monday = "7-22" }
                staff = [
                  { name = Anna, role = queen }
                  { name = Anna, lanes = [one] }
                ]
                alerts {
                  webhooks = [ { name = "a b", url = "ftp://x", secret = short } ]
                  mail { host = h, user = u, from = f, to = [] }
                }
                """,
                "hub.conf:3: hours.monday is written like 07:00-13:00, 14:00-22:00",
                "role is one of",
                "lanes has what is none: one",
                "name is there twice: Anna",
                "a webhook's name has",
                "begins with http:// or https://",
                "secret has at least 16 characters",
                "mail.user and mail.password belong together",
                "to names at least one receiver");
    }

    @Test
    void a_shop_may_say_where_its_things_are_and_each_wrong_line_is_named() throws Exception {
        HubConfig config = read("""
                shop = corner
                data = data
                facts {
                  address = "Long Street 5, Gdansk"
                  emergency = "Maria, +48 600 100 200"
                  firstAid = "left of the office door"
                  languages = [pl, en]
                  notes = ["The back door sticks.", "Lane 4 has a new scale."]
                }
                """);
        assertThat(config.floor().facts()).hasValueSatisfying(facts -> {
            assertThat(facts.address()).contains("Long Street 5, Gdansk");
            assertThat(facts.telephone()).isEmpty();
            assertThat(facts.languages()).containsExactly("pl", "en");
            assertThat(facts.notes()).hasSize(2);
        });
        assertThat(read("shop = corner\ndata = data\n").floor().facts()).isEmpty();
        refuses(
                "shop = corner\ndata = data\nfacts {\n address = \"" + "a".repeat(201)
                        + "\"\n keys = \" \"\n notes = [\"a\\nb\"]\n exit = \"back\"\n}\n",
                "hub.conf:4: facts.address has 1 to 200 characters",
                "hub.conf:5: facts.keys has 1 to 200 characters",
                "hub.conf:6: facts.notes has a line that is none: each is one line of text",
                "hub.conf:7: facts.exit is not known");
        refuses("shop=a\ndata=d\nfacts.languages = [" + "x,".repeat(21) + "]\n", "has at most 20 lines, not 21");
    }

    @Test
    void everything_wrong_is_said_at_once_and_with_its_line() {
        refuses(
                """
                shop = "two words"
                web.port = 70000
                mqtt {
                  host = "0.0.0.0"
                  prot = 1883
                }
                """,
                "hub.conf:1: shop a shop's name",
                "hub.conf: data must be a text",
                "hub.conf:2: web.port must be from 0 to 65535",
                "hub.conf:4: mqtt.host of a broker that others can reach needs mqtt.user and mqtt.password",
                "hub.conf:5: mqtt.prot is not known");
    }

    @Test
    void what_does_not_fit_together_is_refused() {
        refuses("shop=a\ndata=d\nmqtt.user = x\n", "hub.conf:3: mqtt.user and mqtt.password belong together");
        refuses("shop=a\ndata=d\nmqtt.url = \"http://x\"\n", "hub.conf:3: mqtt.url a broker's URL is mqtt://");
        refuses("shop=a\ndata=d\nmqtt.url = \"mqtt://u:p@x\"\n", "do not go into the URL");
        refuses("shop=a\ndata=d\nmqtt { url = \"mqtt://x\", port = 1 }\n", "mqtt.url names another broker");
        refuses("shop=a\ndata=d\nweb.port = many\n", "hub.conf:3: web.port is", "wrong kind");
        refuses("shop = {", "hub.conf");
    }

    @Test
    void a_wrong_use_is_one_line_and_exit_2() throws IOException {
        for (String[] arguments : new String[][] {{}, {"--confg", "x"}, {"--config"}, {"--config", "no such file"}}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            assertThat(HubMain.run(arguments, new PrintStream(out), new PrintStream(err)))
                    .isEqualTo(2);
            assertThat(err.toString(UTF_8).lines()).hasSize(1);
            assertThat(out.size()).isZero();
        }
    }
}
