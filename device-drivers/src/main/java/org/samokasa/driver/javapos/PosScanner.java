package org.samokasa.driver.javapos;

import java.util.Map;
import jpos.JposConst;
import jpos.JposException;
import jpos.events.ErrorEvent;
import org.samokasa.devices.DeviceName;
import org.samokasa.devices.Scanner;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.symbology.LabelText;

/** A JavaPOS scanner. */
final class PosScanner extends PosDevice implements Scanner {
    /** ScanDataType to AIM; UPC-A needs its zero and is treated apart. Modifiers are those of a plain symbol. */
    private static final Map<Integer, String> AIM = Map.ofEntries(
            Map.entry(103, "]E4"),
            Map.entry(104, "]E0"),
            Map.entry(105, "]S0"),
            Map.entry(106, "]I0"),
            Map.entry(107, "]F0"),
            Map.entry(108, "]A0"),
            Map.entry(109, "]G0"),
            Map.entry(110, "]C0"),
            Map.entry(119, "]E3"),
            Map.entry(120, "]C1"),
            Map.entry(131, "]e0"),
            Map.entry(132, "]e0"),
            Map.entry(201, "]L0"),
            Map.entry(202, "]U0"),
            Map.entry(203, "]d1"),
            Map.entry(204, "]Q1"),
            Map.entry(205, "]Q1"),
            Map.entry(206, "]z0"),
            Map.entry(207, "]L0"),
            Map.entry(208, "]d2"),
            Map.entry(209, "]Q3"));

    private static final int UPC_A = 101;
    private static final int UPC_A_DIGITS = 12;

    private final jpos.Scanner control;
    private volatile boolean enabled = true;

    PosScanner(DeviceName name, String logicalName) {
        this(name, logicalName, new jpos.Scanner());
    }

    private PosScanner(DeviceName name, String logicalName, jpos.Scanner control) {
        super(name, logicalName, new PosLink(logicalName, control, () -> prepare(control)));
        this.control = control;
        control.addDataListener(event -> pos().call(this::read, this::failed));
        control.addErrorListener(this::unreadable);
        control.addStatusUpdateListener(event -> power(event.getStatus()));
    }

    private static void prepare(jpos.Scanner control) throws JposException {
        control.setDecodeData(true);
        control.setDataEventEnabled(true);
    }

    /** Delivery has switched further events off; they are switched on again, else only the first scan works. */
    private void read() throws JposException {
        Bytes raw = Bytes.copyOf(control.getScanData());
        Bytes label = Bytes.copyOf(control.getScanDataLabel());
        String text = text(raw, label, control.getScanDataType());
        if (enabled) {
            pos().tell(at -> tell(new ScannerEvent.Scanned(name(), at, text)));
            control.setDataEventEnabled(true);
        }
    }

    /** The reader's own AIM identifier where the raw data begin with one, else one from the type. */
    static String text(Bytes raw, Bytes label, int type) {
        String whole = LabelText.of(raw);
        if (whole.matches("(?s)][A-Za-z][0-9A-Za-z].+")) {
            return whole;
        }
        String text = label.isEmpty() ? whole : LabelText.of(label);
        if (type == UPC_A) {
            return (text.length() == UPC_A_DIGITS ? "]E00" : "]E0") + text;
        }
        return AIM.getOrDefault(type, "") + text;
    }

    private void unreadable(ErrorEvent event) {
        event.setErrorResponse(JposConst.JPOS_ER_CLEAR);
        String why = "JavaPOS error " + event.getErrorCode() + "/" + event.getErrorCodeExtended();
        pos().tell(at -> tell(new ScannerEvent.Unreadable(name(), at, why)));
    }

    @Override
    public void enable(boolean newEnabled) {
        enabled = newEnabled;
        if (link().isOpen()) {
            pos().call(
                            () -> {
                                control.setDataEventEnabled(newEnabled);
                                if (!newEnabled) {
                                    control.clearInput();
                                }
                            },
                            this::failed);
        }
    }

    @Override
    protected void opened(java.time.Instant at) {
        super.opened(at);
        if (!enabled) {
            enable(false);
        }
    }

    /** JavaPOS scanners have no beeper that can be asked; the kiosk's loudspeaker does it. */
    @Override
    public void signal(Signal signal) {
        // Nothing can be sent.
    }
}
