package org.samokasa.sim.device.scanner;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidIdentity;
import org.samokasa.protocol.oemscanner.OemScannerCodec;
import org.samokasa.sim.device.VirtualMachine;

/** An IBM/OEM reader (scanner-usb 4): starts disabled, as many real ones do, and answers status questions. */
public final class OemReader extends UsbReader {
    /** Which of the two it says it is; a table-top sends the digits of a label as their values. */
    public enum Model {
        HAND_HELD(0x4B),
        TABLE_TOP(0x4A);

        private final int usage;

        Model(int usage) {
            this.usage = usage;
        }
    }

    private static final int ALIVE = 0x01;
    private static final int ENABLED = 0x02;
    private static final int REJECTED = 0x80;
    private static final int BEEPER_ON = 0x10;
    private static final int DIRECT_ANSWER = 0x40;
    private static final int DIRECT_TAKEN = 0x08;
    private static final int AIM_LENGTH = 3;
    /** 64 bytes less header and identifier. */
    private static final int BLOCK_BYTES = 57;

    private static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("]A0", 0x0A),
            Map.entry("]I0", 0x0D),
            Map.entry("]I1", 0x0D),
            Map.entry("]F0", 0x0E),
            Map.entry("]C0", 0x18),
            Map.entry("]G0", 0x19),
            Map.entry("]C1", 0x25),
            Map.entry("]e0", 0x2B),
            Map.entry("]L0", 0x2E),
            Map.entry("]d1", 0x32),
            Map.entry("]Q1", 0x33),
            Map.entry("]z0", 0x34),
            Map.entry("]d2", 0x36),
            Map.entry("]Q3", 0x37));

    private final Model model;
    private boolean enabled;

    public OemReader(String name, Model model) {
        super(name);
        this.model = model;
    }

    @Override
    public Optional<HidIdentity> usb() {
        Bytes head = Bytes.of(0x06, 0x45, 0xFF, 0x0A, 0x00, model.usage, 0xA1, 0x01);
        Bytes rest = Bytes.hex("0A 01 4A 75 08 95 0B 15 00 26 FF 00 91 02 0A 02 4A 95 40 81 02 C0");
        return Optional.of(
                new HidIdentity(0x05F9, 0x1206, "", "Samokasa", "simulated IBM/OEM scanner", head.plus(rest)));
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    List<Bytes> reports(String symbol) {
        String aim = symbol.substring(0, AIM_LENGTH);
        String data = symbol.substring(AIM_LENGTH);
        if (aim.equals("]E0") && data.startsWith("0") && data.length() == 13) {
            return List.of(label(digits(data.substring(1)).plus(Bytes.of(0x0D))));
        }
        if (aim.equals("]E0") || aim.equals("]E4")) {
            return List.of(label(digits(data).plus(Bytes.of(aim.equals("]E0") ? 0x16 : 0x0C))));
        }
        int code = CODES.getOrDefault(aim, 0xFF);
        Bytes bytes = Bytes.copyOf(data.getBytes(StandardCharsets.UTF_8));
        List<Bytes> blocks = new ArrayList<>();
        for (int from = 0; from < bytes.size(); from += BLOCK_BYTES) {
            int end = Math.min(bytes.size(), from + BLOCK_BYTES);
            blocks.add(label(bytes.slice(from, end).plus(Bytes.of(end < bytes.size() ? 0x10 : 0x00, code, 0x0B))));
        }
        return blocks;
    }

    private Bytes digits(String text) {
        Bytes ascii = Bytes.ascii(text);
        if (model == Model.HAND_HELD) {
            return ascii;
        }
        byte[] values = ascii.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] -= '0';
        }
        return Bytes.copyOf(values);
    }

    private Bytes label(Bytes body) {
        return OemScannerCodec.report(BEEPER_ON, ALIVE | ENABLED, 0, body);
    }

    @Override
    public void connected(VirtualMachine.Wire newWire, Instant now) {
        super.connected(newWire, now);
        enabled = false;
    }

    @Override
    public void receive(Bytes command, Instant now) {
        if (command.size() != OemScannerCodec.COMMAND_BYTES) {
            return;
        }
        boolean known = true;
        switch (command.at(0)) {
            case OemScannerCodec.ENABLE -> enabled = true;
            case OemScannerCodec.DISABLE -> enabled = false;
            case OemScannerCodec.DIRECT -> {
                direct(command.at(2));
                return;
            }
            default -> known = command.at(0) == 0 && command.at(1) == OemScannerCodec.ASK_STATUS;
        }
        say(OemScannerCodec.report(
                BEEPER_ON, ALIVE | (enabled ? ENABLED : 0) | (known ? 0 : REJECTED), 0, Bytes.EMPTY));
    }

    private void direct(int what) {
        if (what == OemScannerCodec.GOOD_BEEP) {
            beep();
        } else if (what == OemScannerCodec.NOT_ON_FILE) {
            refuse();
        }
        say(OemScannerCodec.report(
                BEEPER_ON | DIRECT_ANSWER, ALIVE | (enabled ? ENABLED : 0), DIRECT_TAKEN, Bytes.EMPTY));
    }
}
