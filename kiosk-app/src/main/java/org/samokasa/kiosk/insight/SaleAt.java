package org.samokasa.kiosk.insight;

import java.time.Instant;

/**
 * That a lane completed a sale.
 *
 * @param at on the lane's clock
 */
public record SaleAt(int lane, Instant at) {}
