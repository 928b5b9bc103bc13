package org.samokasa.protocol.zvt;

import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * The answer to a command in either direction (section 3).
 *
 * @param code 00 when positive, else the error code of section 9.2
 * @param data usually empty; 84 1E and 84 9D bring some
 */
public record Response(int code, Bytes data) {
    /** 80 00 00. */
    public static final Apdu OK = Apdu.of(0x8000);

    private static final int NEGATIVE_CLASS = 0x8400;

    /** 84 xx 00. */
    public static Apdu negative(int code) {
        return Apdu.of(NEGATIVE_CLASS | code);
    }

    public boolean isPositive() {
        return code == 0;
    }

    /** Empty when the message is no response; 80 00 and 84 00 both say yes, 80 with another byte says nothing. */
    public static Optional<Response> read(Apdu apdu) {
        boolean known = apdu.code() == OK.code() || apdu.classByte() == NEGATIVE_CLASS >> 8;
        return known ? Optional.of(new Response(apdu.code() & 0xFF, apdu.data())) : Optional.empty();
    }
}
