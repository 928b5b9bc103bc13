package org.samokasa.soak.plan;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.fault.Fault;
import org.samokasa.soak.check.Tally;
import org.samokasa.soak.people.Floor;
import org.samokasa.soak.shop.LaneStation;
import org.samokasa.soak.shop.Machine;
import org.samokasa.soak.shop.PayPoint;
import org.samokasa.soak.world.VirtualBroker;
import org.samokasa.soak.world.World;

/** Does what a plan says will break, and mends it again. */
public final class Troubles {
    private static final int FUZZ_PAUSE_MILLIS = 300;
    private static final int FUZZ_BYTES_MAX = 24;
    private static final int FUSE_INSTANTS_MAX = 400;
    private static final long BOOT_MILLIS = 8_000;

    private static final Map<String, String> MACHINES = Map.of(
            "scanner", Readings.SCANNER,
            "produce", Readings.PRODUCE_SCALE,
            "bagging", Readings.BAGGING_SCALE,
            "printer", Readings.PRINTER,
            "terminal", Readings.TERMINAL);

    private final World world;
    /** In place of a lane's number. */
    private static final int SHOP = 0;

    private final Floor floor;
    private final VirtualBroker broker;
    private final Tally tally;
    private final Map<Integer, Long> wholeAt = new TreeMap<>();
    private final Map<Integer, Long> fuseLasts = new TreeMap<>();

    public Troubles(World world, Floor floor, VirtualBroker broker, Tally tally) {
        this.world = world;
        this.floor = floor;
        this.broker = broker;
        this.tally = tally;
    }

    /** When the last trouble of a lane was, or will be, over. */
    public long wholeAt(int lane) {
        return wholeAt.getOrDefault(lane, world.nowMillis());
    }

    /** The same for what all lanes share; long ago when there was none. */
    public long shopWholeAt() {
        return wholeAt.getOrDefault(SHOP, 0L);
    }

    private void troubled(int lane, long lasts) {
        wholeAt.merge(lane, world.nowMillis() + lasts, Math::max);
    }

    /** It happens now. */
    public void happens(Item item) {
        tally.fault(item.what());
        troubled(item.lane(), item.lasts());
        int dash = item.what().indexOf('-');
        String subject = dash < 0 ? item.what() : item.what().substring(0, dash);
        String how = item.what().substring(dash + 1);
        if (MACHINES.containsKey(subject)) {
            ofMachine(item, floor.lane(item.lane()), MACHINES.get(subject), how);
        } else if (subject.equals("lane")) {
            ofLane(item, floor.lane(item.lane()), how);
        } else {
            ofShop(item, how);
        }
    }

    private void later(Item item, Runnable mend) {
        world.afterMillis(item.lasts(), mend);
    }

    private void ofLane(Item item, LaneStation lane, String how) {
        switch (how) {
            case "power" -> {
                lane.powerCut();
                later(item, lane::powerOn);
            }
            case "fuse" -> {
                fuseLasts.put(lane.number(), item.lasts());
                lane.fuse().blowAfter(new SplittableRandom(item.seed()).nextInt(FUSE_INSTANTS_MAX));
            }
            case "disk-full" -> {
                lane.disk().full(true);
                later(item, () -> lane.disk().full(false));
            }
            case "disk-fails" -> lane.disk().failOnce(new SplittableRandom(item.seed()));
            case "clock" -> {
                long ahead = new SplittableRandom(item.seed()).nextLong(-3_600, 3_600);
                lane.wallAhead(Duration.ofSeconds(ahead));
                later(item, () -> lane.wallAhead(Duration.ZERO));
            }
            case "cable" -> {
                lane.cable().cut(true);
                later(item, () -> lane.cable().cut(false));
            }
            default -> throw new IllegalArgumentException("no trouble named " + item.what());
        }
    }

    /** The power of a lane went in the middle of something, or its computer could not start. */
    public void powerWent(LaneStation lane) {
        long lasts = fuseLasts.getOrDefault(lane.number(), BOOT_MILLIS);
        troubled(lane.number(), lasts);
        world.afterMillis(lasts, lane::powerOn);
    }

