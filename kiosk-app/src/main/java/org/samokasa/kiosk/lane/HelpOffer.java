package org.samokasa.kiosk.lane;

import java.time.Instant;

/**
 * Help offered in the present visit, without being asked for.
 *
 * @param sign why
 * @param isOpen false once it was taken or declined; whoever ignores it declines by the time
 */
public record HelpOffer(Friction.Sign sign, Instant at, boolean isOpen) {}
