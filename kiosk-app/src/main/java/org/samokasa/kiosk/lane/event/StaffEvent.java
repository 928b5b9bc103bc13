package org.samokasa.kiosk.lane.event;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.MachineTests;
import org.samokasa.kiosk.lane.Staff;
import org.samokasa.kiosk.lane.TestKind;

/** Somebody looked after the lane. */
public sealed interface StaffEvent extends LaneEvent {
    record StaffSignedIn(Instant at) implements StaffEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.with(new Staff(0, Instant.EPOCH, Optional.of(at)));
        }
    }

    /**
     * A wrong PIN.
     *
     * @param tries wrong ones in a row
     * @param lockedUntil before this none is taken
     */
    record SignInFailed(Instant at, int tries, Instant lockedUntil) implements StaffEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.with(new Staff(tries, lockedUntil, Optional.empty()));
        }
    }

    record StaffLeft(Instant at, String why) implements StaffEvent {
        @Override
        public Lane applyTo(Lane lane) {
            Staff staff = lane.staff();
            return lane.with(new Staff(staff.wrongTries(), staff.lockedUntil(), Optional.empty()));
        }
    }

    record TestBegun(Instant at, String run, String machine, TestKind kind, String by) implements StaffEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane;
        }
    }

    /** @param detail for a technician; no card data */
    record TestEnded(Instant at, String run, String machine, MachineTests.Outcome outcome, String detail)
            implements StaffEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane;
        }
    }
}
