package org.samokasa.kiosk.lane;

import java.util.Optional;
import org.samokasa.kiosk.domain.money.Money;
import org.samokasa.kiosk.lane.CardPayment.CardTransaction;

/** Something to do outside, once the facts decided with it are on disk. */
public sealed interface Effect {
    record Pay(String attempt, Money amount) implements Effect {}

    record AcceptResult(String attempt) implements Effect {}

    record RefuseResult(String attempt) implements Effect {}

    record CancelPayment(String attempt) implements Effect {}

    record Enquire(String attempt, Money amount, Optional<CardTransaction> before) implements Effect {}

    record Reverse(String attempt, String receiptNumber, Money amount) implements Effect {}

    /** Print the receipt of the sale; {@code copy} heads it as a copy. */
    record PrintReceipt(String job, boolean copy) implements Effect {}

    /** Ends in {@code MachineCommand.TestFinished}, or the lane gives it up. */
    record RunTest(String run, String machine, TestKind kind) implements Effect {
        /** Begins the name of each run, so that nobody takes its page for a receipt. */
        public static final String PREFIX = "test-";
    }

    record Play(Sound sound) implements Effect {}

    enum Sound {
        SCANNED,
        REFUSED,
        NOTICE,
        APPROVED
    }
}
