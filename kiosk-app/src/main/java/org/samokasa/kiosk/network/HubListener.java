package org.samokasa.kiosk.network;

/**
 * What the line to the hub tells the lane. Called on the line's own thread, one call at a time: put it on the lane's
 * queue and return.
 */
public interface HubListener {
    /**
     * A command, each one once and in order. Until {@link HubPort#applied} is called it comes again after a restart.
     *
     * @param stream   the hub's journal; give it back to {@link HubPort#applied}
     * @param sequence the command's position in that journal
     */
    void onCommand(String stream, long sequence, HubCommand command);

    /** The hub has everything up to this position of the lane's journal on its own disk. */
    void onAcknowledged(long upToSequence);

    /**
     * The hub says it has less than it once had: it began anew. The lane calls {@link HubPort#beginAgainAfter} and then
     * offers everything behind that position from its journal, in order.
     */
    void onHubIsBehind(long upToSequence);

    /** Whether the broker can be reached. */
    void onLink(boolean up);
}
