package org.samokasa.kiosk.network;

import java.util.Objects;

/**
 * A command on its way from the hub to a lane.
 *
 * @param v        {@link MessageVersion}
 * @param lane     whom it is for
 * @param stream   the hub's journal
 * @param sequence position in that journal, from 1
 * @param previous position of the command before it for the same lane; 0 for the first
 */
public record CommandEnvelope(int v, int lane, String stream, long sequence, long previous, HubCommand command) {
    public CommandEnvelope {
        MessageVersion.check(v);
        Numbering.check(lane, stream, sequence, previous);
        Objects.requireNonNull(command);
    }

    /** The command as it is sent. */
    public static CommandEnvelope of(int lane, String stream, Outbox.Numbered<HubCommand> numbered) {
        return new CommandEnvelope(
                MessageVersion.CURRENT, lane, stream, numbered.sequence(), numbered.previous(), numbered.message());
    }
}
