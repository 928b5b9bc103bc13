package org.samokasa.sim.device.terminal;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * How a virtual terminal is set up.
 *
 * @param name for scripts
 * @param password six digits; another one is refused
 * @param currency ISO letters
 * @param merchant first line of each receipt
 * @param terminalId eight digits
 * @param commit when a payment counts although the till did not acknowledge it
 * @param lineMode true prints with 06 D1 even when the till asked for 06 D3
 * @param history true when it has a transaction of yesterday in its memory, as a terminal in use has
 * @param cardDelay from "insert card" to the card
 * @param pinDelay from "enter PIN" to the last digit
 * @param hostLatency from question to answer of the bank
 * @param cardWait how long it waits for a card, unless the till says otherwise (tag 1F5B)
 * @param standing what every payment ends in when nothing was chosen for it; empty waits for a choice
 * @param zone for date and time on receipts
 */
public record ZvtTerminalOptions(
        String name,
        String password,
        String currency,
        String merchant,
        String terminalId,
        Commit commit,
        boolean lineMode,
        boolean history,
        Duration cardDelay,
        Duration pinDelay,
        Duration hostLatency,
        Duration cardWait,
        Optional<Outcome> standing,
        ZoneId zone) {
    /** What happens to a payment whose acknowledgement never came (section 16). */
    public enum Commit {
        /** Auto-reversal. */
        CLASSIC,
        /** Kept until the next command's tag 1F1F, as revision 13.08 advises. */
        KEEP
    }

    /** A terminal in a German-speaking shop that takes a few seconds for everything. */
    public static final ZvtTerminalOptions DEFAULT = new ZvtTerminalOptions(
            "terminal",
            "000000",
            "EUR",
            "Musterladen am Markt",
            "52100477",
            Commit.CLASSIC,
            false,
            true,
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofMillis(1500),
            Duration.ofSeconds(60),
            Optional.empty(),
            ZoneId.of("Europe/Berlin"));

    public ZvtTerminalOptions {
        Objects.requireNonNull(commit, "commit");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(zone, "zone");
        if (!terminalId.matches("[0-9]{8}") || !password.matches("[0-9]{6}")) {
            throw new IllegalArgumentException("a terminal id has eight digits and a password six");
        }
    }

    public ZvtTerminalOptions withName(String changed) {
        return new ZvtTerminalOptions(
                changed,
                password,
                currency,
                merchant,
                terminalId,
                commit,
                lineMode,
                history,
                cardDelay,
                pinDelay,
                hostLatency,
                cardWait,
                standing,
                zone);
    }

    public ZvtTerminalOptions withCurrency(String changed) {
        return new ZvtTerminalOptions(
                name,
                password,
                changed,
                merchant,
                terminalId,
                commit,
                lineMode,
                history,
                cardDelay,
                pinDelay,
                hostLatency,
                cardWait,
                standing,
                zone);
    }

    public ZvtTerminalOptions withMerchant(String changed) {
        return new ZvtTerminalOptions(
                name,
                password,
                currency,
                changed,
                terminalId,
                commit,
                lineMode,
                history,
                cardDelay,
                pinDelay,
                hostLatency,
                cardWait,
                standing,
                zone);
    }

    public ZvtTerminalOptions withCommit(Commit changed) {
        return new ZvtTerminalOptions(
                name,
                password,
                currency,
                merchant,
                terminalId,
                changed,
                lineMode,
                history,
                cardDelay,
                pinDelay,
                hostLatency,
                cardWait,
                standing,
                zone);
    }

    public ZvtTerminalOptions withLineMode(boolean changed) {
        return new ZvtTerminalOptions(
                name,
                password,
                currency,
                merchant,
                terminalId,
                commit,
                changed,
                history,
                cardDelay,
                pinDelay,
                hostLatency,
                cardWait,
                standing,
                zone);
    }

    public ZvtTerminalOptions withHistory(boolean changed) {
        return new ZvtTerminalOptions(
                name,
                password,
                currency,
                merchant,
                terminalId,
                commit,
                lineMode,
                changed,
                cardDelay,
                pinDelay,
                hostLatency,
                cardWait,
                standing,
                zone);
    }

    /** @param card from "insert card" to the card; the PIN takes as long */
    public ZvtTerminalOptions withDelays(Duration card, Duration host) {
        return new ZvtTerminalOptions(
                name,
                password,
                currency,
                merchant,
                terminalId,
                commit,
                lineMode,
                history,
                card,
                card,
                host,
                cardWait,
                standing,
                zone);
    }

    public ZvtTerminalOptions withStanding(Outcome changed) {
        return new ZvtTerminalOptions(
                name,
                password,
                currency,
                merchant,
                terminalId,
                commit,
                lineMode,
                history,
                cardDelay,
                pinDelay,
                hostLatency,
                cardWait,
                Optional.of(changed),
                zone);
    }

    public ZvtTerminalOptions withZone(ZoneId changed) {
        return new ZvtTerminalOptions(
                name,
                password,
                currency,
                merchant,
                terminalId,
                commit,
                lineMode,
                history,
                cardDelay,
                pinDelay,
                hostLatency,
                cardWait,
                standing,
                changed);
    }
}
