package org.samokasa.driver.camera;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.oned.UPCEReader;
import java.util.Optional;

/**
 * A code in a picture, as a scanner would have sent it.
 *
 * @param symbology the decoder's name of it, for instance {@code EAN_13}
 * @param text payload with its AIM identifier; a later FNC1 is the character 1D hex; UPC-E is expanded; DataBar Expanded
 *     stands in brackets, because the decoder does not tell where its separators were
 * @param sure false for a code that a larger one may look like: it wants more frames that agree
 */
public record SeenCode(String symbology, String text, boolean sure) {
    /** A decoded Code 128 shorter than this may be part of something else. */
    private static final int CODE_128_SURE = 6;

    /** What the decoder found, if it is worth believing at all. */
    static Optional<SeenCode> of(Result found) {
        String text = found.getText();
        return switch (found.getBarcodeFormat()) {
            case EAN_13 -> Optional.of(ean(found, text));
            case UPC_A -> Optional.of(ean(found, "0" + text));
            case EAN_8 -> Optional.of(new SeenCode("EAN_8", "]E4" + text, false));
            case UPC_E -> {
                String upcA = UPCEReader.convertUPCEtoUPCA(text);
                yield Optional.of(new SeenCode("UPC_E", "]E00" + upcA, false));
            }
            case ITF -> checkDigitFits(text) ? Optional.of(new SeenCode("ITF", "]I1" + text, false)) : Optional.empty();
            case RSS_14 -> Optional.of(new SeenCode("RSS_14", "]e001" + text, true));
            case RSS_EXPANDED -> expanded(text);
            case CODE_128 -> code128(text);
            case DATA_MATRIX, QR_CODE -> Optional.of(matrix(found, text));
            default -> Optional.empty();
        };
    }

    private static SeenCode ean(Result found, String digits) {
        Object addOn = found.getResultMetadata() == null
                ? null
                : found.getResultMetadata().get(ResultMetadataType.UPC_EAN_EXTENSION);
        // Small codes stand beside periodicals and books only; elsewhere it is a misread of what is near.
        boolean periodical = digits.startsWith("977") || digits.startsWith("978") || digits.startsWith("979");
        return addOn != null && periodical
                ? new SeenCode("EAN_13", "]E3" + digits + addOn, true)
                : new SeenCode(found.getBarcodeFormat().name(), "]E0" + digits, true);
    }

    /** An article number at the beginning brings a check digit of its own; bars that are blurred fool Code 128's. */
    private static Optional<SeenCode> code128(String text) {
        if (!text.startsWith("]C1")) {
            return Optional.of(new SeenCode("CODE_128", "]C0" + text, text.length() >= CODE_128_SURE));
        }
        boolean misread = text.matches("(?s)\\]C101[0-9]{14}.*") && !checkDigitFits(text.substring(5, 19));
        return misread ? Optional.empty() : Optional.of(new SeenCode("CODE_128", text, true));
    }

    /**
     * The decoder loses all that follows a price right behind the article number (ZXing 3.5.4, barcode sheet section 17):
     * half a code could be sold without its weight or after its date, so it counts as not seen.
     */
    private static Optional<SeenCode> expanded(String bracketed) {
        boolean cutOff = bracketed.matches("\\(01\\)[0-9]{14}\\(39[23][0-9]\\)[0-9]*");
        return cutOff ? Optional.empty() : Optional.of(new SeenCode("RSS_EXPANDED", "]e0" + bracketed, true));
    }

    private static SeenCode matrix(Result found, String text) {
        Object aim = found.getResultMetadata() == null
                ? null
                : found.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER);
        boolean dataMatrix = found.getBarcodeFormat() == BarcodeFormat.DATA_MATRIX;
        String identifier = aim == null ? dataMatrix ? "]d1" : "]Q1" : aim.toString();
        // A GS1 Data Matrix comes with its first FNC1, which is not part of the data.
        String data = identifier.equals("]d2") && text.startsWith("\u001D") ? text.substring(1) : text;
        return new SeenCode(found.getBarcodeFormat().name(), identifier + data, true);
    }

    /** Weights 3, 1, 3, 1 .. from the right, check digit included as 1: the sum is a multiple of ten. */
    private static boolean checkDigitFits(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : 3 * digit;
        }
        return sum % 10 == 0 && digits.chars().anyMatch(c -> c != '0');
    }
}
