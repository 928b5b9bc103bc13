package org.samokasa.sim.device.terminal;

import java.util.List;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.EcrCommand;
import org.samokasa.protocol.zvt.Tlv;
import org.samokasa.protocol.zvt.ZvtCharset;

/**
 * What the till told in its registration (section 7.1).
 *
 * @param columns of its printer
 * @param textBlocks true when it takes 06 D3
 */
record Till(boolean registered, ZvtCharset charset, int columns, boolean textBlocks) {
    static final Till UNKNOWN = new Till(false, ZvtCharset.CP437, Slips.COLUMNS_MAX, false);

    static final int PRINTER_WIDTH = 0x12;
    static final int COMMANDS = 0x26;
    static final int COMMAND = 0x0A;
    static final int CHARSETS = 0x27;
    static final int CHARSET = 0x14;

    static Till of(EcrCommand.Registration registration) {
        Tlv tlv = registration.fields().tlv();
        List<ZvtCharset> offered = parts(tlv, CHARSETS, CHARSET).stream()
                .filter(set -> set.size() == 1)
                .flatMap(set -> ZvtCharset.ofTagValue(set.at(0)).stream())
                .toList();
        // With more than one offered the terminal stays at its own (section 10).
        ZvtCharset charset = offered.size() == 1 ? offered.get(0) : ZvtCharset.CP437;
        int columns = tlv.octet(PRINTER_WIDTH)
                .map(bcd -> (bcd >> 4) * 10 + (bcd & 0x0F))
                .orElse(Slips.COLUMNS_MAX);
        boolean blocks = parts(tlv, COMMANDS, COMMAND).contains(Bytes.of(0x06, 0xD3));
        int usable = Math.max(Slips.COLUMNS_MIN, Math.min(Slips.COLUMNS_MAX, columns));
        return new Till(true, charset, usable, blocks);
    }

    Till forgotten() {
        return new Till(false, charset, columns, textBlocks);
    }

    private static List<Bytes> parts(Tlv tlv, int group, int part) {
        return tlv.find(group).map(Tlv.TlvObject::parts).orElse(List.of()).stream()
                .filter(object -> object.tag() == part)
                .map(Tlv.TlvObject::value)
                .toList();
    }
}
