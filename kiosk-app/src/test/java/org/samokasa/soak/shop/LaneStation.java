package org.samokasa.soak.shop;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.kiosk.app.MonotonicClock;
import org.samokasa.kiosk.app.lane.LaneOnWires;
import org.samokasa.kiosk.domain.tax.TaxTable;
import org.samokasa.kiosk.lane.Effect;
import org.samokasa.kiosk.lane.LaneShop;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.command.ClockCommand;
import org.samokasa.kiosk.lane.command.LaneCommand;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.soak.check.LaneWatch;
import org.samokasa.soak.world.Computer;
import org.samokasa.soak.world.Fuse;
import org.samokasa.soak.world.InvariantBroken;
import org.samokasa.soak.world.PowerLost;
import org.samokasa.soak.world.SoakDisk;
import org.samokasa.soak.world.VirtualBroker;
import org.samokasa.soak.world.VirtualExecutor;
import org.samokasa.soak.world.World;

/** One lane as it stands in the shop: computer, disk, machines, cable; and the process on it while there is power. */
public final class LaneStation implements Computer {
    public static final String SHOP = "soak";
    public static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");
    static final TaxTable TAXES = new TaxTable(List.of(new TaxTable.Rate("A", 2300, LocalDate.EPOCH)));

    private final int number;
    private final World world;
    private final LaneShop shop;
    private final VirtualBroker.Cable cable;
    private final LaneWatch watch;
    private final Doors doors;
    private final SplittableRandom chance;
    private final Fuse fuse = new Fuse();
    private final SoakDisk disk = new SoakDisk(fuse);
    private final Counter counter;
    private final Map<String, Machine> machines = new LinkedHashMap<>();
    private final LaneMachines twins;
    private Optional<LaneOnWires> process = Optional.empty();
    private Optional<VirtualExecutor> hubWorker = Optional.empty();
    private Optional<LaneWiring> wiring = Optional.empty();
    private LaneGlass glass;
    private Duration wallIsAhead = Duration.ZERO;
    private boolean booting;
    private long wakePlannedFor = Long.MAX_VALUE;
    private long wakePlan;
    private int boots;

    /** Told when the power goes in the middle of something. */
    public interface Counter {
        void powerLost(LaneStation lane);
    }

    /** What a lane needs of the shop around it. */
    public record Surroundings(
            World world,
            LaneShop shop,
            PayPoint.Kind payBy,
            VirtualBroker.Cable cable,
            LaneWatch watch,
            Doors doors,
            Counter counter) {}

    public LaneStation(int number, Surroundings around, long seed) {
        this.number = number;
        this.world = around.world();
        this.shop = around.shop();
        this.cable = around.cable();
        this.watch = around.watch();
        this.doors = around.doors();
        this.counter = around.counter();
        this.chance = new SplittableRandom(seed);
        PayPoint payPoint = PayPoint.of(around.payBy(), number, seed, world::now);
        this.twins = new LaneMachines(
                world, payPoint, seed, name -> machines.get(name).turnSoon());
        twins.units().forEach(unit -> machines.put(unit.name(), new Machine(world, this, unit)));
        doors.disk(disk);
        watch.standsBy(this);
    }

    public int number() {
        return number;
    }

    public LaneMachines twins() {
        return twins;
    }

    public Machine machine(String name) {
        return machines.get(name);
    }

    public VirtualBroker.Cable cable() {
        return cable;
    }

    public SoakDisk disk() {
        return disk;
    }

    public Fuse fuse() {
        return fuse;
    }

    public boolean isOn() {
        return process.isPresent();
    }

    /** Somebody set the computer's clock. */
    public void wallAhead(Duration ahead) {
        wallIsAhead = ahead;
    }

    /** Starts the computer, unless it runs. */
    public void powerOn() {
        if (process.isPresent()) {
            return;
        }
        booting = true;
        boolean well = disk.isWell();
        try {
            boot();
        } catch (PowerLost gone) {
            powerCut();
            counter.powerLost(this);
        } catch (IOException e) {
            if (well) {
                throw new InvariantBroken("I3", "lane " + number + " cannot open its journal: " + e.getMessage(), e);
            }
            // A full or failing disk at the start: the process ends, and is started again.
            powerCut();
            counter.powerLost(this);
        } finally {
            booting = false;
        }
    }

