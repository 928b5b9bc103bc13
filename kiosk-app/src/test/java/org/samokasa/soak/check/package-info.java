/**
 * The judge: what must always be true of a shop, worked out from what was written, sent, printed and booked. It reads the
 * records of the journal, which are a format on disk, and shares no rule with the lane.
 */
package org.samokasa.soak.check;
