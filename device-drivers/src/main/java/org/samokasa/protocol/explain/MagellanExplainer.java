package org.samokasa.protocol.explain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.magellan.MagellanCodec;
import org.samokasa.protocol.magellan.MagellanForm;
import org.samokasa.protocol.magellan.MagellanFrame;
import org.samokasa.protocol.magellan.MagellanFramer;
import org.samokasa.protocol.magellan.MagellanLabels;
import org.samokasa.protocol.scannertext.ScannerTextCodec.Decoded;

/** Messages of the single cable, in either form and direction. */
public final class MagellanExplainer {
    private static final int STX = 0x02;

    private MagellanExplainer() {}

    /** One map for each message, at least one. Any bytes, never throws. */
    public static List<Map<String, Object>> explain(Bytes bytes) {
        boolean stx = !bytes.isEmpty() && bytes.at(0) == STX;
        MagellanFramer framer = new MagellanFramer(stx ? MagellanForm.STX : MagellanForm.S);
        List<Map<String, Object>> all = new ArrayList<>();
        for (MagellanFrame frame : framer.feed(bytes)) {
            all.add(
                    frame instanceof MagellanFrame.Message message
                            ? message(message)
                            : Explained.wrong(
                                    "noise", "belongs to no message: " + ((MagellanFrame.Noise) frame).bytes()));
        }
        if (framer.isHalfWay()) {
            all.add(Explained.incomplete(framer.discard().size()));
        }
        return all.isEmpty() ? List.of(Explained.wrong("nothing", "no bytes")) : all;
    }

    private static Map<String, Object> message(MagellanFrame.Message message) {
        if (message.code().equals(MagellanCodec.LABEL)) {
            Decoded decoded = MagellanLabels.decode(message.data());
            return decoded instanceof Decoded.Label label
                    ? Explained.fine("label", label.text())
                    : Explained.wrong("label", ((Decoded.Garbled) decoded).why());
        }
        if (!MagellanCodec.isOfScale(message)) {
            return Explained.fine(
                    message.code().equals("10") ? "reset" : "beep",
                    message.data().toText(StandardCharsets.US_ASCII));
        }
        return message.data().isEmpty()
                ? Explained.fine("request S" + message.code(), null)
                : ScaleExplainer.answer(MagellanCodec.decode(message));
    }
}
