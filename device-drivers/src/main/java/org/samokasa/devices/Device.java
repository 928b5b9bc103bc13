package org.samokasa.devices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A machine at the lane, seen from the shop's side.
 *
 * <p>A device has no thread and no clock. One owner calls {@link #poll} whenever bytes arrived or {@link #nextDue} has
 * come, on one thread, and gets what happened. The same driver therefore runs live and in virtual time.
 */
public interface Device extends AutoCloseable {
    DeviceName name();

    /** How the machine is, as of the last poll; never null, never throws. */
    Health health();

    /**
     * Takes in what arrived, sends what is due and answers what the shop should know, oldest first. Never blocks and
     * never throws for a machine that is off, silent or talking rubbish.
     *
     * @param now the present moment; never earlier than in the call before
     */
    List<DeviceEvent> poll(Instant now);

    /** The next moment at which {@link #poll} has work even if no byte arrives; empty when there is none. */
    Optional<Instant> nextDue();

    /** What a technician may have it do; the interfaces of the kinds say how. None unless a driver knows better. */
    default Set<MachineTest> tests() {
        return Set.of();
    }

    /** Asks to be told, on any thread and at once, when {@link #poll} has something to do. */
    void onActivity(Runnable wake);

    /** Lets go of the port. Harmless when repeated. */
    @Override
    void close();
}
