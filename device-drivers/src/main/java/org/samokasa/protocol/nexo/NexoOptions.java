package org.samokasa.protocol.nexo;

import java.util.Optional;
import java.util.function.Supplier;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.payment.Currencies;

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
    /** Section 2: at most eight digits before the point; this keeps within them for each currency. */
    private static final long MINOR_MAX = 99_999_999L;

    public NexoOptions {
        if (saleId.isBlank() || poiId.isBlank()) {
            throw new IllegalArgumentException("saleId and poiId must be set, got '" + saleId + "', '" + poiId + "'");
        }
    }

    /** Why no payment of this terminal has such an amount; empty when it may. */
    Optional<String> objection(long minor, String wanted) {
        if (!wanted.equals(currency) || Currencies.numeric(wanted).isEmpty()) {
            return Optional.of("set up for " + currency + ", not for " + wanted);
        }
        boolean fits = minor > 0 && minor <= MINOR_MAX;
        return fits ? Optional.empty() : Optional.of("no amount a terminal can take: " + minor);
    }
}
