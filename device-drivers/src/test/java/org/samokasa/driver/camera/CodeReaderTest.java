package org.samokasa.driver.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samokasa.protocol.greyframe.GreyFrame;
import org.samokasa.transport.picture.PictureFile;

class CodeReaderTest {
    private final CodeReader reader = new CodeReader(false);

    static Stream<String[]> zint() throws IOException {
        try (InputStream file = CodeReaderTest.class.getResourceAsStream("zint.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" *\\| *")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("zint")
    void reads_what_zint_drew(String picture, String options, String expected) throws Exception {
        Path file = Path.of(CodeReaderTest.class.getResource("zint/" + picture).toURI());
        boolean upcE = picture.startsWith("upce");
        assertThat(new CodeReader(upcE).read(PictureFile.read(file)).map(SeenCode::text))
                .isEqualTo(
                        expected.equals("nothing")
                                ? java.util.Optional.empty()
                                : java.util.Optional.of(expected.replace("<GS>", "\u001D")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 20, 33, 45, 60, 90, 135, 180, 200, 270, 315})
    void bars_are_read_in_any_position(int degrees) {
        assertThat(reader.read(Drawn.frame(Drawn.ean13("590123412345"), 3, degrees))
                        .map(SeenCode::text))
                .contains("]E05901234123457");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 45, 90, 200})
    void squares_are_read_in_any_position(int degrees) {
        String link = "https://id.gs1.org/01/09521234543213";
        assertThat(reader.read(Drawn.frame(Drawn.qr(link), 5, degrees)).map(SeenCode::text))
                .contains("]Q1" + link);
    }

    @Test
    void frame_by_frame_every_position_is_found_within_one_turn_of_the_looks() {
        for (int degrees = 0; degrees < 180; degrees += 15) {
            var frame = Drawn.frame(Drawn.ean13("590123412345"), 3, degrees);
            boolean found = false;
            for (int number = 0; number < 6; number++) {
                found |= reader.read(frame, number).isPresent();
            }
            assertThat(found).as(degrees + " degrees").isTrue();
        }
    }

    @Test
    void several_codes_of_one_picture_are_all_told() {
        GreyFrame bars = Drawn.frame(Drawn.ean13("590123412345"), 2, 10);
        GreyFrame square = Drawn.frame(Drawn.qr("https://id.gs1.org/01/09521234543213"), 4, 0);
        byte[] both = new byte[2 * bars.pixels().length];
        for (int y = 0; y < bars.height(); y++) {
            System.arraycopy(bars.pixels(), y * bars.width(), both, 2 * y * bars.width(), bars.width());
            System.arraycopy(square.pixels(), y * bars.width(), both, (2 * y + 1) * bars.width(), bars.width());
        }
        assertThat(reader.readAll(new GreyFrame(2 * bars.width(), bars.height(), both)))
                .extracting(SeenCode::text)
                .containsExactlyInAnyOrder("]E05901234123457", "]Q1https://id.gs1.org/01/09521234543213");
    }

    @Test
    void nothing_is_seen_where_nothing_is() {
        assertThat(reader.read(Drawn.empty())).isEmpty();
    }
}
