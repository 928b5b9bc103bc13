package org.samokasa.kiosk.insight;

import java.time.Instant;

/**
 * An hour in which a lane was heard at least once.
 *
 * @param start full hour, UTC
 */
public record LaneHour(int lane, Instant start) {}
