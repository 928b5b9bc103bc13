package org.samokasa.protocol.scannertext;

import java.util.Optional;
import org.samokasa.protocol.Bytes;

/** Commands a host may send, one byte each, never acknowledged. */
public enum HostCommands {
    /** The reader is not spoken to. */
    NONE,
    /** Datalogic and PSC; sheet section 6. */
    DATALOGIC;

    /** What a host can want of a reader. */
    public enum Wish {
        ENABLE('E'),
        DISABLE('D'),
        BEEP('B'),
        NOT_ON_FILE('F');

        private final int datalogic;

        Wish(int datalogic) {
            this.datalogic = datalogic;
        }
    }

    /** The bytes for a wish; empty when this reader has none. */
    public Optional<Bytes> bytes(Wish wish) {
        return this == NONE ? Optional.empty() : Optional.of(Bytes.of(wish.datalogic));
    }
}
