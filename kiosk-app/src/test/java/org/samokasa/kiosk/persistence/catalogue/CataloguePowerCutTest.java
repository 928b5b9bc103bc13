package org.samokasa.kiosk.persistence.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.kiosk.disk.CrashPolicy;
import org.samokasa.kiosk.disk.DiskFault;
import org.samokasa.kiosk.disk.FaultyDisk;
import org.samokasa.kiosk.disk.PowerLossPath;
import org.samokasa.kiosk.domain.catalogue.Article;
import org.samokasa.kiosk.domain.money.Money;

/**
 * Imports that lose the power, or have a disk operation fail, at every operation of H2 and of ours. The price of every
 * article is the number of the version it came with, so a mixture would show.
 */
class CataloguePowerCutTest {
    private static final int ARTICLES = 400;
    private static final String LIVE = "catalogue.mv.db";
    private static final List<CrashPolicy> POLICIES = List.of(
            CrashPolicy.forgetsAll(),
            CrashPolicy.keepsAll(),
            CrashPolicy.tears(CrashPolicy.SECTOR_BYTES),
            CrashPolicy.tears(CrashPolicy.PAGE_BYTES),
            CrashPolicy.reorders(CrashPolicy.SECTOR_BYTES),
            CrashPolicy.reorders(CrashPolicy.PAGE_BYTES),
            CrashPolicy.flips(CrashPolicy.SECTOR_BYTES),
            CrashPolicy.scribbles(CrashPolicy.PAGE_BYTES));

    @TempDir
    Path folder;

    private final FaultyDisk disk = new FaultyDisk();
    private final List<String> mounts = new ArrayList<>();

    private record Moment(String what, FaultyDisk disk, long published) {}

    @BeforeEach
    void importTheFirstVersion() throws IOException {
        assertThat(importing(disk, 1)).isEqualTo(1);
    }

    @AfterEach
    void unmountAll() {
        mounts.forEach(PowerLossPath::unmount);
    }

    private CatalogueDirectory on(FaultyDisk faulty) {
        mounts.add(PowerLossPath.mount(faulty));
        return new CatalogueDirectory(faulty, mounts.get(mounts.size() - 1));
    }

    /** @return the version that this made */
    private long importing(FaultyDisk faulty, int price) throws IOException {
        StringBuilder csv = new StringBuilder("code,name,price\n");
        for (int i = 0; i < ARTICLES; i++) {
            csv.append("store:").append(i).append(",Article ").append(i).append(" of the shop,");
            csv.append(price).append(".00\n");
        }
        Path list = Files.writeString(folder.resolve("list.csv"), csv, UTF_8);
        try (CatalogueDraft draft = CatalogueDraft.open(on(faulty), "PLN")) {
            return new CatalogueImport(draft, Set.of("A"))
                    .run(list, folder.resolve("rejects.csv"))
                    .version();
        }
    }

    /** The version on a disk, after seeing that all of it is of that version. */
    private long wholeVersion(FaultyDisk faulty) {
        try (CatalogueFile file = CatalogueFile.open(on(faulty), "PLN")) {
            StoredCatalogue catalogue = new StoredCatalogue(file);
            List<Article> articles = catalogue.category("");
            assertThat(articles).hasSize(file.version() == 0 ? 0 : ARTICLES);
            assertThat(articles)
                    .allMatch(article -> article.price().orElseThrow().equals(Money.of(100 * file.version(), "PLN")));
            return file.version();
        } finally {
            faulty.assertNothingLeftOpen();
        }
    }

    private List<Moment> momentsOfTheSecondImport() throws IOException {
        List<Moment> moments = new ArrayList<>();
        disk.beforeEach(operation -> moments.add(new Moment(operation.toString(), disk.afterKill(), 1)));
        assertThat(importing(disk, 2)).isEqualTo(2);
        disk.beforeEach(operation -> {});
        moments.add(new Moment("the end", disk.afterKill(), 2));
        return moments;
    }

    @Test
    void a_power_cut_at_any_operation_of_an_import_leaves_the_old_version_or_the_new_one_whole() throws IOException {
        int images = 0;
        Set<Integer> seen = new HashSet<>();
        Set<Long> versions = new HashSet<>();
        for (Moment moment : momentsOfTheSecondImport()) {
            for (CrashPolicy policy : POLICIES) {
                for (long seed = 0; seed < 20; seed++) {
                    FaultyDisk image = moment.disk().crash(policy, new SplittableRandom(seed + images));
                    images++;
                    // Whatever became of the file under way, a lane opens the other one.
                    if (seen.add(Arrays.hashCode(image.contents(LIVE)) + (int) moment.published())) {
                        long version = wholeVersion(image);
                        assertThat(version).as(moment.what() + policy).isGreaterThanOrEqualTo(moment.published());
                        versions.add(version);
                    }
                }
            }
        }
        System.out.printf("power cuts: %,d images of an import, each with one version whole%n", images);
        assertThat(versions).containsExactlyInAnyOrder(1L, 2L);
        assertThat(images).isGreaterThan(1_500);
    }

