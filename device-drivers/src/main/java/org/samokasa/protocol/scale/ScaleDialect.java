package org.samokasa.protocol.scale;

import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * How one make of scale is asked and understood. Holds the state of one talk; when to ask, how long to wait and when to
 * give up is the business of {@link ScaleSession}.
 */
public interface ScaleDialect {
    /**
     * Begins the question for the weight afresh: bytes of an answer that has begun are forgotten.
     *
     * @param attempt 0 for a new question, 1 for the first repeat after silence and so on
     * @return no bytes for a scale that speaks unasked
     */
    Bytes askWeight(int attempt);

    /** Begins the wish that the load be taken as zero; empty when this make cannot be asked. */
    default Optional<Bytes> askZero() {
        return Optional.empty();
    }

    /** Takes in more of the stream; any bytes, never throws. */
    List<ScaleTurn> feed(Bytes chunk);

    /** The line was opened anew: everything is forgotten. */
    void fresh();

    /** True for a scale that sends its weight again and again without being asked. */
    default boolean speaksUnasked() {
        return false;
    }
}
