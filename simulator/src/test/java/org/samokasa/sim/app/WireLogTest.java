package org.samokasa.sim.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.panel.PanelState.WireLine;
import org.samokasa.sim.transport.WireTap.Direction;

/** Bytes: the vectors of the explainers' own tests. */
class WireLogTest {
    private static final Instant NOW = Instant.parse("2030-01-01T09:00:00Z");

    private static WireWords words(String machine) {
        return WireWords.of(ConfigFactory.parseString(machine));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind = scale | false | 02 30 31 2E 32 35 30 0D | weight in grams 1250",
                "kind = scale, protocol = nci-scp01 | true | 57 0D | request for the weight",
                "kind = scale, protocol = cas | false | 01 02 53 20 30 31 2E 32 35 30 6B 67 67 03 04 | weight in grams 1250",
                "kind = scanner | false | 5D 45 30 34 30 0D | “]E040”",
                "kind = scanner, protocol = ssi | true | 04 E9 04 00 FF 0F | SCAN_ENABLE, from host",
                "kind = magellan | false | 53 31 34 34 30 31 32 35 30 0D | weight in grams 1250",
                "kind = zvt-terminal | false | 80 00 00 | Positive answer",
                "kind = printer | true | 1B 40 4D 69 6C 6B 0A | 'initialise  ·  text, “Milk”  ·  line'",
                "kind = printer | false | 12 | real-time status 12",
                "kind = light, model = lcus | true | A0 01 01 A2 | relay 1 on",
                "kind = light, model = patlite | true | 57 04 | 'lamps, green on, yellow off, red off'",
                "kind = usb-hid-scale | false | 03 04 02 00 E2 04 | weight in grams 1250",
                "kind = usb-hid-scale | true | 02 02 | command 8D:80 zero scale",
                "kind = usb-oem-scale | false | 01 | “·”",
            })
    void each_machine_s_bytes_are_put_into_words(String machine, boolean fromShop, String hex, String meaning) {
        WireWords.Said said = words(machine).say(fromShop, Bytes.hex(hex));
        assertThat(said.text()).isEqualTo(meaning);
        assertThat(said.whole()).isTrue();
        assertThat(said.sound()).isTrue();
    }

    @Test
    void bytes_that_mean_nothing_are_marked() {
        assertThat(words("kind = light").say(true, Bytes.hex("A0 02 01 A2")).sound())
                .isFalse();
        assertThat(words("kind = caisse-ap-terminal")
                        .say(true, Bytes.hex("00 01"))
                        .sound())
                .isFalse();
    }

    @Test
    void pieces_of_a_message_become_one_line_unless_they_come_late_or_from_another_wire() {
        WireLog log = new WireLog(Map.of("a", words("kind = scale"), "b", words("kind = scale")));
        log.saw(NOW, "a", Direction.TO_SHOP, Bytes.hex("02 30 31"));
        log.saw(NOW, "b", Direction.TO_SHOP, Bytes.hex("02 30"));
        log.saw(NOW, "a", Direction.FROM_SHOP, Bytes.hex("57"));
        log.saw(NOW.plusMillis(20), "a", Direction.TO_SHOP, Bytes.hex("2E 32 35 30 0D"));
        log.saw(NOW.plusSeconds(2), "b", Direction.TO_SHOP, Bytes.hex("31 2E 32 35 30 0D"));
        List<WireLine> lines = log.newest();
        assertThat(lines).extracting(WireLine::machine).containsExactly("b", "a", "a", "b");
        assertThat(lines.get(0).whole()).isFalse();
        assertThat(lines.get(2).meaning()).isEqualTo("weight in grams 1250");
        assertThat(lines.get(2).bytes()).isEqualTo(Bytes.hex("02 30 31 2E 32 35 30 0D"));
    }

    @Test
    void only_the_newest_lines_are_kept() {
        WireLog log = new WireLog(Map.of("a", words("kind = scanner")));
        for (int i = 0; i < 500; i++) {
            log.saw(NOW.plusSeconds(i), "a", Direction.TO_SHOP, Bytes.ascii("code " + i));
        }
        assertThat(log.newest())
                .hasSize(400)
                .last()
                .extracting(WireLine::meaning)
                .isEqualTo("“code 499”");
    }
}
