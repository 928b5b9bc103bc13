package org.samokasa.devices;

import java.util.Set;

/** A barcode reader. */
public interface Scanner extends Device {
    /** Lets the reader read, or stops it; kept and sent again after a reconnect. No-op for readers that cannot. */
    void enable(boolean enabled);

    /** Good-read beep, or the "not taken" signal, on readers that can; otherwise the kiosk's loudspeaker does it. */
    void signal(Signal signal);

    /** Every reader reads; one that can be made to sound adds {@link MachineTest#BEEP}. */
    @Override
    default Set<MachineTest> tests() {
        return Set.of(MachineTest.READ);
    }

    enum Signal {
        TAKEN,
        REFUSED
    }
}
