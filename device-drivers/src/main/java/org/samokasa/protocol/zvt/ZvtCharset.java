package org.samokasa.protocol.zvt;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/** Character sets a terminal may speak (section 10) with their value of tag 14. */
public enum ZvtCharset {
    ASCII(0x00, StandardCharsets.US_ASCII),
    ISO_8859_1(0x01, StandardCharsets.ISO_8859_1),
    ISO_8859_2(0x02, Charset.forName("ISO-8859-2")),
    UTF_8(0xFE, StandardCharsets.UTF_8),
    /** The "8-bit ZVT set": what is spoken unless the terminal echoed another. */
    CP437(0xFF, Charset.forName("IBM437"));

    private final int tagValue;
    private final Charset charset;

    ZvtCharset(int tagValue, Charset charset) {
        this.tagValue = tagValue;
        this.charset = charset;
    }

    /** Value of tag 14. */
    public int tagValue() {
        return tagValue;
    }

    public static Optional<ZvtCharset> ofTagValue(int value) {
        return Arrays.stream(values()).filter(set -> set.tagValue == value).findFirst();
    }

    public String decode(Bytes text) {
        return text.toText(charset);
    }

    /** What the set cannot write becomes a question mark. */
    public Bytes encode(String text) {
        return Bytes.copyOf(text.getBytes(charset));
    }
}
