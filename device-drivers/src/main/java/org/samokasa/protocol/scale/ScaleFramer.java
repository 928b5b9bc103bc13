package org.samokasa.protocol.scale;

import java.util.List;
import org.samokasa.protocol.Bytes;

/** Cuts a stream into frames; holds at most one frame that has begun. */
public interface ScaleFramer {
    /** Takes in more of the stream and answers what became whole, oldest first. */
    List<ScaleFrame> feed(Bytes chunk);

    /** Forgets a frame that has begun: what comes later belongs to an older question. */
    void reset();

    /** How many bytes of a frame have arrived that is not whole yet. */
    int pending();
}
