package org.samokasa.kiosk.store;

/**
 * One journal of one lane. A lane that begins a new journal begins a new stream; what was heard of the old one stays
 * known, should its disk come back.
 */
public record LaneStream(int lane, String stream) {}
