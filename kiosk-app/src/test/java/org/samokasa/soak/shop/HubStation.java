package org.samokasa.soak.shop;

import java.io.IOException;
import java.util.Optional;
import java.util.SplittableRandom;
import org.samokasa.kiosk.app.hub.HubOnWires;
import org.samokasa.kiosk.store.Shop;
import org.samokasa.kiosk.store.ShopPolicy;
import org.samokasa.kiosk.web.ConsoleDesk;
import org.samokasa.soak.check.HubWatch;
import org.samokasa.soak.world.Computer;
import org.samokasa.soak.world.Fuse;
import org.samokasa.soak.world.InvariantBroken;
import org.samokasa.soak.world.PowerLost;
import org.samokasa.soak.world.SoakDisk;
import org.samokasa.soak.world.VirtualBroker;
import org.samokasa.soak.world.VirtualExecutor;
import org.samokasa.soak.world.World;

/** The hub as it stands in the back office. A hub that ends is started again by the system it runs on. */
public final class HubStation implements Computer {
    private static final long STARTED_AGAIN_AFTER_MILLIS = 5_000;

    private final World world;
    private final VirtualBroker.Cable cable;
    private final HubWatch watch;
    private final Doors doors;
    private final ShopPolicy policy;
    private final SplittableRandom chance;
    private final Fuse fuse = new Fuse();
    private final SoakDisk disk = new SoakDisk(fuse);
    private Optional<HubOnWires> process = Optional.empty();
    private Optional<VirtualExecutor> writer = Optional.empty();
    private long startedAt;
    private boolean hasPower;
    private boolean stopping;

    public HubStation(
            World world, VirtualBroker.Cable cable, HubWatch watch, Doors doors, ShopPolicy policy, long seed) {
        this.policy = policy;
        this.world = world;
        this.cable = cable;
        this.watch = watch;
        this.doors = doors;
        this.chance = new SplittableRandom(seed);
    }

    public SoakDisk disk() {
        return disk;
    }

    public Fuse fuse() {
        return fuse;
    }

    public VirtualBroker.Cable cable() {
        return cable;
    }

    /** What attendants have in hand; empty while the hub is away. */
    public Optional<ConsoleDesk> desk() {
        return process.map(HubOnWires::desk);
    }

    /** The shop as its journal has it; empty while the hub is away. */
    public Optional<Shop> shop() {
        return process.map(HubOnWires::shop);
    }

    /** Starts it, unless it runs. */
    public void powerOn() {
        hasPower = true;
        if (process.isPresent()) {
            return;
        }
        stopping = false;
        boolean well = disk.isWell();
        try {
            VirtualExecutor thread = new VirtualExecutor(world, this);
            writer = Optional.of(thread);
            HubOnWires hub = new HubOnWires(
                    new HubOnWires.Ground(LaneStation.SHOP, policy, disk, world::now, cable, thread),
                    doors::hubReceiver,
                    why -> stopping = true);
            process = Optional.of(hub);
            startedAt = world.nowMillis();
            watch.started(hub.shop());
        } catch (PowerLost gone) {
            powerCut();
            world.afterMillis(STARTED_AGAIN_AFTER_MILLIS, this::powerOn);
        } catch (IOException e) {
            if (well) {
                throw new InvariantBroken("I3", "the hub cannot open its journal: " + e.getMessage(), e);
            }
            endProcess();
        }
    }

    /** When it was last started. */
    public long startedAt() {
        return startedAt;
    }

    /** The power goes, now. */
    public void powerCut() {
        hasPower = false;
        disk.powerCut(chance);
        stop();
    }

    private void endProcess() {
        disk.processEnded();
        stop();
        world.afterMillis(STARTED_AGAIN_AFTER_MILLIS, () -> {
            if (hasPower) {
                powerOn();
            }
        });
    }

    private void stop() {
        fuse.reset();
        process = Optional.empty();
        writer.ifPresent(VirtualExecutor::shutdown);
        writer = Optional.empty();
        cable.powerLost();
    }

    @Override
    public void run(Runnable piece) {
        if (process.isEmpty()) {
            return;
        }
        try {
            piece.run();
        } catch (PowerLost gone) {
            powerCut();
            world.afterMillis(STARTED_AGAIN_AFTER_MILLIS, this::powerOn);
            return;
        } catch (RuntimeException defect) {
            throw new InvariantBroken("I11", "the hub threw " + defect, defect);
        }
        process.ifPresent(hub -> watch.worked(hub.shop()));
        if (stopping && process.isPresent()) {
            endProcess();
        }
    }
}
