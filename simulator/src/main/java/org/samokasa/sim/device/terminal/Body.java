package org.samokasa.sim.device.terminal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.samokasa.protocol.zvt.Apdu;
import org.samokasa.protocol.zvt.PtCommand;
import org.samokasa.protocol.zvt.Tlv;

/** The parts of the terminal that its processes share: memory, display, voice. */
final class Body {
    final ZvtTerminalOptions options;
    final TurnoverStore store = new TurnoverStore();
    final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    final Speech speech;
    final StatusBlock status;
    Till till = Till.UNKNOWN;
    String display = "Bereit";
    Optional<Outcome> chosen = Optional.empty();

    Body(ZvtTerminalOptions options, Speech speech) {
        this.options = options;
        this.speech = speech;
        this.status = new StatusBlock(options, quirks);
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    Slips slips() {
        return new Slips(options, till);
    }

    LocalDateTime clock(Instant now) {
        return LocalDateTime.ofInstant(now, options.zone());
    }

    /** Says it; whatever the answer, it goes on. */
    void say(Apdu message) {
        speech.say(message, answer -> {}, () -> {});
    }

    /** 04 FF without a text of its own. */
    void intermediate(int code, String onDisplay) {
        display = onDisplay;
        say(PtCommand.encode(new PtCommand.IntermediateStatus(code, Optional.empty(), Tlv.EMPTY)));
    }

    void say(List<Apdu> messages) {
        messages.forEach(this::say);
    }

    /** 06 1E. */
    static Apdu abort(int code) {
        return PtCommand.encode(
                new PtCommand.Abort(Optional.of(code), Optional.empty(), org.samokasa.protocol.zvt.Fields.NONE));
    }

    /** 06 0F without data. */
    static Apdu completion() {
        return Apdu.of(PtCommand.COMPLETION);
    }
}
