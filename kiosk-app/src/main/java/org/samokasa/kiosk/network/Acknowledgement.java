package org.samokasa.kiosk.network;

/**
 * "I have everything of this stream up to here on my own disk." Also the answer to a message behind a gap: then it says
 * where to begin again.
 *
 * @param v      {@link MessageVersion}
 * @param lane   whose messages or commands they are
 * @param stream the sender's journal
 * @param upTo   last position that is safe; 0 when nothing is
 */
public record Acknowledgement(int v, int lane, String stream, long upTo) {
    public Acknowledgement {
        MessageVersion.check(v);
        Numbering.check(lane, stream, upTo + 1, upTo);
    }

    public static Acknowledgement of(int lane, String stream, long upTo) {
        return new Acknowledgement(MessageVersion.CURRENT, lane, stream, upTo);
    }
}
