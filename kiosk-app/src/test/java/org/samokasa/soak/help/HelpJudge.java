package org.samokasa.soak.help;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.persistence.journal.JournalFiles;
import org.samokasa.kiosk.persistence.journal.JournalReader;
import org.samokasa.kiosk.store.StoreEvent;

/**
 * Reads the hub's journal when the day is over: no call lost, no two owners, every clock honoured. Knows the times from the
 * specification (DESIGN, section 5) and nothing of the rules.
 */
final class HelpJudge {
    private static final Duration NEXT_PERSON = Duration.ofSeconds(30);
    private static final Duration DUTY_MANAGER = Duration.ofSeconds(90);
    private static final Duration LAPSE = Duration.ofSeconds(45);
    private static final Duration TARGET = Duration.ofSeconds(60);
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** The hub looks at its clocks every half second; one look may be missed. */
    private static final Duration LATE_MOST = Duration.ofMillis(1_100);

    private static final List<String> LEVELS = List.of("FRESH", "NEXT_PERSON", "DUTY_MANAGER");

    /** A time in which the hub did not run. */
    record Away(Instant from, Instant to) {}

    /** What the day came to. */
    record Verdict(
            long requests,
            long solved,
            long forecasts,
            long heldPercent,
            long errorMedianMillis,
            long waitMedianMillis) {}

    private static final class Case {
        private final Instant raised;
        private Instant waitSince;
        private String owner = "";
        private Instant claimed = Instant.EPOCH;
        private int named;
        private boolean handedOver;
        private boolean underWay;
        private int level = -1;
        private String overdue = "ON_TIME";
        private String end = "";
        private int forecast;
        private boolean met;

        private Case(Instant raised) {
            this.raised = raised;
            this.waitSince = raised;
        }

        private boolean waits() {
            return end.isEmpty() && (owner.isEmpty() || handedOver);
        }
    }

    private final List<Away> away;
    private final Map<String, Case> cases = new TreeMap<>();
    private final List<Long> errors = new ArrayList<>();
    private final List<Long> waits = new ArrayList<>();
    private long held;

    HelpJudge(List<Away> away) {
        this.away = List.copyOf(away);
    }

    Verdict read(JournalFiles disk, Map<String, String> called, Instant end) throws IOException {
        JournalReader.read(disk, (position, payload) -> {
            StoreEvent event = RecordJson.read(StoreEvent.class, payload);
            if (event instanceof StoreEvent.HelpHasChanged changed) {
                Case known = cases.get(changed.event().requestId());
                if (known != null) {
                    clocks(changed.event().requestId(), known, changed.at());
                }
                take(changed.event(), known);
            }
        });
        require(
                cases.keySet().equals(called.keySet()),
                "calls of the lanes",
                cases.keySet() + " of " + called.keySet());
        cases.forEach((id, one) -> {
            require(!one.end.isEmpty(), id, "never ended; the lane says " + called.get(id));
            require(
                    one.end.equals(called.get(id)) || one.end.equals("SOLVED"),
                    id,
                    "ended as " + one.end + " here, as " + called.get(id) + " there");
        });
        long solved =
                cases.values().stream().filter(one -> one.end.equals("SOLVED")).count();
        long percent = errors.isEmpty() ? 0 : held * 100 / errors.size();
        return new Verdict(cases.size(), solved, errors.size(), percent, median(errors), median(waits));
    }

    private static long median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    /** What should have happened before this moment must have. */
    private void clocks(String id, Case one, Instant now) {
        if (one.waits()) {
            due(id, one.level >= 0, one.waitSince, now, "nobody was alerted");
            due(id, one.level >= 1, one.waitSince.plus(NEXT_PERSON), now, "nobody else was alerted");
            due(id, one.level >= 2, one.waitSince.plus(DUTY_MANAGER), now, "no manager was alerted");
        }
        if (one.end.isEmpty()) {
            due(id, !one.overdue.equals("ON_TIME"), one.raised.plus(TARGET), now, "nobody noted that it takes long");
            due(
                    id,
                    one.overdue.equals("OVER_LIMIT"),
                    one.raised.plus(LIMIT),
                    now,
                    "no manager heard how long it takes");
            boolean claimedOnly = !one.owner.isEmpty() && !one.underWay && !one.handedOver;
            Duration patience = one.named > LAPSE.toSeconds() ? Duration.ofSeconds(one.named) : LAPSE;
            due(id, !claimedOnly, one.claimed.plus(patience), now, one.owner + " only said mine");
        }
    }

