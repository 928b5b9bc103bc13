package org.samokasa.kiosk.app.hub;

import java.lang.System.Logger;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.samokasa.kiosk.help.Helper;
import org.samokasa.kiosk.store.Presence;
import org.samokasa.kiosk.store.StoreCommand;
import org.samokasa.kiosk.store.StoreDecision;
import org.samokasa.kiosk.store.StoreEvent;
import org.samokasa.kiosk.web.ConsoleDesk;
import org.samokasa.kiosk.web.ConsoleStaff;

/**
 * Lets staff in and misses them when they are gone. PINs are compared on a thread of its own, because that takes some
 * tenths of a second on purpose.
 */
final class StaffDoor implements ConsoleStaff, AutoCloseable {
    private static final Logger LOGGER = System.getLogger(StaffDoor.class.getName());
    private static final int SECRET_BYTES = 24;

    /** PINs waiting to be compared; a shift change is a handful of people. */
    private static final int WAITING_MAX = 20;

    private final HubConfig.Floor floor;
    private final ConsoleDesk desk;
    private final SessionFile sessions;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(WAITING_MAX);
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "hub-pin");
        thread.setDaemon(true);
        return thread;
    });
    private Presence presence;

    /** @param onDuty who was when the hub ended last */
    StaffDoor(
            HubConfig.Floor floor,
            ConsoleDesk desk,
            SessionFile sessions,
            Collection<String> onDuty,
            InstantSource clock) {
        this.floor = floor;
        this.desk = desk;
        this.sessions = sessions;
        this.clock = clock;
        this.presence = Presence.of(onDuty, clock.instant());
    }

    @Override
    public House house() {
        List<Person> people = floor.staff().stream()
                .map(member ->
                        new Person(member.helper().name(), member.helper().role()))
                .toList();
        FactSheet sheet = FactSheet.of(floor.policy(), floor.facts(), clock.instant());
        return new House(floor.hasPins(), people, floor.map(), floor.quiet(), sheet);
    }

    @Override
    public boolean asksForSession() {
        return !floor.staff().isEmpty();
    }

    @Override
    public CompletableFuture<Answer> signIn(String name, String pin) {
        if (!places.tryAcquire()) {
            return CompletableFuture.completedFuture(new Answer.Busy());
        }
        return CompletableFuture.supplyAsync(() -> compare(name, pin), worker)
                .whenComplete((right, failure) -> places.release())
                .thenCompose(right -> decide(name, right));
    }

    private boolean compare(String name, String pin) {
        return member(name)
                .map(member -> member.pin().map(hash -> hash.matches(pin)).orElse(true))
                .orElse(floor.staff().isEmpty());
    }

    private CompletableFuture<Answer> decide(String name, boolean right) {
        Optional<Helper> helper = helper(name);
        if (helper.isEmpty()) {
            return CompletableFuture.completedFuture(new Answer.Wrong());
        }
        return desk.decide(new StoreCommand.SignIn(helper.get(), right)).thenApply(decision -> {
            if (decision instanceof StoreDecision.Refused refused) {
                return new Answer.Locked(refused.detail());
            }
            List<StoreEvent> events = ((StoreDecision.Happens) decision).events();
            return events.get(0) instanceof StoreEvent.StaffSignedIn ? in(helper.get()) : new Answer.Wrong();
        });
    }

    private Answer in(Helper helper) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.add(secret, helper.name(), clock.instant());
        synchronized (this) {
            presence = presence.expected(helper.name(), clock.instant());
        }
        return new Answer.In(secret, helper.name(), helper.role());
    }

    private Optional<HubConfig.Member> member(String name) {
        return floor.staff().stream()
                .filter(member -> member.helper().name().equals(name))
                .findFirst();
    }

    /** Where nobody is named in the configuration, anybody helps with everything. */
    private Optional<Helper> helper(String name) {
        return floor.staff().isEmpty()
                ? Optional.of(Helper.attendant(name))
                : member(name).map(HubConfig.Member::helper);
    }

    @Override
    public Optional<String> who(String session) {
        // Who no longer works here has no session either.
        return sessions.who(session, clock.instant())
                .filter(name -> helper(name).isPresent());
    }

    @Override
    public void signOut(String session) {
        sessions.remove(session);
    }

    @Override
    public CompletableFuture<Boolean> goOffDuty(String name) {
        sessions.removeAllOf(name);
        synchronized (this) {
            presence = presence.forgotten(name);
        }
        return desk.decide(new StoreCommand.GoOffDuty(name))
                .thenApply(
                        decision -> !((StoreDecision.Happens) decision).events().isEmpty());
    }

    @Override
    public void opened(String name) {
        synchronized (this) {
            presence = presence.opened(name);
        }
        // A phone that slept for long and is back: its owner is there again.
        helper(name).ifPresent(helper -> orLog(desk.decide(new StoreCommand.ComeOnDuty(helper))));
    }

    @Override
    public synchronized void closed(String name) {
        presence = presence.closed(name, clock.instant());
    }

    /** Takes off duty whose pages have been gone for too long; to be called every half second. */
    void tick() {
        for (String name : away()) {
            orLog(desk.decide(new StoreCommand.GoOffDuty(name)));
        }
    }

    private synchronized List<String> away() {
        List<String> away = presence.away(clock.instant());
        away.forEach(name -> presence = presence.forgotten(name));
        return away;
    }

    private static void orLog(CompletableFuture<StoreDecision> decision) {
        decision.whenComplete((done, failure) -> {
            if (failure != null) {
                LOGGER.log(Logger.Level.WARNING, "who is on duty is not recorded: {0}", failure.getMessage());
            }
        });
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
