package org.samokasa.protocol.caisseap;

import java.time.Duration;

/**
 * How the till talks to one terminal.
 *
 * @param version CZ
 * @param protocolId CJ, given by the acquirer
 * @param till CA
 * @param currency ISO letters
 * @param probe pause between two looks whether an idle terminal can be reached
 */
public record CaisseOptions(String version, String protocolId, int till, String currency, Duration probe) {
    /** Version 0300, till 1, EUR; the protocol id has no usual value, this one names no till software. */
    public static final CaisseOptions DEFAULT =
            new CaisseOptions("0300", "000000000000", 1, "EUR", Duration.ofMinutes(1));

    public CaisseOptions {
        if (!version.matches("03[0-9]0") || !protocolId.matches("[0-9A-Z]{12}") || till < 1 || till > 99) {
            throw new IllegalArgumentException("version 03x0, a protocolId of twelve characters and a till from 1 to 99"
                    + " expected, got " + version + ", '" + protocolId + "', " + till);
        }
        if (probe.isNegative() || probe.isZero()) {
            throw new IllegalArgumentException("the pause between two looks must be longer than nothing");
        }
    }

    public CaisseOptions withCurrency(String changed) {
        return new CaisseOptions(version, protocolId, till, changed, probe);
    }

    public CaisseOptions withTill(String newProtocolId, int newTill) {
        return new CaisseOptions(version, newProtocolId, newTill, currency, probe);
    }

    public CaisseOptions withVersion(String changed) {
        return new CaisseOptions(changed, protocolId, till, currency, probe);
    }

    public CaisseOptions withProbe(Duration changed) {
        return new CaisseOptions(version, protocolId, till, currency, changed);
    }
}
