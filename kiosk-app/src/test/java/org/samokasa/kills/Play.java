package org.samokasa.kills;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.samokasa.sim.script.ScriptException;

/** What goes on while the kill is on its way; says when the moment is there that the kill waits for. */
final class Play implements Runnable {
    /** Code and grams of goods with a price and a weight in the sample shop. */
    private static final List<String> GOODS = List.of(
            "5900820000158 1035",
            "5900512999401 180",
            "5900197006012 180",
            "5900049011829 510",
            "5900084229579 300",
            "5900197022548 180");

    private static final int SCANS_MAX = 8;

    /** A tenth of what a till waits for a terminal's answer (ZVT timer T3, 5 s). */
    private static final int LATE_MILLIS_MAX = 500;

    private final Kill kill;
    private final KillShop shop;
    private final People people;
    private final LaneWatch watch;
    private final SplittableRandom random;
    private final CountDownLatch moment = new CountDownLatch(1);

    Play(Kill kill, KillShop shop, People people, LaneWatch watch) {
        this.kill = kill;
        this.shop = shop;
        this.people = people;
        this.watch = watch;
        this.random = new SplittableRandom(kill.chance());
    }

    /** Counted down when the moment is there; a kill need not wait for it for ever. */
    CountDownLatch moment() {
        return moment;
    }

    @Override
    public void run() {
        try {
            switch (kill.activity()) {
                case IDLE -> reached(0);
                case SCANNING -> scanning();
                case WEIGHING -> weighing();
                case PROBLEM -> problem();
                case PAYING -> paying();
                case PRINTING -> printing();
                case HELP -> help();
            }
        } catch (ScriptException killed) {
            // Who talks to a dead process gets no answer; the judge says whether that cost anything.
            moment.countDown();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void reached(int step) {
        if (kill.step() == step) {
            moment.countDown();
        }
    }

    private void scanning() throws InterruptedException {
        reached(0);
        for (int scan = 0; scan < SCANS_MAX; scan++) {
            String[] goods = GOODS.get(random.nextInt(GOODS.size())).split(" ");
            shop.order("scan " + goods[0]);
            Thread.sleep(random.nextInt(120));
            shop.order("bag " + goods[1] + " g");
            Thread.sleep(random.nextInt(250));
        }
    }

    private void weighing() throws InterruptedException {
        shop.tell("pick plu:4011");
        reached(0);
        Thread.sleep(random.nextInt(300));
        shop.order("put produce-scale " + random.nextInt(200, 1_500) + " g");
        reached(1);
    }

    private void problem() throws InterruptedException {
        if (random.nextBoolean()) {
            shop.order("scan " + People.BEER);
            reached(0);
            shop.order("bag " + People.BEER_GRAMS + " g");
            if (!watch.until(view -> Shown.text(view, "help").equals("RAISED"))) {
                return;
            }
            reached(1);
            people.attendant("accept");
            reached(2);
            people.attendant("approve AGE_CHECK");
        } else {
            shop.order("bag 480 g");
            reached(0);
            // The lane looks at too much weight for three seconds before it says so.
            watch.until(view -> view.get("problems") instanceof List<?> open && !open.isEmpty());
            reached(1);
            reached(2);
        }
    }

    private void paying() throws InterruptedException {
        if (random.nextBoolean()) {
            // A slow line pulls the steps of a payment apart, so that kills fall between them.
            shop.order("fault terminal late " + random.nextInt(100, LATE_MILLIS_MAX) + " ms");
        }
        shop.tell("pay");
        reached(0);
        watch.until(view -> payment(view).equals("INTENDED"));
        reached(1);
        while (!people.waitsForCard()) {
            Thread.sleep(10);
        }
        reached(2);
        shop.order(random.nextInt(5) == 0 ? "card decline 5" : "card approve");
        reached(3);
        watch.until(view -> List.of("APPROVED", "FINISHED", "REFUSED").contains(payment(view)));
        reached(4);
    }

    private static String payment(Map<String, Object> view) {
        return Shown.text(view, "payment");
    }

    private void printing() throws InterruptedException {
        shop.tell("receipt");
        reached(0);
        watch.until(view -> Shown.text(view, "receipt").equals("PRINTING"));
        reached(1);
    }

    private void help() throws InterruptedException {
        shop.tell("help");
        reached(0);
        watch.until(view -> Shown.text(view, "help").equals("RAISED"));
        reached(1);
        people.attendant("accept");
        reached(2);
        people.attendant("solve");
    }
}
