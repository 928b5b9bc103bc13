package org.samokasa.soak.shop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Scale;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.world.VirtualPort;
import org.samokasa.soak.world.World;
import org.samokasa.transport.ByteLink;
import org.samokasa.transport.MemoryLink;

/** A virtual machine, its wire, and the driver at the near end while the lane's computer runs. */
public final class Machine {
    private static final long NEVER = Long.MAX_VALUE;

    /** A scale settles within a second (its twin's load cell); so long after the last news nothing moves any more. */
    private static final long AT_REST_MILLIS = 3_000;

    /** A computer that is late: while nothing happens anyway, a scale is asked this seldom, and days pass sooner. */
    private static final long REST_POLL_MILLIS = 2_000;

    private final World world;
    private final LaneStation lane;
    private final MachineUnit unit;
    private MemoryLink link;
    private VirtualPort port;
    private Optional<Device> driver = Optional.empty();
    private boolean plugged = true;
    private long plannedFor = NEVER;
    private long plan;
    private long newsAt;

    /** Makes the driver for a wire. */
    interface Maker {
        Device on(ByteLink link);
    }

    Machine(World world, LaneStation lane, MachineUnit unit) {
        this.world = world;
        this.lane = lane;
        this.unit = unit;
    }

    public String name() {
        return unit.name();
    }

    public MachineUnit unit() {
        return unit;
    }

    Device connect(Maker maker) {
        link = new MemoryLink(name());
        port = new VirtualPort(unit.machine(), link.farEnd(), world::now);
        Device device = maker.on(new PacedLink(link));
        device.onActivity(() -> planFor(world.nowMillis()));
        driver = Optional.of(device);
        if (plugged) {
            port.plug();
        }
        turnSoon();
        return device;
    }

    /** The computer lost its power: nobody holds the near end of the wire any more. */
    void abandon() {
        driver = Optional.empty();
        if (port != null) {
            port.unplug();
        }
        turnSoon();
    }

    public boolean isPlugged() {
        return plugged;
    }

    public void plug(boolean in) {
        plugged = in;
        if (port != null && in && driver.isPresent()) {
            port.plug();
        } else if (port != null) {
            port.unplug();
        }
        turnSoon();
    }

    /** Bytes on the wire that no machine sent. */
    public void inject(Bytes bytes) {
        if (link != null && driver.isPresent()) {
            link.farEnd().send(bytes);
        }
    }

    /** Somebody did something with the machine: it and its driver look at it now. */
    public void turnSoon() {
        newsAt = world.nowMillis();
        planFor(world.nowMillis());
    }

    private void planFor(long millis) {
        if (millis >= plannedFor) {
            return;
        }
        plannedFor = millis;
        long mine = ++plan;
        world.at(millis, () -> {
            if (mine == plan) {
                turn();
            }
        });
    }

    private void turn() {
        plannedFor = NEVER;
        if (port != null) {
            port.poll();
        }
        if (driver.isPresent()) {
            lane.run(this::pollDriver);
        }
        long next = port == null ? NEVER : port.nextDue().map(this::millis).orElse(NEVER);
        long due = driver.flatMap(Device::nextDue).map(lane::worldMillis).orElse(NEVER);
        planFor(Math.min(next, next == NEVER && atRest() ? Math.max(due, world.nowMillis() + REST_POLL_MILLIS) : due));
    }

    private boolean atRest() {
        return driver.filter(Scale.class::isInstance).isPresent()
                && world.nowMillis() - newsAt > AT_REST_MILLIS
                && unit.machine().faults().isEmpty();
    }

    private void pollDriver() {
        List<DeviceEvent> events = driver.get().poll(lane.now());
        if (!events.isEmpty()) {
            newsAt = world.nowMillis();
        }
        for (DeviceEvent event : events) {
            lane.heard(event);
        }
    }

    private long millis(Instant due) {
        long millis = due.toEpochMilli();
        return due.getNano() % 1_000_000 == 0 ? millis : millis + 1;
    }
}
