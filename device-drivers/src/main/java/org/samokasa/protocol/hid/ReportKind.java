package org.samokasa.protocol.hid;

/** Direction of a report; the code is the one GET_REPORT and SET_REPORT use (HID 1.11, 7.2.1). */
public enum ReportKind {
    INPUT(1),
    OUTPUT(2),
    FEATURE(3);

    private final int code;

    ReportKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
