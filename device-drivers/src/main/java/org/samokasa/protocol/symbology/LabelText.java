package org.samokasa.protocol.symbology;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.samokasa.protocol.Bytes;

/** The characters of a label whose bytes came over a bus that checks them. */
public final class LabelText {
    private LabelText() {}

    /** UTF-8 where it is that, else Latin-1; without one line ending that some readers leave in the data. */
    public static String of(Bytes data) {
        int end = data.size();
        if (end > 0 && data.at(end - 1) == '\n') {
            end--;
        }
        if (end > 0 && data.at(end - 1) == '\r') {
            end--;
        }
        Bytes label = data.slice(0, end);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(label.toArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return label.toText(StandardCharsets.ISO_8859_1);
        }
    }
}
