package org.samokasa.kiosk.network;

import java.util.Objects;

/**
 * A message on its way from a lane to the hub.
 *
 * @param v        {@link MessageVersion}
 * @param lane     who sends it
 * @param stream   the lane's journal; a lane that begins a new journal begins a new stream
 * @param sequence position in that journal, from 1
 * @param previous position of the message before it in the same stream; 0 for the first. Tells a gap from a pause
 */
public record LaneEnvelope(int v, int lane, String stream, long sequence, long previous, LaneMessage message) {
    public LaneEnvelope {
        MessageVersion.check(v);
        Numbering.check(lane, stream, sequence, previous);
        Objects.requireNonNull(message);
    }

    /** The message as it is sent. */
    public static LaneEnvelope of(int lane, String stream, Outbox.Numbered<LaneMessage> numbered) {
        return new LaneEnvelope(
                MessageVersion.CURRENT, lane, stream, numbered.sequence(), numbered.previous(), numbered.message());
    }
}
