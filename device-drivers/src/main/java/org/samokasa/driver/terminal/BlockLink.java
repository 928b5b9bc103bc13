package org.samokasa.driver.terminal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.BlockSession;
import org.samokasa.transport.ByteLink;
import org.samokasa.transport.LinkEvent;

/**
 * A serial line under the ZVT block protocol, seen as a wire that carries whole messages: what is sent is sent as checked
 * blocks, what is received has passed its check. A block that does not get through is a lost connection.
 */
final class BlockLink implements ByteLink {
    private final ByteLink line;
    private final BlockSession blocks = new BlockSession();
    private Instant now = Instant.EPOCH;

    BlockLink(ByteLink line) {
        this.line = line;
    }

    @Override
    public List<LinkEvent> poll(Instant at) {
        now = at;
        List<LinkEvent> news = new ArrayList<>();
        for (LinkEvent event : line.poll(at)) {
            if (event instanceof LinkEvent.Received received) {
                carryOut(blocks.received(received.bytes(), at), news);
            } else {
                blocks.reset();
                news.add(event);
            }
        }
        carryOut(blocks.poll(at), news);
        return news;
    }

    private void carryOut(List<BlockSession.Out> outs, List<LinkEvent> news) {
        for (BlockSession.Out out : outs) {
            if (out instanceof BlockSession.Out.Write write) {
                line.send(write.bytes());
            } else if (out instanceof BlockSession.Out.Deliver deliver) {
                news.add(new LinkEvent.Received(deliver.message()));
            } else if (out instanceof BlockSession.Out.Failed failed) {
                line.restart(failed.why());
            }
        }
    }

    @Override
    public boolean send(Bytes message) {
        if (!line.isOpen()) {
            return false;
        }
        // Sending delivers nothing: no news can come of it.
        carryOut(blocks.send(message, now), new ArrayList<>());
        return true;
    }

    @Override
    public boolean isOpen() {
        return line.isOpen();
    }

    @Override
    public boolean isSerial() {
        return true;
    }

    @Override
    public void restart(String why) {
        blocks.reset();
        line.restart(why);
    }

    @Override
    public Optional<Instant> nextDue() {
        return Stream.of(line.nextDue(), blocks.nextDue())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    @Override
    public void onActivity(Runnable wake) {
        line.onActivity(wake);
    }

    @Override
    public void close() {
        line.close();
    }
}
