package org.samokasa.kiosk.ui.model;

import org.samokasa.kiosk.lane.LanePolicy;

/** What never changes while the lane runs. */
public record ShopFront(int lane, String shopName, String currency, LanePolicy policy) {}
