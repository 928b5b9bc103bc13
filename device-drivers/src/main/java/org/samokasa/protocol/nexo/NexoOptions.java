package org.samokasa.protocol.nexo;

import java.util.function.Supplier;
import org.samokasa.protocol.Bytes;

/**
 * How the till talks to one terminal.
 *
 * @param saleId our name, constant; a lane whose journal was thrown away must get another one, because the ids of its
 *     payments are made of it and of the attempt
 * @param poiId {@code model-serial} of the terminal
 * @param currency ISO letters
 * @param nonces sixteen random bytes each
 */
public record NexoOptions(String saleId, String poiId, String currency, NexoKey key, Supplier<Bytes> nonces) {
    public NexoOptions {
        if (saleId.isBlank() || poiId.isBlank()) {
            throw new IllegalArgumentException("saleId and poiId must be set, got '" + saleId + "', '" + poiId + "'");
        }
    }
}
