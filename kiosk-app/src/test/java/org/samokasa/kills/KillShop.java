package org.samokasa.kills;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.samokasa.sim.app.demo.DemoFiles;
import org.samokasa.sim.app.demo.Shop;
import org.samokasa.sim.script.ScriptException;

/** The sample shop in processes of its own, and how its lane and hub are killed and started again. */
final class KillShop implements AutoCloseable {
    static final int LANE_NUMBER = 4;

    /** Scanner, two scales, terminal and printer. */
    static final int MACHINES = 6;

    private static final String WINDOW = "full-screen = false, x = 0, y = 0, width = 720, height = 1000";

    private final Path folder;
    private final DemoFiles files;
    private final Shop shop;
    private final long chargedBefore;
    private final ExecutorService killer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "second-kill");
        thread.setDaemon(true);
        return thread;
    });

    /** @param windowed whether the lane has its window; needs a display */
    KillShop(Path folder, boolean windowed) throws IOException {
        this.folder = folder.toAbsolutePath();
        files = new DemoFiles(this.folder);
        shop = new Shop(
                files,
                System.getProperty("java.class.path"),
                "en",
                Optional.empty(),
                windowed ? Optional.of(WINDOW) : Optional.empty());
        // A simulated terminal remembers a transaction of earlier days.
        chargedBefore = charged();
    }

    Map<String, Object> view() {
        return shop.lane().object("view");
    }

    /** Returns when the lane has painted what it shows: the answer waits behind its event thread's work, twice. */
    void awaitPainted() {
        shop.lane().ask("buttons");
        shop.lane().ask("buttons");
    }

    /** Tells the lane what a touch would. */
    void tell(String what) {
        shop.lane().order("tell " + what);
    }

    /** A step of the scenario language at one of the machines. */
    void order(String step) {
        shop.machines().order(step);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> machine(String name) {
        return (Map<String, Object>) shop.machines().object("status").get(name);
    }

    /** What the terminal has taken and kept since the shop was opened, in minor units. */
    long takenMinor() {
        return charged() - chargedBefore;
    }

    private long charged() {
        return Long.parseLong(machine("terminal").get("taken").toString().split(" ")[0]);
    }

    String console() {
        return shop.console();
    }

    LaneBook laneBook(long since) throws IOException {
        return LaneBook.read(files.laneData().resolve("journal"), LANE_NUMBER, since);
    }

    HubBook hubBook() throws IOException {
        return HubBook.read(folder.resolve("hub").resolve("journal"));
    }

    /** As a power cut does; what is on its way to the disk cache of the system survives, though. */
    void kill(String process) {
        shop.cut(process);
    }

    /** @throws Lost when it does not start */
    void start(String process) {
        try {
            shop.restart(process);
        } catch (ScriptException e) {
            throw new Lost(e.getMessage(), e);
        }
    }

    /**
     * Starts a process and kills it again so long after, wherever it is by then.
     *
     * @return whether that was before it was ready
     */
    boolean startKillAndKill(String process, int millis) throws InterruptedException {
        Set<Long> before = children();
        Future<?> second = killer.submit(after(millis, () -> {
            ProcessHandle.current()
                    .children()
                    .filter(child -> !before.contains(child.pid()))
                    .forEach(ProcessHandle::destroyForcibly);
            return null;
        }));
        boolean ready = true;
        try {
            shop.restart(process);
        } catch (ScriptException killed) {
            ready = false;
        }
        try {
            second.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the second kill failed", e);
        }
        return !ready;
    }

    private static Callable<Void> after(int millis, Callable<Void> work) {
        return () -> {
            Thread.sleep(millis);
            return work.call();
        };
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        killer.shutdownNow();
        shop.close();
    }
}
