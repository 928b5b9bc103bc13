package org.samokasa.protocol.qr;

import java.time.Duration;
import java.util.Optional;

/**
 * How a lane talks to its gateway.
 *
 * @param till name of this lane at the gateway: references are made of it and of the attempt
 * @param token shown with each request; empty for none
 * @param host of the Host header
 * @param lifetime how long a code is good for
 * @param payee for the text when the gateway sends none
 */
public record QrOptions(
        String till, String token, String host, String currency, Duration lifetime, Optional<QrPayee> payee) {
    /** @throws IllegalArgumentException naming the setting that makes no sense */
    public QrOptions {
        check(till.matches("[A-Za-z0-9-]{1,32}"), "till has 1 to 32 letters, digits and hyphens, not '" + till + "'");
        check(token.matches("[!-~]*"), "the token has a blank or a letter outside ASCII");
        check(host.matches("[A-Za-z0-9.:_-]+"), "no host: '" + host + "'");
        check(lifetime.toSeconds() >= 30 && lifetime.toSeconds() <= 900, "a code lives 30 to 900 s, not " + lifetime);
        payee.ifPresent(
                who -> check(who.takes(currency), "a code of scheme " + who.scheme() + " cannot ask for " + currency));
    }

    private static void check(boolean right, String why) {
        if (!right) {
            throw new IllegalArgumentException(why);
        }
    }
}
