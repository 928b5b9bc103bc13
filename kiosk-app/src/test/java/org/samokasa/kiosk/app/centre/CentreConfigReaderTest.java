package org.samokasa.kiosk.app.centre;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.kiosk.app.centre.CentreConfig.ShopAddress;
import org.samokasa.kiosk.app.config.ConfigException;

class CentreConfigReaderTest {
    @TempDir
    Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("centre.conf"), text);
    }

    private void refuses(String text, String... parts) {
        assertThatThrownBy(() -> CentreConfigReader.read(write(text)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void two_shops_take_five_lines() throws IOException {
        Files.writeString(folder.resolve("north.key"), "of-the-north\n");
        CentreConfig config = CentreConfigReader.read(write("""
                web.port = 8091
                shops = [
                  { id = north, name = "North Street", hub = "http://10.1.0.5:8080", keyFile = north.key }
                  { id = south, hub = "https://south.example/", key = of-the-south }
                ]
                """));
        assertThat(config)
                .isEqualTo(new CentreConfig(
                        "127.0.0.1",
                        8091,
                        folder.toAbsolutePath().resolve("data"),
                        java.util.List.of(
                                new ShopAddress(
                                        "north", "North Street", URI.create("http://10.1.0.5:8080"), "of-the-north"),
                                new ShopAddress(
                                        "south", "south", URI.create("https://south.example"), "of-the-south"))));
        assertThat(config.toString()).doesNotContain("of-the-north", "of-the-south");
    }

    @Test
    void everything_wrong_is_said_at_once_and_with_its_line() {
        refuses(
                """
                web { host = "0.0.0.0", port = 70000, tls = true }
                shops = [
                  { id = "North 1", hub = "http://a:8080", key = k }
                  { id = south, hub = "http://a:8080/?token=k", key = k }
                  { id = south, hub = "mqtt://a", key = k, keyFile = f }
                  { id = west, hub = "http://a" }
                  { id = east, hub = "http://u:p@a", keyFile = none.key }
                  { id = mid, name = "", key = "two words" }
                ]
                """,
                "centre.conf:1: web.port must be from 0 to 65535, is 70000",
                "centre.conf:1: web.tls is not known",
                "centre.conf:3: shops[0].id has 1 to 32 of a-z, 0-9 and hyphens",
                "centre.conf:4: shops[1].hub has scheme, host and port alone; the key has a place of its own",
                "centre.conf:5: shops[2].id is there twice: south",
                "centre.conf:5: shops[2].hub is an address like https://shop.example:8443",
                "centre.conf:5: shops[2].key needs either key or keyFile",
                "centre.conf:6: shops[3].id needs either key or keyFile",
                "centre.conf:7: shops[4].hub has scheme, host and port alone",
                "centre.conf:7: shops[4].keyFile is not readable",
                "shops[5].hub must be the address of the hub's console",
                "centre.conf:8: shops[5].name has 1 to 40 characters",
                "centre.conf:8: shops[5].key holds one word");
        refuses("web.port = 0\n", "centre.conf: shops must name 1 to 200 shops");
        refuses("shops = [", "centre.conf");
    }

    @Test
    void a_wrong_use_is_exit_2_and_says_how_to_use_it() {
        for (String[] arguments : new String[][] {{}, {"--confg", "x"}, {"--config"}, {"--config", "no such file"}}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            assertThat(CentreMain.run(arguments, new PrintStream(out), new PrintStream(err)))
                    .isEqualTo(2);
            assertThat(err.toString(UTF_8).lines()).hasSize(1);
            assertThat(out.size()).isZero();
        }
    }
}
