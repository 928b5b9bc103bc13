package org.samokasa.protocol.zvt;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samokasa.protocol.zvt.Notice.Prompt;

/** Turns an intermediate status into what the shopper is asked (sections 8.5 and 9.1). */
final class PromptRule {
    private static final int INSERT_CARD = 0x0A;
    private static final int NO_CODE_FITS = 0xFF;
    private static final int DISPLAY_TEXT = 0x24;
    private static final int LINE = 0x07;

    private PromptRule() {}

    /**
     * @param cardWasTried false until the terminal has worked on a card: then its "insert card" means any way to present
     *     one, later it means the slot (payment-rules section 5: tap, then "insert card")
     */
    static Notice.Prompted prompt(
            String attempt,
            PtCommand.IntermediateStatus status,
            boolean cardWasTried,
            ZvtCharset charset,
            boolean german) {
        Optional<IntermediateText> standard = IntermediateText.of(status.status());
        boolean exact = standard.map(IntermediateText::wordForWord).orElse(false);
        String own = ownText(status.tlv(), charset);
        String text = own;
        if (exact) {
            text = german ? standard.get().german() : standard.get().english();
        }
        return new Notice.Prompted(attempt, kind(status.status(), cardWasTried), text, exact);
    }

    /** True when a status shows that a card is being worked on. */
    static boolean meansCardWasTried(int status) {
        return status != INSERT_CARD && status != 0x00 && status != NO_CODE_FITS;
    }

    private static Prompt kind(int status, boolean cardWasTried) {
        if (status >= 0x41 && status <= 0x5D && status != 0x4A || status == 0x66 || status == 0x67) {
            return Prompt.REMOVE_CARD;
        }
        return switch (status) {
            case INSERT_CARD -> cardWasTried ? Prompt.INSERT_CARD : Prompt.PRESENT_CARD;
            case 0x01, 0x02, 0x28, 0x29, 0x2C, 0x69, 0xE0, 0xE1 -> Prompt.LOOK_AT_TERMINAL;
            case 0x15, 0xCC -> Prompt.ENTER_PIN;
            case 0x04, 0x05, 0x06, 0x0E, 0x17, 0x2B, 0xD2, 0xD3, 0xF1, 0xF2, 0xF3 -> Prompt.PROCESSING;
            case 0x0B -> Prompt.REMOVE_CARD;
            default -> Prompt.OTHER;
        };
    }

    private static String ownText(Tlv tlv, ZvtCharset charset) {
        List<Tlv.TlvObject> parts =
                tlv.find(DISPLAY_TEXT).map(Tlv.TlvObject::parts).orElse(List.of());
        return parts.stream()
                .filter(part -> part.tag() == LINE)
                .map(part -> charset.decode(part.value()).replaceAll("\\p{Cntrl}", " "))
                .map(PanFilter::mask)
                .collect(Collectors.joining("\n"));
    }
}