    private void due(String id, boolean done, Instant when, Instant now, String complaint) {
        if (!done && when.plus(LATE_MOST).plus(awayBetween(when, now)).isBefore(now)) {
            require(false, id, complaint + ", due at " + when + ", and it is " + now);
        }
    }

    /** How long it was away from a moment on; an outage that had begun before counts to its end. */
    private Duration awayBetween(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (Away one : away) {
            Instant begin = one.from().isAfter(from) ? one.from() : from;
            Instant finish = one.to().isBefore(to) ? one.to() : to;
            sum = begin.isBefore(finish)
                    ? sum.plus(Duration.between(begin, finish)).plus(LATE_MOST)
                    : sum;
        }
        return sum;
    }

    private void take(HelpEvent event, Case one) {
        String id = event.requestId();
        if (event instanceof HelpEvent.HelpWasRaised) {
            require(one == null, id, "was raised twice");
            cases.put(id, new Case(event.at()));
            return;
        }
        require(one != null, id, "changed before it was raised: " + event);
        boolean mayFollow = one.end.isEmpty() || event instanceof HelpEvent.HelpWasRated;
        require(mayFollow, id, "had ended as " + one.end + " before " + event);
        if (event instanceof HelpEvent.HelpWasRouted e) {
            int level = LEVELS.indexOf(e.level().name());
            require(one.waits() && level > one.level, id, "alerted again at the same level: " + e);
            one.level = level;
            one.forecast = one.forecast == 0 ? e.forecast() : one.forecast;
        } else if (event instanceof HelpEvent.HelpIsOverdue e) {
            one.overdue = e.level().name();
        } else {
            own(event, one);
        }
    }

    private void own(HelpEvent event, Case one) {
        String id = event.requestId();
        if (event instanceof HelpEvent.HelpWasAccepted e) {
            require(one.waits() || lapsed(one, e.at()), id, e.by() + " accepts what is " + one.owner + "'s");
            one.owner = e.by();
            one.claimed = e.at();
            one.named = e.etaSeconds();
            one.handedOver = false;
            one.underWay = false;
            one.level = -1;
        } else if (event instanceof HelpEvent.ClaimHasLapsed e) {
            require(e.by().equals(one.owner), id, "lapsed for " + e.by() + " and is " + one.owner + "'s");
            one.owner = "";
            one.handedOver = false;
            one.waitSince = e.at();
            one.level = -1;
        } else if (event instanceof HelpEvent.HelpWasHandedOver e) {
            by(e.by(), one, e);
            one.handedOver = true;
            one.waitSince = e.at();
            one.level = -1;
        } else if (event instanceof HelpEvent.HelperSetOut e) {
            by(e.by(), one, e);
            one.underWay = true;
        } else if (event instanceof HelpEvent.HelperArrived e) {
            by(e.by(), one, e);
            there(one, e.at());
        } else if (event instanceof HelpEvent.HelpTakenRemotely e) {
            by(e.by(), one, e);
            there(one, e.at());
        } else {
            end(event, one);
        }
    }

    private static boolean lapsed(Case one, Instant now) {
        Duration patience = one.named > LAPSE.toSeconds() ? Duration.ofSeconds(one.named) : LAPSE;
        return !one.underWay && !now.isBefore(one.claimed.plus(patience));
    }

    private void by(String name, Case one, HelpEvent event) {
        require(
                name.equals(one.owner) && !one.handedOver,
                event.requestId(),
                event + " while it is " + one.owner + "'s");
    }

    private void there(Case one, Instant at) {
        one.underWay = true;
        if (!one.met && one.forecast > 0) {
            long wait = Duration.between(one.raised, at).toMillis();
            long error = wait - one.forecast * 1_000L;
            waits.add(wait);
            errors.add(Math.abs(error));
            held += error <= 0 ? 1 : 0;
        }
        one.met = true;
    }

    private void end(HelpEvent event, Case one) {
        if (event instanceof HelpEvent.HelpWasSolved e) {
            by(e.by(), one, e);
            one.end = "SOLVED";
        } else if (event instanceof HelpEvent.HelpWasCancelled) {
            one.end = "CANCELLED_BY_SHOPPER";
        } else if (event instanceof HelpEvent.HelpClearedItself) {
            one.end = "AUTO_CLEARED";
        } else if (event instanceof HelpEvent.HelpWasAbandoned) {
            one.end = "ABANDONED";
        }
    }

    private static void require(boolean holds, String id, String complaint) {
        if (!holds) {
            throw new AssertionError("request " + id + ": " + complaint);
        }
    }
}
