package org.samokasa.kiosk.lane.event;

import java.time.Instant;
import org.samokasa.kiosk.lane.Lane;

/** A fact. It knows when it happened and how it changes what is known of the lane. */
public sealed interface LaneEvent
        permits ServiceEvent, BasketEvent, ProblemEvent, CallEvent, PaymentEvent, ReceiptEvent, HubEvent, StaffEvent {
    Instant at();

    /** No clock, no I/O, no refusal: it already happened. */
    Lane applyTo(Lane lane);
}
