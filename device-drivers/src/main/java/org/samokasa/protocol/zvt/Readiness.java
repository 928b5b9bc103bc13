package org.samokasa.protocol.zvt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** From an open line to a terminal that can take a payment, and back when it cannot (sections 7.1, 9.3 and 11.1). */
final class Readiness {
    /** Initialisation and diagnosis dial up; a terminal that still asks after this many needs a human. */
    private static final int CURES_MAX = 2;

    private final Knowledge knowledge;
    private final Deque<Task> plan = new ArrayDeque<>();
    private boolean ready;
    /** Registration was sent and nothing has gone wrong with the line since. */
    private boolean underWay;

    private Notice.Condition told;
    private Optional<ZvtTransaction> toldLast = Optional.empty();
    private Instant retryAt;
    private boolean retryByRegistering;
    private Instant quietSince;
    private int cures;

    Readiness(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    boolean isReady() {
        return ready;
    }

    /** Why it is not ready; empty while nothing was found out yet. */
    String detail() {
        return told == null ? "not connected" : told.detail();
    }

    /** The line is open. */
    void opened(Desk desk) {
        boolean hangsUpAfterEachCommand = !knowledge.options.keepOpen();
        if (hangsUpAfterEachCommand && underWay) {
            return;
        }
        begin();
    }

    /**
     * The line is gone.
     *
     * @param wasIdle true when no command was running: all is well with a terminal that hangs up after each
     */
    void lost(Notice.State state, String why, boolean wasIdle, Desk desk) {
        if (wasIdle && state == Notice.State.NOT_CONNECTED && !knowledge.options.keepOpen()) {
            return;
        }
        ready = false;
        underWay = false;
        plan.clear();
        retryAt = null;
        tell(state, why, desk);
    }

    /** Registered; the terminal may ask for more before it works. */
    void registered(boolean initialise, boolean diagnose) {
        if (diagnose) {
            plan.addFirst(HealTask.diagnosis());
        }
        if (initialise) {
            plan.addFirst(HealTask.initialisation(knowledge));
        }
    }

    void status(TerminalStatus status, Desk desk) {
        switch (status.remedy()) {
            case NONE -> cures = 0;
            case INITIALISE -> cure(HealTask.initialisation(knowledge), status, desk);
            case DIAGNOSE -> cure(HealTask.diagnosis(), status, desk);
            case WAIT -> problem(Notice.State.BUSY, status.meaning(), ZvtTimes.STATUS_PAUSE, false, desk);
            case END_OF_DAY, SERVICE ->
                problem(Notice.State.FAULT, status.meaning(), ZvtTimes.FAULT_PAUSE, false, desk);
        }
    }

    /** It cannot work now; ask again after a pause. */
    void problem(Notice.State state, String detail, Duration pause, boolean register, Desk desk) {
        ready = false;
        plan.clear();
        retryAt = desk.now().plus(pause);
        retryByRegistering = register;
        tell(state, detail, desk);
    }

    /** Something ended badly: see how the terminal is and what its last transaction is now. */
    void recheck() {
        planStatus();
        planLastTransaction();
    }

    /** A command has ended: the minute of quiet begins anew. */
    void quietFrom(Instant now) {
        quietSince = now;
    }

    /** The next thing to do before any payment; empty when there is none. */
    Optional<Task> next(Desk desk) {
        if (retryAt != null && !retryAt.isAfter(desk.now())) {
            retryAt = null;
            if (retryByRegistering) {
                begin();
            } else {
                recheck();
            }
        }
        if (ready
                && plan.isEmpty()
                && keepAliveDue().filter(at -> !at.isAfter(desk.now())).isPresent()) {
            planStatus();
        }
        if (plan.isEmpty() && retryAt == null) {
            becomeReady(desk);
        }
        return Optional.ofNullable(plan.poll());
    }

    Optional<Instant> nextDue() {
        return retryAt != null ? Optional.of(retryAt) : keepAliveDue();
    }

    private Optional<Instant> keepAliveDue() {
        boolean silent = !ready || quietSince == null || knowledge.lacksStatusEnquiry;
        return silent ? Optional.empty() : Optional.of(quietSince.plus(ZvtTimes.KEEP_ALIVE));
    }

    private void begin() {
        plan.clear();
        retryAt = null;
        cures = 0;
        ready = false;
        underWay = true;
        plan.add(new RegistrationTask(knowledge, this));
        planStatus();
        planLastTransaction();
    }

    private void planStatus() {
        if (!knowledge.lacksStatusEnquiry) {
            plan.add(new StatusTask(knowledge, this));
        }
    }

    private void planLastTransaction() {
        if (!knowledge.lacksRepeatReceipt) {
            plan.add(new LastTransactionTask(knowledge));
        }
    }

    private void cure(Task remedy, TerminalStatus status, Desk desk) {
        if (cures >= CURES_MAX) {
            cures = 0;
            problem(Notice.State.FAULT, status.meaning(), ZvtTimes.FAULT_PAUSE, false, desk);
            return;
        }
        cures++;
        ready = false;
        tell(Notice.State.BUSY, status.meaning(), desk);
        plan.addFirst(new StatusTask(knowledge, this));
        plan.addFirst(remedy);
    }

    private void becomeReady(Desk desk) {
        boolean news = !ready || !toldLast.equals(knowledge.last);
        ready = true;
        tell(Notice.State.READY, "", desk);
        if (news) {
            toldLast = knowledge.last;
            desk.tell(new Notice.Ready(knowledge.last));
        }
        if (quietSince == null) {
            quietSince = desk.now();
        }
    }

    private void tell(Notice.State state, String detail, Desk desk) {
        Notice.Condition condition = new Notice.Condition(state, detail);
        if (!condition.equals(told)) {
            told = condition;
            desk.tell(condition);
        }
    }
}
