package org.samokasa.protocol.scannertext;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.samokasa.protocol.Bytes;

/** Message bytes to text. Numbers of symbologies and check digits are the business of whoever reads the text. */
public final class ScannerTextCodec {
    private static final int GS = 0x1D;
    private static final int RS = 0x1E;
    private static final int EOT = 0x04;
    /** Letters of AIM identifiers whose symbols may hold any text: QR, Data Matrix, Aztec, PDF417, DotCode, Han Xin. */
    private static final String TEXT_SYMBOLOGIES = "QdzLJh";

    private ScannerTextCodec() {}

    /** What a message says. */
    public sealed interface Decoded {
        /** With its AIM identifier when there is one; a later FNC1 is the character 1D hex. */
        record Label(String text) implements Decoded {}

        /** Bytes that no symbol of this kind holds: wrong speed or parity, or noise (sheet section 1, rule 4). */
        record Garbled(String why) implements Decoded {}
    }

    /** Never throws, whatever the bytes are. */
    public static Decoded decode(Bytes payload) {
        boolean anyText = payload.size() >= 3 && payload.at(0) == ']' && TEXT_SYMBOLOGIES.indexOf(payload.at(1)) >= 0;
        for (int i = 0; i < payload.size(); i++) {
            int octet = payload.at(i);
            boolean odd = octet == 0 || octet == 0x7F || octet >= 0x80 || (octet < 0x20 && !separator(octet));
            if (odd && !(anyText && (octet >= 0x80 || blank(octet)))) {
                return new Decoded.Garbled(String.format("byte %02X at place %d is in no bar code", octet, i + 1));
            }
        }
        return anyText ? utf8(payload) : new Decoded.Label(payload.toText(StandardCharsets.US_ASCII));
    }

    private static boolean separator(int octet) {
        return octet == GS || octet == RS || octet == EOT;
    }

    private static boolean blank(int octet) {
        return octet == 0x09 || octet == 0x0A || octet == 0x0D;
    }

    private static Decoded utf8(Bytes payload) {
        try {
            return new Decoded.Label(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(payload.toArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return new Decoded.Garbled("no valid UTF-8 text");
        }
    }

    /** What a reader sends for this text. */
    public static Bytes encode(String text, ScannerTextSettings settings) {
        return settings.prefix()
                .plus(Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8)))
                .plus(settings.terminator().bytes());
    }
}