    /** The shop opens. */
    public void switchesOn(LaneStation lane) {
        troubled(lane.number(), 0);
        lane.powerOn();
    }

    /** A technician does something about a lane that has stopped. */
    public void restarts(LaneStation lane) {
        troubled(lane.number(), 0);
        lane.restart();
    }

    private void ofShop(Item item, String how) {
        switch (how) {
            case "power" -> {
                floor.hub().powerCut();
                later(item, floor.hub()::powerOn);
            }
            case "fuse" -> floor.hub().fuse().blowAfter(new SplittableRandom(item.seed()).nextInt(FUSE_INSTANTS_MAX));
            case "disk-full" -> {
                floor.hub().disk().full(true);
                later(item, () -> floor.hub().disk().full(false));
            }
            case "cable" -> {
                floor.hub().cable().cut(true);
                later(item, () -> floor.hub().cable().cut(false));
            }
            case "broker" -> {
                broker.running(false);
                later(item, () -> broker.running(true));
            }
            default -> throw new IllegalArgumentException("no trouble named " + item.what());
        }
    }

    private void ofMachine(Item item, LaneStation lane, String name, String how) {
        Machine machine = lane.machine(name);
        switch (how) {
            case "unplugged" -> {
                machine.plug(false);
                later(item, () -> machine.plug(true));
            }
            case "fuzz" -> fuzz(machine, new SplittableRandom(item.seed()), world.nowMillis() + item.lasts());
            case "leans" -> {
                int grams = 40 + new SplittableRandom(item.seed()).nextInt(2_000);
                lane.twins().bag().add(grams);
                later(item, () -> lane.twins().bag().add(-grams));
            }
            case "silent", "late", "half", "drop", "garble", "duplicate" -> {
                machine.unit().machine().inflict(ofWire(how, new SplittableRandom(item.seed())));
                later(item, () -> machine.unit().machine().heal());
            }
            default -> {
                if (name.equals(Readings.PRINTER)) {
                    ofPrinter(item, lane, machine, how);
                } else {
                    ofTerminal(item, lane, how);
                }
            }
        }
        machine.turnSoon();
    }

    private static Fault.OfWire ofWire(String how, SplittableRandom chance) {
        return switch (how) {
            case "silent" -> new Fault.Silent();
            case "late" -> new Fault.Late(Duration.ofMillis(100 + chance.nextInt(4_000)));
            case "half" -> new Fault.HalfFrameThenSilence();
            case "drop" -> new Fault.DropBytes(1 + chance.nextInt(8));
            case "garble" -> new Fault.Garble();
            default -> new Fault.Duplicate();
        };
    }

    private void fuzz(Machine machine, SplittableRandom chance, long until) {
        byte[] noise = new byte[1 + chance.nextInt(FUZZ_BYTES_MAX)];
        chance.nextBytes(noise);
        machine.inject(Bytes.copyOf(noise));
        if (world.nowMillis() < until) {
            world.afterMillis(1 + chance.nextInt(FUZZ_PAUSE_MILLIS), () -> fuzz(machine, chance, until));
        }
    }

    private void ofPrinter(Item item, LaneStation lane, Machine machine, String how) {
        var state = lane.twins().printer().state();
        switch (how) {
            case "paper" -> state.paperOut(true);
            case "cover" -> state.coverOpen(true);
            case "jam" -> state.blockCutter();
            case "hot" -> state.overheated(true);
            default -> throw new IllegalArgumentException("no trouble named " + item.what());
        }
        later(item, () -> {
            state.mendAll();
            machine.turnSoon();
        });
    }

    private void ofTerminal(Item item, LaneStation lane, String how) {
        PayPoint.Trouble trouble = lane.twins().payPoint().trouble(how, new SplittableRandom(item.seed()));
        trouble.kinds().forEach(tally::fault);
        lane.twins().payPointTouched();
        later(item, () -> {
            trouble.mend().run();
            lane.twins().payPointTouched();
        });
    }
}
