package org.samokasa.protocol.qr;

import java.util.Optional;
import org.samokasa.protocol.payment.CallDesk;
import org.samokasa.protocol.payment.PaymentNotice;
import org.samokasa.protocol.payment.PaymentNotice.State;

/** How the gateway is, told when it changes. */
final class QrHealth {
    private PaymentNotice.Condition told;
    private boolean readyTold;

    boolean isReady() {
        return told != null && (told.state() == State.READY || told.state() == State.WARNING);
    }

    /** Why it is not ready. */
    String detail() {
        return told == null ? "not connected" : told.detail();
    }

    /** @param complaint what somebody must see to */
    void reached(Optional<String> complaint, CallDesk desk) {
        set(complaint.isPresent() ? State.WARNING : State.READY, complaint.orElse(""), desk);
    }

    /** A whole response that is no success. */
    void rejected(int status, CallDesk desk) {
        boolean ours = status == 401 || status == 403 || status == 404;
        set(ours ? State.SETTINGS : State.FAULT, "the gateway says HTTP " + status, desk);
    }

    void failed(QrCall.Progress.Failed failure, boolean sent, CallDesk desk) {
        State silent = sent ? State.NO_ANSWER : State.NOT_CONNECTED;
        set(failure.garbled() ? State.GARBLED : silent, failure.why(), desk);
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
