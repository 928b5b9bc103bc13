package org.samokasa.kiosk.lane.event;

import java.time.Instant;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.Sale.ReceiptState;

/** What became of the paper. */
public sealed interface ReceiptEvent extends LaneEvent {
    record ReceiptWanted(Instant at, boolean copy) implements ReceiptEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.receipt(ReceiptState.PRINTING)).seen(at);
        }
    }

    record ReceiptDeclined(Instant at) implements ReceiptEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.receipt(ReceiptState.DECLINED)).seen(at);
        }
    }

    record ReceiptPrinted(Instant at) implements ReceiptEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.receipt(ReceiptState.PRINTED));
        }
    }

    record ReceiptFailed(Instant at, String why) implements ReceiptEvent {
        @Override
        public Lane applyTo(Lane lane) {
            return lane.sale(sale -> sale.receipt(ReceiptState.FAILED));
        }
    }
}
