package org.samokasa.driver.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.EcrCommand;
import org.samokasa.protocol.zvt.ZvtFramer;
import org.samokasa.transport.WireMask;

/** ZVT over TCP, message by message: what the terminal says as {@link ZvtFramer} masks it, our password as zeros. */
public final class ZvtMask implements WireMask {
    private static final int HEAD = 3;
    private static final int PASSWORD_SIZE = 3;
    private static final Set<Integer> WITH_PASSWORD = Set.of(
            EcrCommand.REGISTRATION,
            EcrCommand.REPEAT_RECEIPT,
            EcrCommand.REVERSAL,
            EcrCommand.END_OF_DAY,
            EcrCommand.INITIALISATION,
            EcrCommand.STATUS_ENQUIRY);

    private final ZvtFramer framer = new ZvtFramer();

    @Override
    public List<Seen> sent(Bytes message) {
        boolean secret =
                message.size() >= HEAD + PASSWORD_SIZE && WITH_PASSWORD.contains(message.at(0) << 8 | message.at(1));
        Bytes kept = secret
                ? message.slice(0, HEAD)
                        .plus(Bytes.of(0, 0, 0))
                        .plus(message.slice(HEAD + PASSWORD_SIZE, message.size()))
                : message;
        return List.of(new Seen(message.size(), kept));
    }

    @Override
    public List<Seen> received(Bytes bytes) {
        List<Seen> seen = new ArrayList<>();
        for (ZvtFramer.Inbound inbound : framer.feed(bytes)) {
            if (inbound instanceof ZvtFramer.Received message) {
                Bytes masked = message.apdu().encode();
                seen.add(new Seen(masked.size(), masked));
            }
        }
        return seen;
    }

    @Override
    public void lost() {
        framer.reset();
    }
}
