package org.samokasa.kills;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** Compares what was shown, told and acknowledged with what the journals, the terminal and the hub have. */
final class Judge {
    /** A hub that has come back is found within three seconds; this is for a loaded machine. */
    private static final long DELIVERED_SECONDS_MAX = 60;

    private static final int LOOK_MILLIS = 50;

    private final KillShop shop;
    private final People people;

    Judge(KillShop shop, People people) {
        this.shop = shop;
        this.people = people;
    }

    /**
     * After a kill, before anything is started again.
     *
     * @param since position of the lane's journal when watching began
     * @param seen all that the lane showed since then
     * @return the lane's journal as the kill left it
     */
    LaneBook afterKill(Kill kill, long since, List<Shown> seen) throws IOException {
        LaneBook before = shop.laneBook(since);
        Set<String> accepted = people.accepted();
        HubBook hub = shop.hubBook();
        long taken = shop.takenMinor();
        LaneBook lane = shop.laneBook(since);
        shownIsOnRecord(seen, lane.shownSince());
        numbersAreWhole(lane);
        atTheHub(before, accepted, hub, lane);
        if (kill.hits(Kill.LANE)) {
            money(taken, lane);
        }
        return lane;
    }

    /** @param first what a lane showed first after its restart */
    void afterRestart(Shown first, LaneBook atKill) throws IOException {
        LaneBook now = shop.laneBook(atKill.position());
        if (!now.shownSince().contains(first)) {
            throw new Lost("the lane came back as " + first + " and was "
                    + now.shownSince().get(0));
        }
        numbersAreWhole(now);
        Set<String> accepted = people.accepted();
        HubBook hub = shop.hubBook();
        atTheHub(atKill, accepted, hub, shop.laneBook(Long.MAX_VALUE));
    }

    /** When nothing is going on any more. */
    void quiet() throws IOException {
        LaneBook lane = shop.laneBook(Long.MAX_VALUE);
        long taken = shop.takenMinor();
        if (lane.openMinor() != 0 || taken != lane.paidMinor()) {
            throw new Lost("the terminal has taken " + taken + ", the lane's paid sales come to " + lane.paidMinor()
                    + " and " + lane.openMinor() + " is open");
        }
    }

    /** Waits until the hub has all that the lane has for it. */
    void delivered() throws IOException, InterruptedException {
        long until = System.nanoTime() + DELIVERED_SECONDS_MAX * 1_000_000_000L;
        LaneBook lane = shop.laneBook(Long.MAX_VALUE);
        HubBook hub = shop.hubBook();
        while (!hasAll(hub, lane)) {
            if (System.nanoTime() > until) {
                throw new Lost("the hub never got all: of the lane's calls " + lane.calls() + " it has " + hub.raised()
                        + ", ended are " + lane.endedCalls() + " and there " + hub.ended() + "; of its sales "
                        + lane.paidSales() + " it has " + hub.sales());
            }
            Thread.sleep(LOOK_MILLIS);
            hub = shop.hubBook();
        }
    }

    private static boolean hasAll(HubBook hub, LaneBook lane) {
        return new HashSet<>(hub.raised()).equals(lane.calls())
                && new HashSet<>(hub.ended()).equals(lane.endedCalls())
                && hub.sales().equals(lane.paidSales());
    }

    /** All that was seen is in the journal, in that order. */
    static void shownIsOnRecord(List<Shown> seen, List<Shown> recorded) {
        int at = 0;
        for (Shown shown : seen) {
            while (at < recorded.size() && !recorded.get(at).equals(shown)) {
                at++;
            }
            if (at == recorded.size()) {
                throw new Lost("shown and not in the journal, or not in that order: " + shown);
            }
        }
    }

    static void numbersAreWhole(LaneBook lane) {
        List<Long> wanted =
                LongStream.rangeClosed(1, lane.saleNumbers().size()).boxed().toList();
        if (!lane.saleNumbers().equals(wanted)) {
            throw new Lost("sale numbers have a gap or a repeat: " + lane.saleNumbers());
        }
    }

    static void money(long taken, LaneBook lane) {
        if (taken != lane.paidMinor() && taken != lane.paidMinor() + lane.openMinor()) {
            throw new Lost("the terminal has taken " + taken + "; the lane's paid sales come to " + lane.paidMinor()
                    + " and its open payment to " + lane.openMinor());
        }
    }

    /**
     * @param before the lane's journal read before the hub's: what it says the hub has, the hub must have
     * @param accepted likewise what attendants were answered before
     * @param after read after it: what the hub has must be there
     */
    static void atTheHub(LaneBook before, Set<String> accepted, HubBook hub, LaneBook after) {
        if (hub.heard() < before.lane().hubConfirmed()) {
            throw new Lost(
                    "the hub had acknowledged up to " + before.lane().hubConfirmed() + " and has up to " + hub.heard());
        }
        if (new HashSet<>(hub.raised()).size() != hub.raised().size()
                || !after.calls().containsAll(hub.raised())) {
            throw new Lost("calls at the hub " + hub.raised() + ", at the lane " + after.calls());
        }
        List<Long> paid = after.paidSales();
        if (hub.sales().size() > paid.size()
                || !hub.sales().equals(paid.subList(0, hub.sales().size()))) {
            throw new Lost("sales at the hub " + hub.sales() + ", at the lane " + paid);
        }
        if (!hub.accepted().containsAll(accepted)) {
            throw new Lost("the hub had said yes to acceptances of " + accepted + " and has " + hub.accepted());
        }
    }
}
