package org.samokasa.kiosk.app.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.kiosk.persistence.journal.DiskFiles;
import org.samokasa.kiosk.persistence.journal.JournalReader;
import org.samokasa.sim.app.demo.DemoFiles;
import org.samokasa.sim.app.demo.Shop;
import org.samokasa.sim.script.ScriptException;

/** A shop of real processes on real wires for a test: simulator, hub and a lane without a screen. */
abstract class LiveShop {
    static final String MILK = "5900820000158";
    static final String YOGHURT = "5900512999401";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    DemoFiles files;
    Shop shop;

    @BeforeEach
    void openTheShop() throws IOException {
        files = new DemoFiles(folder.resolve("shop"));
        shop = new Shop(files, System.getProperty("java.class.path"), "en", Optional.empty(), Optional.empty());
        lane(view ->
                machines(view).size() == 6 && machines(view).values().stream().allMatch("UP"::equals));
    }

    @AfterEach
    void closeTheShop() {
        if (shop != null) {
            shop.close();
        }
    }

    void pay() {
        scanned(MILK, 1035, 1);
        shop.lane().order("tell pay");
        lane(view -> "PAYING".equals(view.get("phase")));
    }

    void scanned(String code, int grams, int lines) {
        shop.machines().order("scan " + code);
        if (grams > 0) {
            shop.machines().order("bag " + grams + " g");
        }
        lane(view -> number(view, "lines") == lines);
    }

    long taken() {
        return Long.parseLong(machine("terminal").get("taken").toString().split(" ")[0]);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> machine(String name) {
        return (Map<String, Object>) shop.machines().object("status").get(name);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> machines(Map<String, Object> view) {
        return (Map<String, Object>) view.get("machines");
    }

    static long number(Map<String, Object> view, String key) {
        return ((Number) view.getOrDefault(key, 0L)).longValue();
    }

    /** A call of an attendant's page. */
    HttpResponse<String> call(String method, String path, String body) {
        URI console = URI.create(shop.console());
        HttpRequest request = HttpRequest.newBuilder(console.resolve(path))
                .header("X-Console-Token", console.getQuery().replace("token=", ""))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void journalIsSound() throws IOException {
        assertThat(JournalReader.verify(new DiskFiles(files.laneData().resolve("journal")))
                        .firstBad())
                .isEmpty();
    }

    /** The lane's view once it is as wished; the bound is for a loaded machine, not for the lane. */
    Map<String, Object> lane(Predicate<Map<String, Object>> wished) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .ignoreException(ScriptException.class)
                .until(() -> shop.lane().object("view"), wished);
    }

    static void until(java.util.concurrent.Callable<Boolean> wished) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .ignoreException(ScriptException.class)
                .until(wished);
    }
}
