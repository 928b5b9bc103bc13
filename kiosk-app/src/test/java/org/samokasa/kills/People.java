package org.samokasa.kills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.sim.app.demo.InterfacePage;
import org.samokasa.sim.script.Scenario;
import org.samokasa.sim.script.ScriptException;

/** The shopper and the attendant between kills: they bring the shop to where the next kill wants it. */
final class People {
    static final String BEER = "5900014004047";
    static final int BEER_GRAMS = 530;
    private static final String MILK = "5900820000158";
    private static final int MILK_GRAMS = 1_035;

    /** A basket this long is paid. */
    private static final int LINES_MAX = 12;

    /** Far beyond every time-out of lane, terminal and hub: what is not quiet by then will never be. */
    private static final long QUIET_SECONDS_MAX = 150;

    private static final int LOOK_MILLIS = 25;

    private final KillShop shop;
    private final Set<String> accepted = new HashSet<>();

    People(KillShop shop) {
        this.shop = shop;
    }

    /** Calls whose acceptance was on the hub's disk when it answered an attendant with yes. */
    synchronized Set<String> accepted() {
        return Set.copyOf(accepted);
    }

    /** @throws ScriptException when the hub does not let it happen in time */
    void attendant(String deed) {
        try (InterfacePage page = new InterfacePage(shop.console(), "Anna")) {
            page.perform(Scenario.step(1, "attendant " + deed));
        }
        if (deed.equals("accept")) {
            remember();
        }
    }

    private synchronized void remember() {
        try {
            accepted.addAll(shop.hubBook().accepted());
        } catch (IOException e) {
            throw new UncheckedIOException("the hub's journal cannot be read", e);
        }
    }

    /** Brings the shop to where this can begin. */
    void prepare(Activity activity) throws InterruptedException, IOException {
        shop.order("heal terminal");
        quiet();
        if (Shown.number(shop.view(), "lines") >= LINES_MAX) {
            payAndLeave();
        }
        switch (activity) {
            case IDLE, SCANNING, HELP, PROBLEM -> {}
            case WEIGHING -> shop.order("empty produce-scale");
            case PAYING -> readyToPay();
            case PRINTING -> {
                readyToPay();
                paid();
            }
        }
    }

    private void payAndLeave() throws InterruptedException, IOException {
        readyToPay();
        paid();
        quiet();
    }

    private void readyToPay() throws InterruptedException, IOException {
        if (Shown.number(shop.view(), "lines") == 0 || phase().equals("THANKS")) {
            long sale = Shown.number(shop.view(), "sale");
            boolean fresh = !phase().equals("SHOPPING");
            shop.order("scan " + MILK);
            shop.order("bag " + MILK_GRAMS + " g");
            until(
                    "a scan after sale " + sale,
                    view -> Shown.number(view, "lines") > 0 && (!fresh || Shown.number(view, "sale") > sale));
        }
        quiet();
    }

    private void paid() throws InterruptedException {
        until("a payment at the terminal", view -> {
            String phase = Shown.text(view, "phase");
            if (waitsForCard()) {
                shop.order("card approve");
            } else if (phase.equals("SHOPPING") || Shown.text(view, "payment").equals("REFUSED")) {
                shop.tell("pay");
            }
            return phase.equals("RECEIPT");
        });
    }

    boolean waitsForCard() {
        return shop.machine("terminal").get("waits for a card").equals("yes");
    }

    private String phase() {
        return Shown.text(shop.view(), "phase");
    }

    /** Returns when nothing waits for anybody: no problem, call, payment or receipt is open. */
    void quiet() throws InterruptedException {
        until("a quiet lane", this::isQuiet);
    }

    private interface Wish {
        boolean test(Map<String, Object> view) throws IOException;
    }

    private void until(String what, Wish wish) throws InterruptedException {
        long until = System.nanoTime() + QUIET_SECONDS_MAX * 1_000_000_000L;
        Optional<Exception> last = Optional.empty();
        while (System.nanoTime() < until) {
            try {
                if (wish.test(shop.view())) {
                    return;
                }
            } catch (ScriptException | IOException again) {
                last = Optional.of(again);
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new Lost(
                what + " never came; the lane: " + shop.view()
                        + last.map(e -> "; " + e).orElse(""),
                last.orElse(null));
    }

    @SuppressWarnings("unchecked")
    private boolean isQuiet(Map<String, Object> view) throws IOException {
        List<String> problems = (List<String>) view.getOrDefault("problems", List.of());
        switch (Shown.text(view, "phase")) {
            case "PAYING" -> settlePayment(view);
            case "RECEIPT" -> {
                if (Shown.text(view, "receipt").equals("NOT_ASKED")) {
                    shop.tell("no-receipt");
                }
            }
            case "SHOPPING", "ATTRACT", "THANKS" -> {
                return beHelped(view, problems) && level() && machinesAreUp(view);
            }
            default -> {
                // Out of service: it comes back when its machines do.
            }
        }
        return false;
    }

    private static boolean machinesAreUp(Map<String, Object> view) {
        return view.get("machines") instanceof Map<?, ?> all
                && all.size() == KillShop.MACHINES
                && all.values().stream().allMatch("UP"::equals);
    }

    private void settlePayment(Map<String, Object> view) {
        String payment = Shown.text(view, "payment");
        if (payment.equals("REFUSED")) {
            shop.tell("back");
        } else if (payment.equals("INTENDED") && waitsForCard()) {
            shop.order("card approve");
        }
    }

    /** @return whether no human is needed any more */
    private boolean beHelped(Map<String, Object> view, List<String> problems) throws IOException {
        String help = Shown.text(view, "help");
        if (problems.contains("AGE_CHECK")) {
            attendant(help.equals("RAISED") ? "accept" : "approve AGE_CHECK");
            return false;
        }
        if (problems.contains("WEIGHT_MISMATCH")) {
            level();
            return false;
        }
        if (!help.equals("NONE")) {
            attendant(help.equals("RAISED") ? "accept" : "solve");
            return false;
        }
        return problems.isEmpty();
    }

    /**
     * Puts into the bagging area what the lane expects there, as its journal has it; a visit that is over takes it along.
     *
     * @return whether it lay there already
     */
    private boolean level() throws IOException {
        Lane lane = shop.laneBook(Long.MAX_VALUE).lane();
        int expected =
                lane.phase() == Phase.SHOPPING ? lane.sale().orElseThrow().bagExpectedGrams() : 0;
        int lies = Integer.parseInt(
                shop.machine("bagging-scale").get("load").toString().split(" ")[0]);
        if (lies != expected) {
            shop.order(lies < expected ? "bag " + (expected - lies) + " g" : "unbag " + (lies - expected) + " g");
        }
        return lies == expected;
    }
}
