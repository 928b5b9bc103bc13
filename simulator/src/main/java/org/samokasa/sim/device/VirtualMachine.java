package org.samokasa.sim.device;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidIdentity;

/**
 * A machine made of software. Pure: time and bytes come in through its methods, bytes leave through {@link Wire}. One
 * thread at a time.
 */
public interface VirtualMachine {
    /** The name scripts use, for instance {@code scanner}, {@code produce-scale}, {@code terminal}. */
    String name();

    /** Who it is on a USB bus; empty for machines that are not made for one. */
    default Optional<HidIdentity> usb() {
        return Optional.empty();
    }

    /** The far side opened the wire. */
    void connected(Wire wire, Instant now);

    /** The wire is gone; nothing can be sent until {@link #connected} again. */
    void disconnected(Instant now);

    /** Bytes came from the shop's side. Any bytes: the machine copes as the real one would. */
    void receive(Bytes bytes, Instant now);

    /** Does what is due: late answers, settling, time-outs. */
    void poll(Instant now);

    /** When {@link #poll} has something to do; empty when there is nothing. */
    Optional<Instant> nextDue();

    /**
     * The machine as its n-th connection at the same time sees it, from 0. Machines that take one connection only are the
     * same for all.
     */
    default VirtualMachine line(int number) {
        return this;
    }

    /** The machine's side of the wire. */
    interface Wire {
        void send(Bytes bytes);

        /** Closes the connection (TCP) or hangs up (pseudo-terminal), as a machine that lost power does. */
        void hangUp();
    }
}
