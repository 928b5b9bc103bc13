package org.samokasa.sim.world;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.device.VirtualMachine;
import org.samokasa.transport.MemoryLink;

/** Joins a machine to the far end of a wire in memory. Single thread; time comes from the world's clock. */
public final class VirtualPort {
    private final VirtualMachine machine;
    private final MemoryLink.FarEnd end;
    private final InstantSource clock;

    /** Not plugged in yet. */
    public VirtualPort(VirtualMachine machine, MemoryLink.FarEnd end, InstantSource clock) {
        this.machine = machine;
        this.end = end;
        this.clock = clock;
        end.listen(new Ears());
        machine.usb().ifPresent(usb -> end.describe(usb.reportDescriptor()));
    }

    public void plug() {
        end.connect();
    }

    public void unplug() {
        end.disconnect("unplugged");
    }

    /** Lets the machine do what is due. */
    public void poll() {
        machine.poll(clock.instant());
    }

    public Optional<Instant> nextDue() {
        return machine.nextDue();
    }

    private final class Ears implements MemoryLink.Listener {
        @Override
        public void opened() {
            machine.connected(
                    new VirtualMachine.Wire() {
                        @Override
                        public void send(Bytes bytes) {
                            end.send(bytes);
                        }

                        @Override
                        public void hangUp() {
                            end.hangUp("the machine hung up");
                        }
                    },
                    clock.instant());
        }

        @Override
        public void received(Bytes bytes) {
            machine.receive(bytes, clock.instant());
        }

        @Override
        public void closed() {
            machine.disconnected(clock.instant());
        }
    }
}
