package org.samokasa.soak.help;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.samokasa.kiosk.help.Evidence;
import org.samokasa.kiosk.help.HelpCall;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.HelpProblem;
import org.samokasa.kiosk.help.HelpRating;
import org.samokasa.kiosk.network.HubCommand;
import org.samokasa.kiosk.network.HubListener;
import org.samokasa.kiosk.network.LaneMessage;
import org.samokasa.kiosk.network.LaneMessage.Withdrawal;
import org.samokasa.kiosk.network.Topics;
import org.samokasa.kiosk.network.mqtt.LaneUplink;
import org.samokasa.soak.shop.LaneStation;
import org.samokasa.soak.world.VirtualBroker;
import org.samokasa.soak.world.VirtualExecutor;
import org.samokasa.soak.world.World;

/** A lane whose shoppers do nothing but call. Its memory is what a lane has in its journal; the rest goes with the power. */
final class CallingLane implements HubListener {
    private static final List<HelpCause> CAUSES = List.of(
            HelpCause.AGE_CHECK,
            HelpCause.AGE_CHECK,
            HelpCause.WEIGHT_MISMATCH,
            HelpCause.WEIGHT_MISMATCH,
            HelpCause.SHOPPER_CALLED,
            HelpCause.DEVICE_FAULT,
            HelpCause.PAYMENT_IN_DOUBT);
    private static final List<String> LANGUAGES = List.of("en", "pl", "ru");

    private final World world;
    private final VirtualBroker.Cable cable;
    private final SplittableRandom chance;
    private final int number;

    // What a journal holds.
    private final TreeMap<Long, LaneMessage> written = new TreeMap<>();
    private final Map<String, Long> commandsUpTo = new HashMap<>();
    private final Map<String, String> calls = new TreeMap<>();
    private long acknowledged;
    private Optional<String> open = Optional.empty();
    private int sale = 1;

    private Optional<LaneUplink> uplink = Optional.empty();
    private Optional<VirtualExecutor> worker = Optional.empty();

    CallingLane(World world, VirtualBroker broker, int number, long seed) {
        this.world = world;
        this.cable = broker.cable();
        this.number = number;
        this.chance = new SplittableRandom(seed);
    }

    VirtualBroker.Cable cable() {
        return cable;
    }

    /** Ids of all calls, with the word of how each ended as the lane knows it, or {@code open}. */
    Map<String, String> calls() {
        return calls;
    }

    Optional<String> open() {
        return open;
    }

    void powerOn() {
        if (uplink.isPresent()) {
            return;
        }
        VirtualExecutor thread = new VirtualExecutor(world, Runnable::run);
        LaneUplink line = new LaneUplink(
                cable,
                new LaneUplink.Identity(new Topics(LaneStation.SHOP), number, "journal" + number),
                new LaneUplink.Restored(acknowledged, commandsUpTo),
                this,
                thread,
                world::now);
        written.tailMap(acknowledged, false).forEach(line::offer);
        line.start();
        uplink = Optional.of(line);
        worker = Optional.of(thread);
    }

    void powerCut() {
        worker.ifPresent(VirtualExecutor::shutdown);
        cable.powerLost();
        uplink = Optional.empty();
        worker = Optional.empty();
    }

    /** A shopper does something, or nothing; again and again until the end of calls. */
    void live(long until) {
        if (world.nowMillis() > until) {
            open.ifPresent(id -> withdraw(id, Withdrawal.ABANDONED));
            return;
        }
        if (uplink.isPresent()) {
            if (open.isEmpty()) {
                call();
            } else if (chance.nextInt(12) == 0) {
                withdraw(open.get(), Withdrawal.values()[chance.nextInt(Withdrawal.values().length)]);
            }
        }
        world.afterMillis(20_000 + chance.nextInt(600_000), () -> live(until));
    }

    private void call() {
        String id = number + "-" + (calls.size() + 1);
        HelpCause cause = CAUSES.get(chance.nextInt(CAUSES.size()));
        boolean console = cause != HelpCause.DEVICE_FAULT;
        HelpProblem problem = new HelpProblem(
                "p-" + id, cause.name(), "Problem", Optional.of("Beer"), console, List.of(new Evidence("code", "1")));
        sale += chance.nextInt(2);
        open = Optional.of(id);
        calls.put(id, "open");
        say(new LaneMessage.HelpRaised(new HelpCall(
                id,
                number,
                sale,
                cause,
                "Help",
                List.of(),
                world.now(),
                List.of(problem),
                Optional.of(LANGUAGES.get(chance.nextInt(LANGUAGES.size()))))));
    }

    private void withdraw(String id, Withdrawal how) {
        open = Optional.empty();
        calls.put(id, how.name());
        say(new LaneMessage.HelpWithdrawn(id, how, Optional.empty()));
    }

    private void say(LaneMessage message) {
        long position = written.isEmpty() ? 1 : written.lastKey() + 1 + chance.nextInt(3);
        written.put(position, message);
        uplink.ifPresent(line -> line.offer(position, message));
    }

    @Override
    public void onLink(boolean up) {}

    @Override
    public void onCommand(String stream, long sequence, HubCommand command) {
        commandsUpTo.put(stream, sequence);
        uplink.ifPresent(line -> line.applied(stream, sequence));
        if (command instanceof HubCommand.HelpSolved solved && open.equals(Optional.of(solved.requestId()))) {
            open = Optional.empty();
            calls.put(solved.requestId(), "SOLVED");
            if (chance.nextBoolean()) {
                say(new LaneMessage.HelpRated(
                        solved.requestId(),
                        new HelpRating(Optional.of(true), OptionalInt.of(1 + chance.nextInt(4)), List.of())));
            }
        }
    }

    @Override
    public void onAcknowledged(long upToSequence) {
        acknowledged = upToSequence;
    }

    @Override
    public void onHubIsBehind(long upToSequence) {
        throw new AssertionError("the hub of this shop forgets nothing");
    }
}
