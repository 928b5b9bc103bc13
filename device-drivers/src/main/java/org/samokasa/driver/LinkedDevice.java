package org.samokasa.driver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Health;
import org.samokasa.devices.HealthChanged;
import org.samokasa.protocol.Bytes;
import org.samokasa.transport.ByteLink;
import org.samokasa.transport.LinkEvent;

/**
 * What every machine on one wire has in common: hands the link's news to the talk, keeps the health and tells its changes
 * once. One thread at a time.
 */
public abstract class LinkedDevice implements Device {
    private final DeviceName name;
    private final ByteLink link;
    private final List<DeviceEvent> news = new ArrayList<>();
    private Health health = new Health.Starting(Instant.EPOCH);
    private Instant now = Instant.EPOCH;
    private Runnable wake = () -> {};
    private boolean polled;
    private boolean closed;

    protected LinkedDevice(DeviceName name, ByteLink link) {
        this.name = Objects.requireNonNull(name, "name");
        this.link = Objects.requireNonNull(link, "link");
    }

    /** The wire is open. */
    protected abstract void opened(Instant at);

    /** The wire was open and is not, or could not be opened. */
    protected abstract void lost(String why, Instant at);

    /** The machine said what it is, on wires on which it does; comes right after {@link #opened}. */
    protected void described(Bytes descriptor, Instant at) {}

    protected abstract void received(Bytes bytes, Instant at);

    /** Everything else that is due. */
    protected abstract void due(Instant at);

    /** When {@link #due} has something to do. */
    protected abstract Optional<Instant> talkDue();

    /** A last word on an open wire before it is closed on purpose. */
    protected void closing() {}

    @Override
    public final DeviceName name() {
        return name;
    }

    @Override
    public final Health health() {
        return health;
    }

    @Override
    public final List<DeviceEvent> poll(Instant at) {
        if (closed) {
            return List.of();
        }
        now = at;
        if (!polled) {
            polled = true;
            health = new Health.Starting(at);
        }
        for (LinkEvent event : link.poll(at)) {
            if (event instanceof LinkEvent.Opened) {
                opened(at);
            } else if (event instanceof LinkEvent.Described told) {
                described(told.descriptor(), at);
            } else if (event instanceof LinkEvent.Received arrived) {
                received(arrived.bytes(), at);
            } else if (event instanceof LinkEvent.Lost loss) {
                lost(loss.why(), at);
            } else if (event instanceof LinkEvent.Unavailable failure) {
                lost(failure.why(), at);
            }
        }
        due(at);
        List<DeviceEvent> told = List.copyOf(news);
        news.clear();
        return told;
    }

    @Override
    public final Optional<Instant> nextDue() {
        if (closed) {
            return Optional.empty();
        }
        if (!polled) {
            return Optional.of(Instant.EPOCH);
        }
        Optional<Instant> own = talkDue();
        Optional<Instant> wire = link.nextDue();
        return own.filter(at -> wire.isEmpty() || at.isBefore(wire.get())).or(() -> wire);
    }

    @Override
    public final void onActivity(Runnable newWake) {
        wake = newWake;
        link.onActivity(newWake);
    }

    @Override
    public final void close() {
        if (!closed) {
            closed = true;
            if (link.isOpen()) {
                closing();
            }
            link.close();
        }
    }

    /** Asks the owner to poll soon, because a command waits. */
    protected final void wakeOwner() {
        wake.run();
    }

    /** The moment of the last poll; for commands, which carry no time of their own. */
    protected final Instant lastPoll() {
        return now;
    }

    protected final ByteLink link() {
        return link;
    }

    protected final void tell(DeviceEvent event) {
        news.add(event);
    }

    protected final void isUp(Instant at) {
        become(new Health.Up(at), at);
    }

    protected final void isDegraded(Health.Cause cause, String detail, Instant at) {
        become(new Health.Degraded(cause, detail, at), at);
    }

    /** Answers the present health, for events that carry it. */
    protected final Health.Down isDown(Health.Cause cause, String detail, Instant at) {
        become(new Health.Down(cause, detail, at), at);
        return (Health.Down) health;
    }

    private void become(Health next, Instant at) {
        if (!says(next).equals(says(health))) {
            health = next;
            tell(new HealthChanged(name, at, next));
        }
    }

    /** All of a health but the time. */
    private static List<Object> says(Health health) {
        if (health instanceof Health.Degraded degraded) {
            return List.of(Health.Degraded.class, degraded.cause(), degraded.detail());
        }
        if (health instanceof Health.Down down) {
            return List.of(Health.Down.class, down.cause(), down.detail());
        }
        return List.of(health.getClass());
    }
}
