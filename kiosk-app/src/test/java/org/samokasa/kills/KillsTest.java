package org.samokasa.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills of real processes; {@code ./samokasa kills} does many, with the lane's window. */
class KillsTest {
    private static final long SEED = 20_261_121;

    @TempDir
    Path folder;

    @Test
    void three_kills_cost_nothing_that_was_shown_told_or_acknowledged() throws IOException, InterruptedException {
        List<Kill> kills = Kill.drawn(SEED, 3);
        List<KillRun.Outcome> outcomes = new ArrayList<>();
        try (KillShop shop = new KillShop(folder.resolve("shop"), false)) {
            new KillRun(shop, Optional.empty()).run(kills, outcomes::add);
        }
        assertThat(outcomes)
                .as("seed %d", SEED)
                .extracting(KillRun.Outcome::kill)
                .isEqualTo(kills);
    }
}
