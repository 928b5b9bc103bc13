package org.samokasa.sim.device.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/** The words of one make of scale: what it hears as a request and what it says to it. */
public interface ScaleTalk {
    /** The wire was opened: whatever was said before is forgotten. */
    void fresh();

    /** Cuts what the shop's side sends into requests; what is none is ignored, as the real machine does. */
    List<Bytes> requests(Bytes bytes);

    /** What it says to a request now; no bytes when it says nothing. */
    Bytes answer(Bytes request, Instrument scale, Instant now);

    /** True for what needs no weighing and therefore no time. */
    default boolean atOnce(Bytes request) {
        return false;
    }

    /** How often it speaks without being asked; empty for scales that wait. */
    default Optional<Duration> period() {
        return Optional.empty();
    }

    /** What it says without being asked. */
    default Bytes unasked(Instrument scale, Instant now) {
        return Bytes.EMPTY;
    }
}