    @Test
    void after_a_power_cut_the_import_can_be_done_again_whatever_it_left() throws IOException {
        int image = 0;
        for (Moment moment : momentsOfTheSecondImport()) {
            CrashPolicy policy = POLICIES.get(image % POLICIES.size());
            FaultyDisk left = moment.disk().crash(policy, new SplittableRandom(image));
            long before = wholeVersion(left);
            assertThat(importing(left, (int) before + 1))
                    .as(moment.what() + policy)
                    .isEqualTo(before + 1);
            assertThat(wholeVersion(left)).isEqualTo(before + 1);
            image++;
        }
    }

    @Test
    void a_disk_operation_that_fails_during_an_import_leaves_the_old_version_or_the_new_one() throws IOException {
        long begin = disk.operations();
        FaultyDisk original = disk.afterKill();
        importing(disk, 2);
        long operations = disk.operations() - begin;
        int failed = 0;
        for (long operation = 0; operation < operations; operation++) {
            for (DiskFault fault : List.of(DiskFault.REFUSED, DiskFault.HALF_DONE)) {
                FaultyDisk failing = original.afterKill();
                failing.failAt(operation, fault);
                long acknowledged = 1;
                try {
                    acknowledged = importing(failing, 2);
                } catch (CatalogueException expected) {
                    failed++;
                }
                String what = "operation " + operation + " " + fault;
                assertThat(wholeVersion(failing.afterKill())).as(what).isBetween(acknowledged, 2L);
                FaultyDisk left = failing.crash(CrashPolicy.forgetsAll(), new SplittableRandom(0));
                assertThat(wholeVersion(left)).as(what + ", power cut").isBetween(acknowledged, 2L);
            }
        }
        assertThat(failed).isPositive();
    }

    @Test
    void selling_from_a_catalogue_writes_nothing() {
        long operations = disk.operations();
        assertThat(wholeVersion(disk)).isEqualTo(1);
        assertThat(disk.operations()).isEqualTo(operations);
    }

    @Test
    void a_catalogue_begun_empty_is_there_after_a_power_cut() throws IOException {
        FaultyDisk fresh = new FaultyDisk();
        assertThat(wholeVersion(fresh)).isZero();
        FaultyDisk left = fresh.crash(CrashPolicy.forgetsAll(), new SplittableRandom(0));
        assertThat(left.list()).contains(LIVE);
        assertThat(wholeVersion(left)).isZero();
    }

    @Test
    void a_damaged_catalogue_is_noticed_and_made_anew_by_the_next_import() throws IOException {
        byte[] sound = disk.contents(LIVE);
        byte[] halved = Arrays.copyOf(sound, sound.length / 2);
        byte[] zeroed = new byte[sound.length];
        byte[] headless = sound.clone();
        Arrays.fill(headless, 0, 3 * 4096, (byte) 'x');
        for (byte[] damaged : List.of(halved, zeroed, headless)) {
            FaultyDisk rotten = FaultyDisk.holding(Map.of(LIVE, damaged.clone()));
            assertThatThrownBy(() -> CatalogueFile.open(on(rotten), "PLN"))
                    .isInstanceOf(CatalogueException.class)
                    .hasMessageContaining("import the price list again");
            // H2 leaves a file open that it could not make sense of; a later process does not see that.
            FaultyDisk restarted = rotten.afterKill();
            assertThat(importing(restarted, 1)).isEqualTo(1);
            assertThat(wholeVersion(restarted.afterKill())).isEqualTo(1);
            assertThat(restarted.contents("catalogue-damaged.mv.db")).isEqualTo(damaged);
        }
    }

    @Test
    void two_imports_do_not_work_on_one_catalogue() {
        CatalogueDirectory directory = on(disk);
        try (CatalogueDraft first = CatalogueDraft.open(directory, "PLN")) {
            assertThat(first.currency()).isEqualTo("PLN");
            assertThatThrownBy(() -> CatalogueDraft.open(directory, "PLN")).hasMessageContaining("locked");
        }
        assertThat(wholeVersion(disk)).isEqualTo(1);
    }
}
