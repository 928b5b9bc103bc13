package org.samokasa.devices;

/** A barcode reader. */
public interface Scanner extends Device {
    /** Lets the reader read, or stops it; kept and sent again after a reconnect. No-op for readers that cannot. */
    void enable(boolean enabled);

    /** Good-read beep, or the "not taken" signal, on readers that can; otherwise the kiosk's loudspeaker does it. */
    void signal(Signal signal);

    enum Signal {
        TAKEN,
        REFUSED
    }
}
