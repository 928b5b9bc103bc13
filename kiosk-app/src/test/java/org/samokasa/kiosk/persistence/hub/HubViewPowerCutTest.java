package org.samokasa.kiosk.persistence.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.samokasa.kiosk.disk.CrashPolicy;
import org.samokasa.kiosk.disk.FaultyDisk;
import org.samokasa.kiosk.disk.PowerLossPath;
import org.samokasa.kiosk.store.Sale;
import org.samokasa.kiosk.store.StoreEvent;

/**
 * The tables of the hub lose the power at every operation of H2. Nothing in them is true by itself: whatever is left,
 * the journal is told to them again. The build walks a sample, {@code -Dsamokasa.disk.all=true} all of it.
 */
class HubViewPowerCutTest {
    private static final Instant START = Instant.parse("2030-01-01T09:00:00Z");
    private static final int SALES = 60;

    /** Every sale is worth its number, in cents. */
    private static final long TAKINGS = SALES * (SALES + 1L) / 2;

    private static final boolean ALL = Boolean.getBoolean("samokasa.disk.all");
    private static final List<CrashPolicy> POLICIES = List.of(
            CrashPolicy.forgetsAll(),
            CrashPolicy.keepsAll(),
            CrashPolicy.tears(CrashPolicy.SECTOR_BYTES),
            CrashPolicy.reorders(CrashPolicy.SECTOR_BYTES),
            CrashPolicy.reorders(CrashPolicy.PAGE_BYTES),
            CrashPolicy.flips(CrashPolicy.SECTOR_BYTES),
            CrashPolicy.scribbles(CrashPolicy.PAGE_BYTES));

    private static StoreEvent sale(long number) {
        return new StoreEvent.SaleWasRecorded(
                START,
                new Sale(
                        4,
                        number,
                        START,
                        "EUR",
                        number,
                        List.of(new Sale.Line(Optional.empty(), "x".repeat(300), "1", number)),
                        List.of(new Sale.Tax("A 23%", number, 0)),
                        List.of(new Sale.Tender("CARD", number, Optional.of("ref")))));
    }

    /** The disk before every operation while sales are added, the tables closed, opened again and more are added. */
    private static List<FaultyDisk> moments() throws IOException {
        FaultyDisk disk = new FaultyDisk();
        List<FaultyDisk> moments = new ArrayList<>();
        String mount = PowerLossPath.mount(disk);
        disk.beforeEach(operation -> moments.add(disk.afterKill()));
        try (HubView view = HubView.open(mount + "view", "j")) {
            // H2 never does this itself; without it a power cut takes the whole file and there is little to see.
            disk.forceDirectory();
            tell(view, SALES / 2);
        }
        try (HubView view = HubView.open(mount + "view", "j")) {
            tell(view, SALES);
        }
        PowerLossPath.unmount(mount);
        return moments;
    }

    /** Tells the journal from its beginning, as the hub does when it starts. */
    private static void tell(HubView view, int sales) throws IOException {
        for (long number = 1; number <= sales; number++) {
            view.apply(number, sale(number));
        }
    }

    @Test
    void after_a_power_cut_at_any_operation_the_tables_catch_up_or_are_made_anew_and_are_right() throws IOException {
        int images = 0;
        int resumed = 0;
        List<FaultyDisk> moments = moments();
        for (int moment = 0; moment < moments.size(); moment += ALL ? 1 : 4) {
            for (CrashPolicy policy : POLICIES) {
                FaultyDisk left = moments.get(moment).crash(policy, new SplittableRandom(moment));
                String mount = PowerLossPath.mount(left);
                try (HubView view = HubView.open(mount + "view", "j")) {
                    resumed += view.position() > 0 ? 1 : 0;
                    tell(view, SALES);
                    String where = "moment " + moment + ", " + policy;
                    assertThat(view.position()).as(where).isEqualTo(SALES);
                    assertThat(view.salesSince(START)).as(where).isEqualTo(SALES);
                    assertThat(view.takingsSince(START)).as(where).isEqualTo(Map.of("EUR", TAKINGS));
                }
                PowerLossPath.unmount(mount);
                images++;
            }
        }
        System.out.printf(
                "power cuts: %,d images of the hub's tables, %,d went on and the others were made anew%n",
                images, resumed);
        assertThat(resumed).isBetween(1, images - 1);
    }
}
