package org.samokasa.protocol.nexo;

import org.samokasa.json.JsonTree;
import org.samokasa.protocol.payment.CallDesk;
import org.samokasa.protocol.payment.PaymentNotice;
import org.samokasa.protocol.payment.PaymentNotice.State;

/** How the terminal is, told when it changes (section 5.6). */
final class NexoHealth {
    private PaymentNotice.Condition told;
    private boolean readyTold;

    boolean isReady() {
        return told != null && (told.state() == State.READY || told.state() == State.WARNING);
    }

    /** Why it is not ready. */
    String detail() {
        return told == null ? "not connected" : told.detail();
    }

    void diagnosed(JsonTree body, CallDesk desk) {
        if (!NexoAnswers.isSuccess(body)) {
            String code = NexoAnswers.condition(body);
            set(code.equals("Busy") ? State.BUSY : State.FAULT, code, desk);
            return;
        }
        JsonTree status = body.at("POIStatus");
        String global = status.at("GlobalStatus").textOrEmpty();
        switch (global) {
            case "OK", "" -> {
                boolean reads = isFine(status, "PEDOKFlag") && isFine(status, "CardReaderOKFlag");
                set(reads ? State.READY : State.FAULT, reads ? "" : "card reader or PIN pad out of order", desk);
            }
            case "Busy" -> set(State.BUSY, "busy", desk);
            default -> set(State.FAULT, "says " + global, desk);
        }
    }

    /** A flag that is absent is no complaint. */
    private static boolean isFine(JsonTree status, String flag) {
        return !status.at(flag).exists() || status.at(flag).isTrue();
    }

    void set(State state, String detail, CallDesk desk) {
        PaymentNotice.Condition condition = new PaymentNotice.Condition(state, detail);
        if (!condition.equals(told)) {
            told = condition;
            desk.tell(condition);
        }
        if (!isReady()) {
            readyTold = false;
        } else if (!readyTold) {
            readyTold = true;
            desk.tell(new PaymentNotice.Ready());
        }
    }
}
