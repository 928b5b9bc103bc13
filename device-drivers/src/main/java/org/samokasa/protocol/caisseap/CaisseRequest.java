package org.samokasa.protocol.caisseap;

import java.util.Optional;

/**
 * A debit (section 3). BA is always 0: with 1 the result would never be reported.
 *
 * @param protocolId twelve characters given by the acquirer, CJ
 * @param till 1 to 99
 * @param minor minor units
 * @param currency ISO numeric, three digits
 * @param reference our own id, echoed; 1 to 99 characters, empty sends none
 */
public record CaisseRequest(
        String version, String protocolId, int till, long minor, String currency, String reference) {
    /** CB has at most twelve digits (section 3). */
    public static final long MINOR_MAX = 999_999_999_999L;

    public CaisseRequest {
        if (!version.matches("03[0-9]0") || !protocolId.matches("[0-9A-Z]{12}") || till < 1 || till > 99) {
            throw new IllegalArgumentException("version 03x0, twelve characters of protocol id and a till from 1 to 99"
                    + " expected, got " + version + ", '" + protocolId + "', " + till);
        }
        if (minor < 1 || minor > MINOR_MAX || !currency.matches("[0-9]{3}")) {
            throw new IllegalArgumentException("no amount a terminal can take: " + minor + " of " + currency);
        }
    }

    public CaisseMessage message() {
        CaisseMessage message = CaisseMessage.EMPTY
                .with("CZ", version)
                .with("CJ", protocolId)
                .with("CA", String.format("%02d", till))
                .with("CB", String.format("%02d", minor))
                .with("CD", "0")
                .with("CE", currency)
                .with("BA", "0");
        return reference.isEmpty() ? message : message.with("CF", reference);
    }

    /** What an answer repeats wrongly; empty when it answers this request. */
    Optional<String> contradiction(CaisseMessage answer) {
        CaisseMessage asked = message();
        for (String tag : java.util.List.of("CJ", "CA", "CD", "CE")) {
            if (!asked.find(tag).equals(answer.find(tag))) {
                return Optional.of("the answer repeats another " + tag);
            }
        }
        boolean otherReference =
                answer.find("CF").isPresent() && !asked.find("CF").equals(answer.find("CF"));
        return otherReference ? Optional.of("the answer repeats another CF") : Optional.empty();
    }
}
