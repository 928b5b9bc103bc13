package org.samokasa.driver.javapos;

import jpos.BaseControl;
import jpos.CAT;
import jpos.ElectronicValueRW;
import jpos.JposException;
import jpos.events.StatusUpdateListener;

/**
 * What takes money in JavaPOS: a CAT for cards, or an ElectronicValueRW for prepaid value and points, which since version
 * 1.15 has the calls of a CAT. The standard gives the two no type in common, so here are their calls one by one; sequence
 * number, transaction number, slip, company and approval are those of the last answer.
 *
 * @param prepare what to set between claim and use
 */
record PosPayments(
        BaseControl control,
        Status status,
        PosLink.Call prepare,
        Authorization sales,
        Authorization voids,
        Reading<Integer> sequence,
        Reading<String> transaction,
        Reading<String> slip,
        Reading<String> company,
        Reading<String> approval) {
    /** Where one listens to its status. */
    interface Status {
        void add(StatusUpdateListener listener);
    }

    /** A sale or its undoing; amounts have four decimals. */
    interface Authorization {
        void authorize(int sequence, long units, long taxOthers, int millis) throws JposException;
    }

    /** A property. */
    interface Reading<T> {
        T read() throws JposException;
    }

    /** A card terminal. */
    static PosPayments card(CAT control) {
        return new PosPayments(
                control,
                control::addStatusUpdateListener,
                () -> PosLink.quietly(() -> control.setAsyncMode(false)),
                control::authorizeSales,
                control::authorizeVoid,
                control::getSequenceNumber,
                control::getTransactionNumber,
                control::getSlipNumber,
                control::getCardCompanyID,
                control::getApprovalCode);
    }

    /**
     * A reader of electronic value.
     *
     * @param service which of the reader's kinds of value is taken; empty for the one it starts with
     */
    static PosPayments value(ElectronicValueRW control, String service) {
        return new PosPayments(
                control,
                control::addStatusUpdateListener,
                () -> {
                    PosLink.quietly(() -> control.setAsyncMode(false));
                    if (!service.isEmpty()) {
                        control.setCurrentService(service);
                    }
                },
                control::authorizeSales,
                control::authorizeVoid,
                control::getSequenceNumber,
                control::getTransactionNumber,
                control::getSlipNumber,
                control::getCardCompanyID,
                control::getApprovalCode);
    }
}
