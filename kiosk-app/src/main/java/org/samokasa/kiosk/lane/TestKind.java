package org.samokasa.kiosk.lane;

import java.time.Duration;

/** What somebody who looks after a lane may have one of its machines do. The names are those of the device API and more. */
public enum TestKind {
    BEEP(20),
    /** Waits for somebody to hold something in front of the reader. */
    READ(60),
    /** A scale in motion tells no weight; the technician steadies it within this. */
    WEIGH(20),
    /** Seven drawn pages at 9600 baud take a minute. */
    PRINT_PAGE(120),
    SHOW_COLOURS(30),
    /** A terminal may work three minutes without a sign of life (ZVT T4). */
    DIAGNOSE(240),
    /** A terminal may set that time to a quarter of an hour. */
    END_OF_DAY(960),
    /** The newest bytes of its wire; no driver has to do anything for it. */
    WIRE(20);

    private final int secondsMax;

    TestKind(int secondsMax) {
        this.secondsMax = secondsMax;
    }

    /** After this the lane gives it up. */
    public Duration limit() {
        return Duration.ofSeconds(secondsMax);
    }
}
