package org.samokasa.kiosk.app.centre;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.web.CentreDesk;

/** Stands between the pages and the hubs. It holds who has signed in, in memory, and nothing else. */
final class RelayDesk implements CentreDesk {
    /** As long as a session at a hub. */
    private static final Duration SESSION_LASTS = Duration.ofHours(16);

    /** After the first shop has let somebody in, the others have so long before the page opens without them. */
    private static final long OTHERS_MILLIS = 2000;

    private static final int OPERATORS_MAX = 1000;
    private static final int SECRET_BYTES = 24;
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;
    private static final byte[] EMPTY = "{}".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /** An answer of our own, in a hub's form. */
    record ErrorBody(String error, String detail) {}

    private final Map<String, HubLine> hubs = new LinkedHashMap<>();
    private final InstantSource clock;
    private final ScheduledExecutorService timer;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Operator> operators = new ConcurrentHashMap<>();

    RelayDesk(Collection<HubLine> hubs, InstantSource clock, ScheduledExecutorService timer) {
        hubs.forEach(hub -> this.hubs.put(hub.address().id(), hub));
        this.clock = clock;
        this.timer = timer;
    }

    @Override
    public CompletableFuture<Entrance> signIn(String before, String name, String pin, Optional<String> shop) {
        Optional<Operator> known = operator(before).filter(one -> one.name().equals(name));
        Operator operator = known.orElseGet(() -> new Operator(name, clock.instant()));
        List<HubLine> asked = hubs.values().stream()
                .filter(hub -> operator.access(hub.address().id()).session().isEmpty())
                .filter(hub -> shop.isEmpty() || shop.get().equals(hub.address().id()))
                .toList();
        CompletableFuture<Void> firstIn = new CompletableFuture<>();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (HubLine hub : asked) {
            String id = hub.address().id();
            operator.access(id, Access.closed(Standing.TRYING, ""));
            all.add(Entry.at(hub, name, pin).thenAccept(access -> {
                operator.access(id, access);
                if (access.session().isPresent()) {
                    firstIn.complete(null);
                }
            }));
        }
        CompletableFuture<Void> patience = firstIn.thenCompose(
                in -> new CompletableFuture<Void>().completeOnTimeout(null, OTHERS_MILLIS, TimeUnit.MILLISECONDS));
        return CompletableFuture.anyOf(CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])), patience)
                .thenApply(done -> entrance(operator, known.isPresent(), before));
    }

    private Entrance entrance(Operator operator, boolean isKnown, String before) {
        List<ShopLine> lines =
                hubs.values().stream().map(hub -> line(operator, hub)).toList();
        boolean in = hubs.keySet().stream()
                .anyMatch(id -> operator.access(id).session().isPresent());
        if (isKnown) {
            return new Entrance(Optional.of(before), operator.name(), lines);
        }
        if (!in || operators.size() >= OPERATORS_MAX) {
            return new Entrance(Optional.empty(), operator.name(), lines);
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        operators.put(secret, operator);
        // The device has changed hands.
        signOut(before);
        return new Entrance(Optional.of(secret), operator.name(), lines);
    }

    private static ShopLine line(Operator operator, HubLine hub) {
        Access access = operator.access(hub.address().id());
        Optional<Instant> since = access.why() == Standing.NO_CONTACT ? hub.heardAt() : Optional.empty();
        return new ShopLine(hub.address().id(), hub.address().name(), access.why(), since, access.detail());
    }

    private Optional<Operator> operator(String session) {
        return Optional.ofNullable(operators.get(session)).filter(one -> !hasEnded(one));
    }

    private boolean hasEnded(Operator operator) {
        return clock.instant().isAfter(operator.since().plus(SESSION_LASTS));
    }

    @Override
    public Optional<String> who(String session) {
        return operator(session).map(Operator::name);
    }

    @Override
    public CompletableFuture<Boolean> signOut(String session) {
        Operator operator = operators.remove(session);
        return operator == null ? CompletableFuture.completedFuture(false) : leave(operator, "/sign-out");
    }

    @Override
    public CompletableFuture<Boolean> offDuty(String session) {
        Optional<Operator> operator = operator(session);
        if (operator.isEmpty()) {
            return CompletableFuture.completedFuture(false);
        }
        CompletableFuture<Boolean> left = leave(operator.get(), "/off-duty");
        operators.entrySet().removeIf(entry -> {
            boolean same = entry.getValue().name().equals(operator.get().name());
            if (same) {
                entry.getValue().pages().forEach(OpenPage::close);
            }
            return same;
        });
        return left;
    }

    /** Tells every hub that let them in. One that does not hear it will miss the page and see by itself. */
    private CompletableFuture<Boolean> leave(Operator operator, String path) {
        operator.pages().forEach(OpenPage::close);
        List<CompletableFuture<Boolean>> told = new ArrayList<>();
        for (HubLine hub : hubs.values()) {
            operator.access(hub.address().id())
                    .session()
                    .ifPresent(session -> told.add(hub.post(path, session, Optional.empty(), EMPTY)
                            .handle((answer, failure) -> failure == null)));
        }
        return CompletableFuture.allOf(told.toArray(new CompletableFuture<?>[0]))
                .thenApply(done -> true);
    }

    @Override
    public CompletableFuture<Answer> pass(
            String session, String shop, String path, Optional<String> actionId, byte[] body) {
        HubLine hub = hubs.get(shop);
        if (hub == null) {
            return CompletableFuture.completedFuture(error(NOT_FOUND, "UNKNOWN_SHOP", shop));
        }
        Optional<Operator> operator = operator(session);
        Optional<String> theirs = operator.flatMap(one -> one.access(shop).session());
        if (theirs.isEmpty()) {
            return CompletableFuture.completedFuture(error(UNAUTHORIZED, "NOT_SIGNED_IN", shop));
        }
        return hub.post(path, theirs.get(), actionId, body).thenApply(answer -> {
            boolean lost = answer.status() == UNAUTHORIZED
                    && Entry.look(answer).text("error").equals(Optional.of("NOT_SIGNED_IN"));
            if (lost) {
                operator.get().lost(shop, theirs.get());
            }
            return answer;
        });
    }

    private static Answer error(int status, String error, String detail) {
        return new Answer(status, RecordJson.write(ErrorBody.class, new ErrorBody(error, detail)));
    }

    @Override
    public Runnable watch(String session, Page page) {
        Optional<Operator> operator = operator(session);
        if (operator.isEmpty()) {
            page.close();
            return () -> {};
        }
        OpenPage open = new OpenPage(operator.get(), page, hubs.values(), clock, this::soon);
        operator.get().opened(open);
        open.begin();
        return () -> {
            operator.get().closed(open);
            open.end();
        };
    }

    private void soon(Runnable task) {
        try {
            timer.execute(task);
        } catch (RejectedExecutionException e) {
            // The centre is ending, and its lines with it.
            task.run();
        }
    }

    /** To be called some times a second. */
    void tick() {
        Instant now = clock.instant();
        operators.values().removeIf(operator -> {
            boolean over = hasEnded(operator);
            operator.pages().forEach(over ? OpenPage::close : page -> page.tick(now));
            return over;
        });
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
