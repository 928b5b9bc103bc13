package org.samokasa.kiosk.network;

import java.util.Objects;
import java.util.Optional;
import org.samokasa.kiosk.help.HelpCall;
import org.samokasa.kiosk.help.HelpRating;
import org.samokasa.kiosk.help.SelfHelpUse;
import org.samokasa.kiosk.store.Sale;
import org.samokasa.kiosk.store.SuspendedSale;

/** What a lane tells the hub and keeps until the hub has it. */
public sealed interface LaneMessage {
    /** Somebody is needed; said again with the same request id, the call is brought up to date. */
    record HelpRaised(HelpCall call) implements LaneMessage {
        public HelpRaised {
            Objects.requireNonNull(call);
        }
    }

    /**
     * Nobody is needed any more.
     *
     * @param selfHelp topic of the card with which the shopper solved it alone
     */
    record HelpWithdrawn(String requestId, Withdrawal how, Optional<String> selfHelp) implements LaneMessage {
        public HelpWithdrawn {
            Objects.requireNonNull(how);
            selfHelp.ifPresent(SelfHelpUse::checkTopic);
        }
    }

    /** One problem of a request is gone, however that came about. */
    record ProblemSettled(String requestId, String problemId) implements LaneMessage {}

    /** What the shopper says of the help they had. */
    record HelpRated(String requestId, HelpRating rating) implements LaneMessage {
        public HelpRated {
            Objects.requireNonNull(rating);
        }
    }

    /** A sale is paid and over. */
    record SaleCompleted(Sale sale) implements LaneMessage {
        public SaleCompleted {
            Objects.requireNonNull(sale);
        }
    }

    /** Staff put a basket aside; whoever has this is the only one who has it. */
    record SaleSuspended(SuspendedSale sale) implements LaneMessage {
        public SaleSuspended {
            Objects.requireNonNull(sale);
        }
    }

    /** A basket that was put aside goes on at this lane. */
    record SaleRecalled(String suspension) implements LaneMessage {}

    /** A basket that was sent to this lane could not go on there: somebody shops, the lane is shut or its scale has not spoken. */
    record RecallRefused(String suspension) implements LaneMessage {}

    /** Why nobody is needed any more. */
    enum Withdrawal {
        CANCELLED_BY_SHOPPER,
        AUTO_CLEARED,
        /** The shopper has left. */
        ABANDONED
    }
}
