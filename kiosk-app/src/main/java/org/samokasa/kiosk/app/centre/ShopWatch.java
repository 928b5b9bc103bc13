package org.samokasa.kiosk.app.centre;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.web.CentreDesk.Answer;
import org.samokasa.kiosk.web.CentreDesk.Page;
import org.samokasa.kiosk.web.CentreDesk.ShopLine;
import org.samokasa.kiosk.web.CentreDesk.Standing;

/**
 * One shop on one open page: asks the hub how the shop is set up, whether the operator's session still holds, and then
 * listens. Whatever breaks, it says so to the page and begins again by itself. The line to the hub is this page's own, so
 * that the hub sees who has a page open.
 */
final class ShopWatch {
    /** Two of the hub's beats of five seconds, and some. */
    private static final Duration SILENCE = Duration.ofSeconds(12);

    /** Between two tries; with the time a try takes, a hub that is back is on the page within three seconds. */
    private static final Duration AGAIN = Duration.ofMillis(1500);

    /** For what only people can change. */
    private static final Duration LATER = Duration.ofSeconds(5);

    /** Whether a shop is open changes by the clock alone, so its sheet is asked for again. */
    private static final Duration SHEET_LASTS = Duration.ofSeconds(30);

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final Set<String> PASSED_ON = Set.of("snapshot", "shop", "lane", "requests");

    private final HubLine hub;
    private final Operator operator;
    private final Page page;
    private final InstantSource clock;
    private final String shop;
    private CompletableFuture<?> running = CompletableFuture.completedFuture(null);
    /** What an earlier turn still says is not listened to. */
    private int turn;

    private boolean listening;
    private boolean ended;
    private Instant nextAt = Instant.MAX;
    private Instant heardAt = Instant.EPOCH;
    private Instant sheetAt = Instant.EPOCH;
    private ShopLine said;

    ShopWatch(HubLine hub, Operator operator, Page page, InstantSource clock) {
        this.hub = hub;
        this.operator = operator;
        this.page = page;
        this.clock = clock;
        this.shop = hub.address().id();
        this.said = line(operator.access(shop).why(), operator.access(shop).detail());
    }

    /** As the page was told last. */
    synchronized ShopLine said() {
        return said;
    }

    /** Begins, or begins anew. */
    synchronized void begin() {
        int mine = newTurn();
        if (ended) {
            return;
        }
        Access access = operator.access(shop);
        CompletableFuture<Answer> asked = hub.get("/house", "");
        running = asked;
        asked.whenComplete((house, failure) -> house(mine, access, house));
    }

    private int newTurn() {
        turn++;
        listening = false;
        nextAt = Instant.MAX;
        running.cancel(true);
        return turn;
    }

    private synchronized void house(int mine, Access access, Answer house) {
        if (mine != turn) {
            return;
        }
        if (house == null || (house.status() != OK && house.status() != UNAUTHORIZED)) {
            away();
        } else if (house.status() == UNAUTHORIZED) {
            stand(Standing.KEY_WRONG, "");
        } else if (access.session().isEmpty()) {
            boolean isBack = access.why() == Standing.NO_CONTACT;
            stand(isBack ? Standing.PIN_NEEDED : access.why(), access.detail());
        } else {
            tellSheet(house);
            ask(access.session().get());
        }
    }

    private void stand(Standing standing, String detail) {
        say(line(standing, detail));
        nextAt = clock.instant().plus(LATER);
    }

    private void tellSheet(Answer house) {
        sheetAt = clock.instant();
        page.tell(shop, "house", new String(house.body(), StandardCharsets.UTF_8));
    }

    private void ask(String session) {
        int mine = turn;
        CompletableFuture<Answer> asked = hub.get("/session", session);
        running = asked;
        asked.whenComplete((holder, failure) -> session(mine, session, holder));
    }

    private synchronized void session(int mine, String session, Answer holder) {
        if (mine != turn) {
            return;
        }
        if (holder != null && holder.status() == OK) {
            listen(session);
        } else if (holder != null && holder.status() == UNAUTHORIZED) {
            nextAt = clock.instant().plus(LATER);
            operator.lost(shop, session);
        } else {
            away();
        }
    }

    private void listen(String session) {
        int mine = turn;
        heardAt = clock.instant();
        listening = true;
        CompletableFuture<?> stream = hub.listen(session, event -> event(mine, event));
        running = stream;
        stream.whenComplete((end, failure) -> streamEnded(mine));
    }

    private synchronized void event(int mine, EventStreamParser.Event event) {
        if (mine != turn) {
            return;
        }
        heardAt = clock.instant();
        if (!PASSED_ON.contains(event.name())) {
            return;
        }
        if (!page.tell(shop, event.name(), event.data())) {
            // Too much waits for a slow page; it gets a whole picture later instead.
            away();
        } else if (event.name().equals("snapshot")) {
            say(line(Standing.LIVE, ""));
        }
    }

    private synchronized void streamEnded(int mine) {
        if (mine == turn) {
            away();
        }
    }

    private void away() {
        newTurn();
        say(line(Standing.NO_CONTACT, ""));
        nextAt = clock.instant().plus(AGAIN);
    }

    /** To be called some times a second. */
    synchronized void tick(Instant now) {
        if (ended) {
            return;
        }
        if (!now.isBefore(nextAt)) {
            begin();
        } else if (listening && now.isAfter(heardAt.plus(SILENCE))) {
            away();
        } else if (listening && now.isAfter(sheetAt.plus(SHEET_LASTS))) {
            int mine = turn;
            sheetAt = now;
            hub.get("/house", "").thenAccept(house -> sheet(mine, house));
        }
    }

    private synchronized void sheet(int mine, Answer house) {
        if (mine == turn && house.status() == OK) {
            tellSheet(house);
        }
    }

    private ShopLine line(Standing standing, String detail) {
        Optional<Instant> since = standing == Standing.NO_CONTACT ? hub.heardAt() : Optional.empty();
        return new ShopLine(shop, hub.address().name(), standing, since, detail);
    }

    private void say(ShopLine line) {
        boolean news = said.standing() != line.standing() || !said.detail().equals(line.detail());
        if (news
                && page.tell(
                        shop, "standing", new String(RecordJson.write(ShopLine.class, line), StandardCharsets.UTF_8))) {
            said = line;
        }
    }

    synchronized void end() {
        ended = true;
        newTurn();
    }
}
