package org.samokasa.kiosk.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DecodeCommandTest {
    private final StringWriter out = new StringWriter();

    private int run(String... words) {
        CommandLine line = new CommandLine(new DecodeCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        return line.execute(words);
    }

    @Test
    void a_scale_is_explained_by_its_protocol() {
        assertThat(run("scale", "--protocol", "8217", "02 30 31 2E 32 35 30 0D"))
                .isZero();
        assertThat(out.toString().strip()).isEqualTo("{\"what\":\"weight in grams\",\"value\":1250,\"valid\":true}");
    }

    @Test
    void what_is_not_valid_ends_with_one() {
        assertThat(run("scale", "--protocol", "cas", "010253203031", "2E3235316B67670304"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("\"valid\":false", "check is wrong");
        assertThat(run("ssi", "12F300000B34")).isEqualTo(1);
    }

    @Test
    void readers_and_bioptics_are_explained() {
        assertThat(run("ssi", "04 E9 04 00 FF 0F")).isZero();
        assertThat(run("magellan", "53 31 34 34 30 31 32 35 30 0D 53 31 34 31 0D"))
                .isZero();
        assertThat(out.toString().lines()).hasSize(3).first().asString().contains("SCAN_ENABLE");
    }

    @Test
    void wrong_use_is_one_clear_line_and_two() {
        assertThat(run("scale", "--protocol", "8218", "57")).isEqualTo(2);
        assertThat(out.toString()).contains("no protocol '8218', known: [8217");
        assertThat(run("ssi", "xx")).isEqualTo(2);
        assertThat(run("scale", "57")).isEqualTo(2);
    }
}
