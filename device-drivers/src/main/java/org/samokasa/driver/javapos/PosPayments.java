package org.samokasa.driver.javapos;

import jpos.BaseControl;
import jpos.CAT;
import jpos.ElectronicValueRW;
import jpos.JposException;
import jpos.events.StatusUpdateListener;

/**
 * What takes money in JavaPOS: a CAT for cards, or an ElectronicValueRW for prepaid value and points, which since version
 * 1.15 has the calls of a CAT. The standard gives the two no type in common.
 */
interface PosPayments {
    BaseControl control();

    void listen(StatusUpdateListener listener);

    /** What to set between claim and use. */
    void prepare() throws JposException;

    void authorizeSales(int sequence, long units, int millis) throws JposException;

    void authorizeVoid(int sequence, long units, int millis) throws JposException;

    /** Of the last answer. */
    int sequence() throws JposException;

    String transaction() throws JposException;

    String slip() throws JposException;

    String company() throws JposException;

    String approval() throws JposException;

    /** A card terminal. */
    record Card(CAT control) implements PosPayments {
        @Override
        public void listen(StatusUpdateListener listener) {
            control.addStatusUpdateListener(listener);
        }

        @Override
        public void prepare() {
            PosLink.quietly(() -> control.setAsyncMode(false));
        }

        @Override
        public void authorizeSales(int sequence, long units, int millis) throws JposException {
            control.authorizeSales(sequence, units, 0, millis);
        }

        @Override
        public void authorizeVoid(int sequence, long units, int millis) throws JposException {
            control.authorizeVoid(sequence, units, 0, millis);
        }

        @Override
        public int sequence() throws JposException {
            return control.getSequenceNumber();
        }

        @Override
        public String transaction() throws JposException {
            return control.getTransactionNumber();
        }

        @Override
        public String slip() throws JposException {
            return control.getSlipNumber();
        }

        @Override
        public String company() throws JposException {
            return control.getCardCompanyID();
        }

        @Override
        public String approval() throws JposException {
            return control.getApprovalCode();
        }
    }

    /**
     * A reader of electronic value.
     *
     * @param service which of the reader's kinds of value is taken; empty for the one it starts with
     */
    record Value(ElectronicValueRW control, String service) implements PosPayments {
        @Override
        public void listen(StatusUpdateListener listener) {
            control.addStatusUpdateListener(listener);
        }

        @Override
        public void prepare() throws JposException {
            PosLink.quietly(() -> control.setAsyncMode(false));
            if (!service.isEmpty()) {
                control.setCurrentService(service);
            }
        }

        @Override
        public void authorizeSales(int sequence, long units, int millis) throws JposException {
            control.authorizeSales(sequence, units, 0, millis);
        }

        @Override
        public void authorizeVoid(int sequence, long units, int millis) throws JposException {
            control.authorizeVoid(sequence, units, 0, millis);
        }

        @Override
        public int sequence() throws JposException {
            return control.getSequenceNumber();
        }

        @Override
        public String transaction() throws JposException {
            return control.getTransactionNumber();
        }

        @Override
        public String slip() throws JposException {
            return control.getSlipNumber();
        }

        @Override
        public String company() throws JposException {
            return control.getCardCompanyID();
        }

        @Override
        public String approval() throws JposException {
            return control.getApprovalCode();
        }
    }
}
