package org.samokasa.kills;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.samokasa.sim.script.ScriptException;

/** One shop and all its kills. */
final class KillRun {
    /** The hub gets everything in the end; that this is so is waited for after each so many kills. */
    private static final int DELIVERED_EVERY = 10;

    /** A moment that does not come, because the shop has gone another way, is no reason not to kill. */
    private static final int MOMENT_SECONDS_MAX = 8;

    private static final int LOOK_MILLIS = 5;

    private final KillShop shop;
    private final Optional<WindowWatch> window;
    private final People people;
    private final Judge judge;

    /**
     * What one kill was and what came after it.
     *
     * @param state of the lane when it came
     * @param recordsAtKill in the lane's journal
     * @param again whether the second kill came before its victim was ready
     * @param windowMillis from the start of the lane to its window; empty without a display or when the lane lived on
     * @param basketMillis from there to the same basket on screen
     */
    record Outcome(
            Kill kill,
            Shown state,
            long recordsAtKill,
            boolean again,
            Optional<Long> windowMillis,
            Optional<Long> basketMillis) {}

    private record Back(Optional<Long> windowMillis, Optional<Long> basketMillis, Shown first) {}

    /** @param window empty for a lane without a screen */
    KillRun(KillShop shop, Optional<WindowWatch> window) {
        this.shop = shop;
        this.window = window;
        this.people = new People(shop);
        this.judge = new Judge(shop, people);
    }

    /** @throws Lost when a kill cost something; what was heard up to then has been told */
    void run(List<Kill> kills, Consumer<Outcome> told) throws IOException, InterruptedException {
        for (Kill kill : kills) {
            people.prepare(kill.activity());
            if (kill.number() % DELIVERED_EVERY == 0) {
                judge.delivered();
            }
            told.accept(one(kill));
        }
        people.quiet();
        judge.quiet();
        judge.delivered();
    }

    private Outcome one(Kill kill) throws IOException, InterruptedException {
        judge.quiet();
        long since = shop.laneBook(Long.MAX_VALUE).position();
        LaneWatch watch = LaneWatch.begin(shop);
        playUntilKilled(kill, watch);
        List<Shown> seen = watch.end();
        LaneBook atKill = judge.afterKill(kill, since, seen);
        boolean again = false;
        Optional<Back> back = Optional.empty();
        for (String victim : kill.victims()) {
            boolean first = victim.equals(kill.victims().get(0));
            if (first && kill.againMillis().isPresent()) {
                again = shop.startKillAndKill(victim, kill.againMillis().get());
            }
            if (victim.equals(Kill.LANE)) {
                back = Optional.of(startLane());
            } else {
                shop.start(victim);
            }
        }
        if (back.isPresent()) {
            judge.afterRestart(back.get().first(), atKill);
        } else {
            judge.afterKill(kill, since, seen);
        }
        return new Outcome(
                kill,
                Shown.of(atKill.lane()),
                atKill.position(),
                again,
                back.flatMap(Back::windowMillis),
                back.flatMap(Back::basketMillis));
    }

    private void playUntilKilled(Kill kill, LaneWatch watch) throws InterruptedException {
        Play play = new Play(kill, shop, people, watch);
        Thread player = new Thread(play, "play");
        player.start();
        play.moment().await(MOMENT_SECONDS_MAX, TimeUnit.SECONDS);
        Thread.sleep(kill.delayMillis());
        kill.victims().forEach(shop::kill);
        player.interrupt();
        player.join();
    }

    /** Starts the lane and looks when its window is there and when it shows what it showed before. */
    private Back startLane() throws InterruptedException {
        if (window.isEmpty()) {
            shop.start(Kill.LANE);
            return new Back(Optional.empty(), Optional.empty(), Shown.of(shop.view()));
        }
        window.get().awaitBare();
        FutureTask<Void> starting = new FutureTask<>(() -> shop.start(Kill.LANE), null);
        long began = System.nanoTime();
        new Thread(starting, "lane-start").start();
        long windowAt = window.get().awaitWindow(() -> throwIfFailed(starting));
        Map<String, Object> first = firstView(starting);
        long basketAt = awaitScreen(first);
        join(starting);
        return new Back(
                Optional.of((windowAt - began) / 1_000_000),
                Optional.of((basketAt - windowAt) / 1_000_000),
                Shown.of(first));
    }

    private static void throwIfFailed(FutureTask<Void> starting) throws InterruptedException {
        if (starting.isDone()) {
            join(starting);
        }
    }

    private static void join(FutureTask<Void> starting) throws InterruptedException {
        try {
            starting.get();
        } catch (ExecutionException e) {
            throw new Lost(e.getCause().getMessage(), e.getCause());
        }
    }

    private Map<String, Object> firstView(FutureTask<Void> starting) throws InterruptedException {
        while (true) {
            try {
                return shop.view();
            } catch (ScriptException notYet) {
                throwIfFailed(starting);
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    /** A lane that has a visit shows it; which of its screens is the rules' business. */
    private long awaitScreen(Map<String, Object> first) throws InterruptedException {
        boolean visit = first.containsKey("lines");
        while (true) {
            String screen = Shown.text(shop.view(), "screen");
            if (!screen.equals("STARTING") && !(visit && screen.equals("ATTRACT"))) {
                shop.awaitPainted();
                return System.nanoTime();
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
