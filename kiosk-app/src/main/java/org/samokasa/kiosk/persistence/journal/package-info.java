/**
 * The journal: what a lane or a hub acknowledges is first here, on the disk, in one forced write. Segment files that
 * are only ever appended to, frames that carry a length, a checksum, a sequence number and a hash chained to the frame
 * before. Half a frame at the very end is what a power cut leaves and is cleared; anything else that does not fit is
 * damage, and the journal refuses to open rather than guess. The file format is drawn in
 * {@link org.samokasa.kiosk.persistence.journal.Frame} and
 * {@link org.samokasa.kiosk.persistence.journal.SegmentHeader}.
 */
package org.samokasa.kiosk.persistence.journal;
