package org.samokasa.kiosk.lane.rules;

import org.samokasa.kiosk.lane.Effect;
import org.samokasa.kiosk.lane.Effect.Sound;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Refusal;
import org.samokasa.kiosk.lane.Sale.ReceiptState;
import org.samokasa.kiosk.lane.event.ReceiptEvent.ReceiptDeclined;
import org.samokasa.kiosk.lane.event.ReceiptEvent.ReceiptFailed;
import org.samokasa.kiosk.lane.event.ReceiptEvent.ReceiptPrinted;
import org.samokasa.kiosk.lane.event.ReceiptEvent.ReceiptWanted;
import org.samokasa.kiosk.lane.event.ServiceEvent.SaleFinished;

/** The question after paying, the paper, and the end of the visit. */
public final class ReceiptRules {
    private ReceiptRules() {}

    public static void answer(Deciding d, boolean wanted) {
        if (d.lane().phase() != Phase.RECEIPT || d.sale().receipt() != ReceiptState.NOT_ASKED) {
            d.refuse(Refusal.NOTHING_TO_DO, "receipt");
        } else if (wanted) {
            print(d, false);
        } else {
            d.record(new ReceiptDeclined(d.now()));
        }
    }

    public static void printed(Deciding d, String job) {
        if (isOurs(d, job)) {
            d.record(new ReceiptPrinted(d.now()));
        }
    }

    /** The receipt stays with the shop; a paid sale is never taken back because of paper. */
    public static void failed(Deciding d, String job, String why) {
        if (isOurs(d, job)) {
            d.record(new ReceiptFailed(d.now(), why));
            d.play(Sound.NOTICE);
        }
    }

    static void keepUp(Deciding d) {
        if (d.lane().phase() != Phase.RECEIPT) {
            return;
        }
        switch (d.sale().receipt()) {
            case NOT_ASKED -> {
                if (mustPrint(d) || d.passed(d.lane().phaseSince(), d.policy().receiptDefault())) {
                    print(d, false);
                }
            }
            case PRINTING -> {
                if (d.passed(d.lane().lastSeen(), d.policy().printerWait())) {
                    d.record(new ReceiptFailed(d.now(), "the printer did not confirm"));
                }
            }
            case PRINTED, DECLINED, FAILED ->
                d.record(new SaleFinished(d.now(), d.sale().number()));
        }
    }

    /** After a restart: what was being printed may be on paper, so it comes again as a copy. */
    static void recovered(Deciding d) {
        if (d.lane().phase() == Phase.RECEIPT && d.sale().receipt() == ReceiptState.PRINTING) {
            print(d, true);
        }
    }

    private static void print(Deciding d, boolean copy) {
        d.record(new ReceiptWanted(d.now(), copy));
        d.then(new Effect.PrintReceipt(job(d), copy));
    }

    /** The terminal says that the cardholder must have the slip (ZVT tag 1F37, bit 80): then nobody is asked for nothing. */
    private static boolean mustPrint(Deciding d) {
        return d.sale().payment().stream()
                .flatMap(payment -> payment.slips().stream())
                .anyMatch(slip -> slip.mustPrint());
    }

    private static boolean isOurs(Deciding d, String job) {
        return d.lane().phase() == Phase.RECEIPT && d.sale().receipt() == ReceiptState.PRINTING && job(d).equals(job);
    }

    private static String job(Deciding d) {
        return "receipt-" + d.lane().number() + "-" + d.sale().number();
    }
}