    private void boot() throws IOException {
        boots++;
        watch.boots(disk);
        LaneWiring wires = new LaneWiring(number, shop, doors, machines, twins.payPoint(), this::soon, this::take);
        wiring = Optional.of(wires);
        glass = new LaneGlass(number, shop, twins.payPoint().means(), wires, watch::shown);
        VirtualExecutor worker = new VirtualExecutor(world, this);
        hubWorker = Optional.of(worker);
        LaneOnWires lane = new LaneOnWires(
                new LaneOnWires.Ground(
                        number,
                        SHOP,
                        disk,
                        journal -> watch.watched(doors.journal(journal), fuse),
                        doors::booted,
                        latest -> new MonotonicClock(doors.wall(wall()), () -> world.nowMillis() * 1_000_000L, latest),
                        shop,
                        TAXES,
                        doors.laneNetwork(cable),
                        worker),
                this::carryOut,
                (command, step) -> {
                    watch.stepped(command, step);
                    glass.show(view());
                    fuse.passes();
                });
        process = Optional.of(lane);
        wires.atStart(now()).forEach(this::take);
        lane.recover();
        planWake();
    }

    /** After what happens now, if this process still runs then. */
    private void soon(Runnable piece) {
        int mine = boots;
        world.afterMillis(0, () -> {
            if (mine == boots) {
                run(piece);
            }
        });
    }

    private InstantSource wall() {
        return () -> world.now().plus(wallIsAhead);
    }

    private void carryOut(Effect effect) {
        fuse.passes();
        wiring.orElseThrow().carryOut(effect, process.orElseThrow().lane());
        watch.did(effect);
    }

    /** The power goes, now. */
    public void powerCut() {
        if (process.isPresent() || booting) {
            disk.powerCut(chance);
        }
        stopProcess();
    }

    /** A technician ends the process and starts it again. */
    public void restart() {
        disk.processEnded();
        stopProcess();
        powerOn();
    }

    private void stopProcess() {
        fuse.reset();
        process = Optional.empty();
        wiring = Optional.empty();
        hubWorker.ifPresent(VirtualExecutor::shutdown);
        hubWorker = Optional.empty();
        cable.powerLost();
        wakePlan++;
        wakePlannedFor = Long.MAX_VALUE;
        machines.values().forEach(Machine::abandon);
        watch.powerIsOff();
    }

    @Override
    public void run(Runnable piece) {
        if (process.isEmpty()) {
            return;
        }
        try {
            piece.run();
            planWake();
        } catch (PowerLost gone) {
            powerCut();
            counter.powerLost(this);
        } catch (RuntimeException defect) {
            throw new InvariantBroken("I11", "lane " + number + " threw " + defect, defect);
        }
    }

    private void planWake() {
        Optional<Instant> wake = process.flatMap(LaneOnWires::wakeAt);
        if (wake.isEmpty()) {
            return;
        }
        long due = worldMillis(wake.get());
        if (due >= wakePlannedFor) {
            return;
        }
        wakePlannedFor = due;
        long mine = ++wakePlan;
        world.at(due, () -> {
            if (mine == wakePlan) {
                wakePlannedFor = Long.MAX_VALUE;
                run(this::wake);
            }
        });
    }

    private void wake() {
        LaneOnWires lane = process.orElseThrow();
        if (lane.wakeAt().filter(due -> !due.isAfter(lane.now())).isPresent()) {
            take(new ClockCommand.Tick());
        }
    }

    void heard(DeviceEvent event) {
        doors.heard(event).flatMap(wiring.orElseThrow()::heard).ifPresent(this::take);
    }

    /** Somebody touches the screen or a machine speaks. */
    public void tell(LaneCommand command) {
        run(() -> take(doors.told(command, view(), this::take)));
    }

    private void take(LaneCommand command) {
        process.ifPresent(lane -> lane.take(command));
    }

    /** What a finger finds on the screen; nothing while the lane is off. */
    public List<Control> controls() {
        return isOn() ? glass.controls(view()) : List.of();
    }

    /** A finger comes down on something it saw. */
    public void press(Control control) {
        run(() -> glass.press(control, view()).forEach(command -> take(doors.told(command, view(), this::take))));
    }

    /** What the screen shows; only while the lane is on. */
    public LaneView view() {
        return process.orElseThrow().view();
    }

    /** The time as the lane sees it. */
    Instant now() {
        return process.orElseThrow().now();
    }

    /** When a moment of the lane's clock comes, as far as one can know now. */
    long worldMillis(Instant laneMoment) {
        Duration until = Duration.between(now(), laneMoment);
        return until.isNegative() ? world.nowMillis() : world.nowMillis() + (until.toNanos() + 999_999) / 1_000_000;
    }

    public int boots() {
        return boots;
    }
}
