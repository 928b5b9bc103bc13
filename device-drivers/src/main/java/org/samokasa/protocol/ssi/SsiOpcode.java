package org.samokasa.protocol.ssi;

import java.util.Arrays;
import java.util.Optional;

/** What a packet is about; sheet section 9.2. */
public enum SsiOpcode {
    CMD_ACK(0xD0),
    CMD_NAK(0xD1),
    DECODE_DATA(0xF3),
    EVENT(0xF6),
    START_DECODE(0xE4),
    STOP_DECODE(0xE5),
    BEEP(0xE6),
    LED_ON(0xE7),
    LED_OFF(0xE8),
    SCAN_ENABLE(0xE9),
    SCAN_DISABLE(0xEA),
    SLEEP(0xEB),
    AIM_OFF(0xC4),
    AIM_ON(0xC5),
    PARAM_SEND(0xC6),
    PARAM_REQUEST(0xC7),
    PARAM_DEFAULTS(0xC8),
    REQUEST_REVISION(0xA3),
    REPLY_REVISION(0xA4),
    FLUSH_QUEUE(0xD2),
    CAPABILITIES_REQUEST(0xD3),
    CAPABILITIES_REPLY(0xD4),
    SSI_MGMT_COMMAND(0x80),
    CUSTOM_DEFAULTS(0x12);

    private final int code;

    SsiOpcode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** @param code 0 to 255 */
    public static Optional<SsiOpcode> of(int code) {
        return Arrays.stream(values()).filter(each -> each.code == code).findFirst();
    }
}
