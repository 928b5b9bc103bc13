package org.samokasa.sim.device.terminal.caisseap;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.caisseap.CaisseMessage;
import org.samokasa.sim.device.terminal.caisseap.CaisseApMachine.Trouble;

/** What the terminal says in the end, right or wrong (sheet, sections 4 and 7). */
final class CaisseApAnswers {
    private static final String MASKED = "999999######6104";
    /** A test number of no bank that passes the check digit. */
    private static final String CLEAR = "9999990000006102";

    private CaisseApAnswers() {}

    /**
     * @param reason AF; empty when it is paid
     * @param paid minor units, in CB when it is paid
     */
    static Bytes answer(CaisseMessage asked, String reason, long paid, Set<Trouble> troubles) {
        long named = reason.isEmpty() ? paid : Long.parseLong(asked.find("CB").orElseThrow());
        CaisseMessage echo = CaisseMessage.EMPTY
                .with("CZ", asked.find("CZ").orElseThrow())
                .with("CJ", has(troubles, Trouble.OTHER_PROTOCOL_ID) ? "999999999999" : value(asked, "CJ"))
                .with("CA", has(troubles, Trouble.OTHER_TILL) ? "98" : value(asked, "CA"))
                .with("CB", String.format("%02d", named))
                .with("CD", value(asked, "CD"))
                .with("CE", has(troubles, Trouble.OTHER_CURRENCY) ? "826" : value(asked, "CE"))
                .with("BA", asked.find("BA").orElse("0"));
        if (asked.find("CF").isPresent()) {
            echo = echo.with("CF", value(asked, "CF"));
        }
        if (has(troubles, Trouble.UNKNOWN_TAG)) {
            echo = echo.with("QX", "whatever");
        }
        Bytes answer = verdict(echo, reason, troubles).encode();
        return has(troubles, Trouble.VERSION_NOT_FIRST) ? Bytes.ascii("ZT001x").plus(answer) : answer;
    }

    private static CaisseMessage verdict(CaisseMessage echo, String reason, Set<Trouble> troubles) {
        if (has(troubles, Trouble.ANSWERS_TAKEN)) {
            return echo.with("AE", "11");
        }
        if (!reason.isEmpty()) {
            return echo.with("AE", "01").with("AF", reason);
        }
        CaisseMessage paid = echo.with("AE", "10")
                .with("CC", "00B")
                .with("CI", "2")
                .with("AC", "710426")
                .with("AA", has(troubles, Trouble.CLEAR_CARD_NUMBER) ? CLEAR : MASKED)
                .with("AI", "A0000000041010")
                .with("CG", "4501077");
        byte[] ticket = "TICKET CLIENT\nCB SANS CONTACT\n".getBytes(StandardCharsets.ISO_8859_1);
        return has(troubles, Trouble.WITH_TICKET)
                ? paid.with("CK", Base64.getEncoder().encodeToString(ticket))
                : paid;
    }

    private static boolean has(Set<Trouble> troubles, Trouble trouble) {
        return troubles.contains(trouble);
    }

    private static String value(CaisseMessage asked, String tag) {
        return asked.find(tag).orElseThrow();
    }
}
