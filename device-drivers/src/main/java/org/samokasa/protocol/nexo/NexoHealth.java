package org.samokasa.protocol.nexo;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.samokasa.json.JsonTree;
import org.samokasa.protocol.payment.CallDesk;
import org.samokasa.protocol.payment.PaymentNotice;
import org.samokasa.protocol.payment.PaymentNotice.State;

/** How the terminal is, told when it changes (section 5.6). */
final class NexoHealth {
    private PaymentNotice.Condition told;
    private boolean readyTold;
    private Instant askAt = Instant.EPOCH;
    /** Who asked for a diagnosis with the host; null when nobody did. */
    private String run;
    /** The question under way is the one they asked for, not an earlier one of our own. */
    private boolean asked;

    /** When the terminal should be asked how it is. */
    Instant askAt() {
        return askAt;
    }

    void askAt(Instant at) {
        askAt = at;
    }

    boolean isWanted() {
        return run != null;
    }

    void want(String byRun, Instant now) {
        run = byRun;
        askAt = now;
    }

    /** Section 5.6: the host is only looked for when somebody wants to know. */
    Map<String, Object> request() {
        asked = isWanted();
        return NexoRequests.diagnosis(asked);
    }

    /** No answer came, or none that says anything. */
    void unanswered(String why, CallDesk desk) {
        endRun(false, why, desk);
    }

    private void endRun(boolean passed, String detail, CallDesk desk) {
        if (run != null && asked) {
            desk.tell(new PaymentNotice.Diagnosed(run, passed, detail));
            run = null;
            asked = false;
        }
    }

    /** Empty when all hosts it names can be reached, or it names none. */
    private static String hostTrouble(JsonTree body) {
        return body.at("HostStatus").items().stream().allMatch(host -> isFine(host, "IsReachableFlag"))
                ? ""
                : "the host cannot be reached";
    }

    boolean isReady() {
        return told != null && (told.state() == State.READY || told.state() == State.WARNING);
    }

    /** Why it is not ready; empty when it is. */
    Optional<String> objection() {
        return isReady() ? Optional.empty() : Optional.of(told == null ? "not connected" : told.detail());
    }

    void diagnosed(JsonTree body, CallDesk desk) {
        judge(body, desk);
        String trouble = isReady() ? hostTrouble(body) : told.state() + " " + told.detail();
        endRun(trouble.isEmpty(), trouble.strip(), desk);
    }

    private void judge(JsonTree body, CallDesk desk) {
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
