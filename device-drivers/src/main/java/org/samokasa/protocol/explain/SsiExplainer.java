package org.samokasa.protocol.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scannertext.ScannerTextCodec.Decoded;
import org.samokasa.protocol.ssi.SsiCodes;
import org.samokasa.protocol.ssi.SsiFramer;
import org.samokasa.protocol.ssi.SsiFramer.Frame;
import org.samokasa.protocol.ssi.SsiOpcode;
import org.samokasa.protocol.ssi.SsiPacket;

/** SSI packets of either side. */
public final class SsiExplainer {
    private SsiExplainer() {}

    /** One map for each packet, at least one. Any bytes, never throws. */
    public static List<Map<String, Object>> explain(Bytes bytes) {
        // The source is the third byte of a packet; a stream has one side or the other.
        boolean host = bytes.size() > 2 && bytes.at(2) == SsiPacket.HOST;
        SsiFramer framer = new SsiFramer(host ? SsiPacket.HOST : SsiPacket.DECODER);
        List<Map<String, Object>> all = new ArrayList<>();
        for (Frame frame : framer.feed(bytes)) {
            all.add(frame(frame));
        }
        if (framer.pending() > 0) {
            all.add(Explained.incomplete(framer.pending()));
        }
        return all.isEmpty() ? List.of(Explained.wrong("nothing", "no bytes")) : all;
    }

    private static Map<String, Object> frame(Frame frame) {
        if (frame instanceof Frame.Whole whole) {
            return packet(whole.packet());
        }
        return frame instanceof Frame.Damaged damaged
                ? Explained.wrong("damaged packet", damaged.why())
                : Explained.wrong("noise", "begins no packet: " + ((Frame.Noise) frame).bytes());
    }

    private static Map<String, Object> packet(SsiPacket packet) {
        Map<String, Object> map = packet.opcode() == SsiOpcode.DECODE_DATA
                ? label(packet)
                : Explained.fine(
                        packet.opcode().name(),
                        packet.data().isEmpty() ? null : packet.data().toHex());
        map.put("from", packet.source() == SsiPacket.HOST ? "host" : "reader");
        if (packet.isAgain()) {
            map.put("repeated", true);
        }
        if (packet.hasMore()) {
            map.put("more", true);
        }
        return map;
    }

    private static Map<String, Object> label(SsiPacket packet) {
        String what = packet.opcode().name();
        if (packet.data().isEmpty()) {
            return Explained.wrong(what, "a label without its code type");
        }
        Decoded decoded = SsiCodes.decode(
                packet.data().at(0), packet.data().slice(1, packet.data().size()));
        return decoded instanceof Decoded.Label label
                ? Explained.fine(what, label.text())
                : Explained.wrong(what, ((Decoded.Garbled) decoded).why());
    }
}
