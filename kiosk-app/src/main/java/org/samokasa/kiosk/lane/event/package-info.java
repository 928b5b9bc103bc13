/**
 * Facts about a lane, in the past tense. They are written to the journal before anything outside happens because of
 * them; the names of the records and their fields are the format on disk.
 */
package org.samokasa.kiosk.lane.event;
