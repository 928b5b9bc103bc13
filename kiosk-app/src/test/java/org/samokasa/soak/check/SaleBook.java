package org.samokasa.soak.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.Article.SoldBy;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.event.BasketEvent;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.lane.event.PaymentEvent;
import org.samokasa.kiosk.lane.event.ProblemEvent;
import org.samokasa.kiosk.lane.event.ServiceEvent;
import org.samokasa.soak.shop.LaneMachines;
import org.samokasa.soak.shop.Platter;
import org.samokasa.soak.shop.SoakGoods;
import org.samokasa.soak.world.InvariantBroken;
import org.samokasa.soak.world.World;

/** Sales of one lane as their facts tell them: I1 (problems), I4 (numbers), I7 (weights), I13 (prices). */
final class SaleBook {
    /** What a scale said may be on its way for so long: late wires, and a second of standing still. */
    private static final long WEIGHT_AGE_MILLIS = 30_000;

    /** Kinds that must be settled before money moves; the judge's own list. */
    private static final Set<String> MUST_CLEAR = Set.of("AGE_CHECK", "WEIGHT_MISMATCH", "PAYMENT_IN_DOUBT");

    private final int lane;
    private final World world;
    private final SoakGoods goods;
    private final LaneMachines twins;
    private final Map<String, Set<String>> approved = new HashMap<>();
    private final Set<String> twoPersons;
    private final Map<Integer, Line> lines = new LinkedHashMap<>();
    private final Map<String, String> open = new LinkedHashMap<>();
    private final ShelfBook shelf;
    /** Lines that a basket which was put aside brings with it and that have not come yet. */
    private final List<Line> brought = new ArrayList<>();

    private long number;
    private boolean late;

    SaleBook(int lane, World world, SoakGoods goods, LaneMachines twins, ShelfBook shelf, Set<String> twoPersons) {
        this.twoPersons = twoPersons;
        this.lane = lane;
        this.world = world;
        this.goods = goods;
        this.twins = twins;
        this.shelf = shelf;
    }

    long number() {
        return number;
    }

    long total() {
        return lines.values().stream().mapToLong(line -> line.amount().minor()).sum();
    }

    /** A human of the shop really said so. */
    void approves(String problem, String by) {
        approved.computeIfAbsent(problem, id -> new TreeSet<>()).add(by);
    }

    /** @param found after a power cut: it became durable in its last instant, and the scales show something else by now */
    void took(LaneEvent event, boolean found) {
        late = found;
        if (event instanceof ServiceEvent.SaleStarted started) {
            begins(started);
        } else if (event instanceof ServiceEvent.SaleSuspended) {
            shelf.putAside(lane, number, List.copyOf(lines.values()));
        } else if (event instanceof ServiceEvent.SaleRecalled recalled) {
            brought.addAll(shelf.takes(lane, recalled.suspension()));
        } else if (event instanceof BasketEvent.ItemAdded added) {
            adds(added.line());
        } else if (event instanceof BasketEvent.LineVoided voided) {
            lines.remove(voided.line());
            lines.values().removeIf(line -> line.parent() == voided.line());
        } else if (event instanceof ProblemEvent.ProblemOpened opened) {
            opens(opened.problem());
        } else if (event instanceof ProblemEvent.ProblemResolved resolved) {
            resolves(resolved);
        } else if (event instanceof PaymentEvent.PaymentIntended) {
            nothingMustBeClear("is to be paid");
        }
    }

    /** After all facts of one decision. */
    void paid() {
        nothingMustBeClear("is paid");
    }

    private void nothingMustBeClear(String what) {
        open.forEach((id, kind) -> {
            if (MUST_CLEAR.contains(kind)) {
                throw new InvariantBroken("I1", "lane " + lane + ": sale " + number + " " + what + " with " + kind);
            }
        });
    }

    private void begins(ServiceEvent.SaleStarted started) {
        if (started.number() != number + 1) {
            throw new InvariantBroken("I4", "lane " + lane + ": sale " + started.number() + " follows sale " + number);
        }
        number = started.number();
        lines.clear();
        open.clear();
        if (started.bagOffsetGrams() != 0) {
            weighed("there from before", twins.bag(), started.bagOffsetGrams());
        }
    }

    private void adds(Line line) {
        long price = goods.priceIn(line.catalogueVersion(), line.item())
                .orElseThrow(() -> new InvariantBroken("I13", "lane " + lane + " sold what has no price: " + line));
        if (line.unitPrice().minor() != price) {
            throw new InvariantBroken("I13", "lane " + lane + " charged " + line.unitPrice() + " and not " + price);
        }
        if (!brought.isEmpty()) {
            isAsBefore(line, brought.remove(0));
        } else if (line.soldBy() == SoldBy.WEIGHT && line.item().isPlu()) {
            weighed("sold", twins.produce(), line.grams());
        }
        lines.put(line.number(), line);
    }

    private void isAsBefore(Line line, Line before) {
        boolean same = line.item().equals(before.item())
                && line.amount().equals(before.amount())
                && line.grams() == before.grams();
        if (!same) {
            throw new InvariantBroken("I8", "lane " + lane + " goes on with " + line + " where " + before + " was");
        }
    }

    /** After all facts of one decision. */
    void decided() {
        if (!brought.isEmpty()) {
            throw new InvariantBroken("I8", "lane " + lane + " left behind " + brought);
        }
    }

    private void opens(Problem problem) {
        open.put(problem.id(), problem.kind().name());
        if (problem.kind() == Problem.Kind.WEIGHT_MISMATCH) {
            int measured = Integer.parseInt(problem.evidence().get("gramsMeasured"));
            weighed("held against the shopper", twins.bag(), measured);
        }
    }

    private void resolves(ProblemEvent.ProblemResolved resolved) {
        String kind = open.remove(resolved.problem());
        boolean byHuman = resolved.outcome() == Problem.Outcome.APPROVED;
        int people = approved.getOrDefault(resolved.problem(), Set.of()).size();
        int wanted = twoPersons.contains(String.valueOf(kind)) ? 2 : 1;
        if (byHuman && MUST_CLEAR.contains(String.valueOf(kind)) && people < wanted) {
            throw new InvariantBroken(
                    "I1",
                    "lane " + lane + ": " + people + " of " + wanted + " people approved " + kind + " "
                            + resolved.problem() + ", " + resolved.by() + " is said to have");
        }
    }

    private void weighed(String what, Platter scale, int grams) {
        if (!late && !scale.showed(grams, world.nowMillis() - WEIGHT_AGE_MILLIS)) {
            throw new InvariantBroken(
                    "I7",
                    "lane " + lane + ": " + grams + " g " + what + ", and the scale never showed that; it had "
                            + scale);
        }
    }
}
