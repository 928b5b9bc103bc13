package org.samokasa.kiosk.insight;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody on duty.
 *
 * @param role name of a {@link org.samokasa.kiosk.help.Helper.Role}
 * @param from when they came
 * @param to   when they went; empty while they are there
 */
public record Stay(String name, String role, Instant from, Optional<Instant> to) {}
