package org.samokasa.kiosk.network;

/**
 * The lane's line to the hub. Every method returns at once; the line holds on to what it is given and tries for ever.
 * A lane that has no hub uses {@link #NONE}.
 */
public interface HubPort {
    /** A lane on its own: nothing is sent, nothing arrives. */
    HubPort NONE = new HubPort() {
        @Override
        public void state(LaneState state) {
            // Nobody watches.
        }

        @Override
        public void offer(long sequence, LaneMessage message) {
            // The journal keeps it for the day a hub is configured.
        }

        @Override
        public void beginAgainAfter(long upToSequence) {
            // There is no hub that could have lost anything.
        }

        @Override
        public void applied(String stream, long sequence) {
            // No hub waits for it.
        }
    };

    /** How the lane is now; an older state that was not sent yet is forgotten. */
    void state(LaneState state);

    /**
     * A message that must arrive.
     *
     * @param sequence its position in the lane's journal, above that of every message offered before; a position that
     *     was offered before is ignored. After a restart the lane offers again what was not acknowledged, in order
     */
    void offer(long sequence, LaneMessage message);

    /**
     * Forgets what was offered; the lane is about to offer everything behind a position again. The answer to
     * {@link HubListener#onHubIsBehind}.
     */
    void beginAgainAfter(long upToSequence);

    /**
     * Commands up to this one are in the lane's journal: the hub may forget them.
     *
     * @param stream   of the hub, as {@link HubListener#onCommand} gave it
     * @param sequence as {@link HubListener#onCommand} gave it
     */
    void applied(String stream, long sequence);
}
