package org.samokasa.kiosk.ui.code;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** The dark and light squares of a QR code, model 2, error correction M (payment rules, section 9). Immutable. */
public final class CodeModules {
    /** Light modules that a reader wants around the code (ISO/IEC 18004). */
    public static final int QUIET = 4;

    private final ByteMatrix matrix;

    private CodeModules(ByteMatrix matrix) {
        this.matrix = matrix;
    }

    /** @throws IllegalArgumentException for a text that no code can hold */
    public static CodeModules of(String text) {
        // Letters outside ASCII are announced as UTF-8; a code without them stays as plain as every reader knows it.
        boolean plain = text.chars().allMatch(letter -> letter < 0x80);
        Map<EncodeHintType, Object> hints = plain ? Map.of() : Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
        try {
            return new CodeModules(
                    Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("no code can hold " + text.length() + " characters", e);
        }
    }

    /** Modules along one edge, without the quiet zone. */
    public int edge() {
        return matrix.getWidth();
    }

    public boolean isDark(int column, int row) {
        return matrix.get(column, row) == 1;
    }
}
