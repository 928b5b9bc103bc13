package org.samokasa.protocol.scale;

import java.time.Duration;
import org.samokasa.protocol.Bytes;

/** What follows in the talk from bytes of the scale. */
public sealed interface ScaleTurn {
    /** The question is answered. */
    record Answer(ScaleAnswer answer) implements ScaleTurn {}

    /** The talk goes on with these bytes, after a pause. */
    record Say(Bytes bytes, Duration pause) implements ScaleTurn {
        public Say(Bytes bytes) {
            this(bytes, Duration.ZERO);
        }
    }

    /** The question is over and nothing was learnt, for instance after zeroing. */
    record Over() implements ScaleTurn {}

    /** A frame of this protocol that answers nothing we asked, for instance an older question. */
    record OutOfTurn(String why) implements ScaleTurn {}

    /** Nothing of this protocol. */
    record Rubbish(String why) implements ScaleTurn {}
}
