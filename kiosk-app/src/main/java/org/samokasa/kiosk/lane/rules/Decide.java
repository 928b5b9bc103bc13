package org.samokasa.kiosk.lane.rules;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.kiosk.lane.Decision;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.LaneShop;
import org.samokasa.kiosk.lane.MachineTests.Outcome;
import org.samokasa.kiosk.lane.MachineTests.Result;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.command.ClockCommand;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.LaneCommand;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.command.PaymentCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.command.StaffCommand;

/**
 * What a lane does when it is told something: first the rule for the command, then the standing rules, which look at the
 * outcome and at the time, until nothing more follows.
 */
public final class Decide {
    /** Standing rules settle in two or three rounds; more means that two of them quarrel, which is a defect. */
    private static final int ROUNDS_MAX = 16;

    private Decide() {}

    /**
     * @param shop what things are looked up in
     * @param now not earlier than in the call before
     */
    public static Decision decide(LaneShop shop, Lane lane, Readings readings, LaneCommand command, Instant now) {
        Deciding d = new Deciding(shop, lane, readings, now);
        if (command instanceof ShopperCommand shopper) {
            byShopper(d, shopper);
        } else if (command instanceof StaffCommand staff) {
            byStaff(d, staff);
        } else if (command instanceof MachineCommand machine) {
            byMachine(d, machine);
        } else if (command instanceof PaymentCommand payment) {
            byTerminal(d, payment);
        } else if (command instanceof HubCommand.Confirmed confirmed) {
            HubRules.confirmed(d, confirmed.position());
        } else if (command instanceof HubCommand.Ordered ordered) {
            HubRules.ordered(d, ordered);
        } else if (command instanceof ClockCommand.Recovered) {
            StaffRules.leave(d, "the lane was started again");
            PayingRules.recovered(d);
            ReceiptRules.recovered(d);
        }
        standing(d);
        return d.done();
    }

    private static void standing(Deciding d) {
        int before = -1;
        for (int round = 0; before != d.eventCount(); round++) {
            if (round == ROUNDS_MAX) {
                throw new IllegalStateException(
                        "the standing rules do not settle: " + d.done().events());
            }
            before = d.eventCount();
            SellingRules.weigh(d);
            BaggingRules.check(d);
            ProblemRules.clear(d);
            PayingRules.keepUp(d);
            ReceiptRules.keepUp(d);
            ServiceRules.keepUp(d);
            OrderRules.keepUp(d);
            StaffRules.keepUp(d);
            TestRules.keepUp(d);
            CallRules.keepUp(d);
            FrictionRules.keepUp(d);
        }
    }

    private static void byShopper(Deciding d, ShopperCommand command) {
        if (!(command instanceof ShopperCommand.Touched)) {
            d.learn(readings -> readings.touched(d.now()).payWished(false));
        }
        if (command instanceof ShopperCommand.Touched) {
            ServiceRules.touched(d);
        } else if (command instanceof ShopperCommand.StartShopping) {
            SellingRules.startShopping(d);
        } else if (command instanceof ShopperCommand.ChooseLanguage choose) {
            ServiceRules.choose(d, choose.language());
        } else if (command instanceof ShopperCommand.PickArticle pick) {
            SellingRules.pick(d, pick.item());
        } else if (command instanceof ShopperCommand.LeaveWeighing) {
            SellingRules.leaveWeighing(d);
        } else if (command instanceof ShopperCommand.RemoveLine remove) {
            SellingRules.remove(d, remove.line());
        } else if (command instanceof ShopperCommand.SetAside aside) {
            ProblemRules.setAside(d, aside.problem());
        } else if (!byHelped(d, command)) {
            byPayer(d, command);
        }
    }

    private static boolean byHelped(Deciding d, ShopperCommand command) {
        if (command instanceof ShopperCommand.CallHelp call) {
            CallRules.callByShopper(d, call.cards());
        } else if (command instanceof ShopperCommand.CancelHelp) {
            CallRules.cancelByShopper(d);
        } else if (command instanceof ShopperCommand.LookAtHelp look) {
            SelfHelpRules.shown(d, look.cards());
        } else if (command instanceof ShopperCommand.OpenSelfHelp open) {
            SelfHelpRules.opened(d, open.topic());
        } else if (command instanceof ShopperCommand.SolveAlone alone) {
            SelfHelpRules.solved(d, alone.topic());
        } else if (command instanceof ShopperCommand.TakeOffer take) {
            FrictionRules.take(d, take.cards());
        } else if (command instanceof ShopperCommand.DeclineOffer) {
            FrictionRules.decline(d);
        } else if (command instanceof ShopperCommand.ReadNote) {
            NoteRules.read(d);
        } else if (command instanceof ShopperCommand.AnswerHelp answer) {
            HelpedRules.answer(d, answer.solved());
        } else if (command instanceof ShopperCommand.RateHelp rate) {
            HelpedRules.rate(d, rate.faces(), rate.reasons());
        } else {
            return false;
        }
        return true;
    }

    private static void byPayer(Deciding d, ShopperCommand command) {
        if (command instanceof ShopperCommand.Pay) {
            PayingRules.pay(d);
        } else if (command instanceof ShopperCommand.CancelPayment) {
            PayingRules.cancel(d);
        } else if (command instanceof ShopperCommand.BackToBasket) {
            PayingRules.backToBasket(d);
        } else if (command instanceof ShopperCommand.AnswerReceipt answer) {
            ReceiptRules.answer(d, answer.wanted());
        } else {
            throw new AssertionError("no rule for " + command);
        }
    }

    private static void byStaff(Deciding d, StaffCommand command) {
        d.learn(readings -> readings.touched(d.now()));
        if (command instanceof StaffCommand.PinCompared pin) {
            StaffRules.pinCompared(d, pin.right());
        } else if (command instanceof StaffCommand.TestMachine test) {
            TestRules.atTheLane(d, test.machine(), test.kind());
        } else {
            StaffRules.leave(d, "signed out");
        }
    }

    private static void byMachine(Deciding d, MachineCommand command) {
        if (command instanceof MachineCommand.Scanned scanned) {
            d.learn(readings -> readings.payWished(false));
            if (!TestRules.takesScan(d, Result.of(Outcome.PASSED, scanned.text()))) {
                SellingRules.scanned(d, scanned.text());
                FrictionRules.noteRefusedScan(d);
            }
        } else if (command instanceof MachineCommand.ScanUnreadable unreadable) {
            if (!TestRules.takesScan(d, Result.of(Outcome.FAILED, unreadable.reason()))) {
                SellingRules.unreadable(d, unreadable.reason());
                FrictionRules.noteRefusedScan(d);
            }
        } else if (command instanceof MachineCommand.TestFinished finished) {
            TestRules.finished(d, finished.run(), finished.result());
        } else if (command instanceof MachineCommand.ProduceScaleRead read) {
            d.learn(readings -> readings.produce(read.load(), d.now()));
        } else if (command instanceof MachineCommand.BagScaleRead read) {
            BaggingRules.read(d, read.load());
        } else if (command instanceof MachineCommand.MachineChanged changed) {
            d.learn(readings -> readings.machine(changed.state()));
            BaggingRules.lookAt(d, changed.state());
        } else if (command instanceof MachineCommand.PaperDone done) {
            ReceiptRules.printed(d, done.job());
        } else if (command instanceof MachineCommand.PaperFailed failed) {
            ReceiptRules.failed(d, failed.job(), failed.why());
        } else {
            throw new AssertionError("no rule for " + command);
        }
    }

    private static void byTerminal(Deciding d, PaymentCommand command) {
        if (command instanceof PaymentCommand.TerminalReady ready) {
            d.learn(readings -> readings.lastCard(ready.last()));
        } else if (command instanceof PaymentCommand.TerminalPrompted prompted) {
            d.learn(readings -> readings.prompt(Optional.of(prompted.prompt())));
        } else if (command instanceof PaymentCommand.CodeShown code) {
            PayingRules.codeShown(d, code);
        } else if (command instanceof PaymentCommand.MoneyWentBack back) {
            PayingRules.wentBack(d, back);
        } else if (command instanceof PaymentCommand.PaymentApprovedByTerminal approved) {
            PayingRules.approved(d, approved);
        } else if (command instanceof PaymentCommand.PaymentRefusedByTerminal refused) {
            PayingRules.refused(d, refused);
        } else if (command instanceof PaymentCommand.SlipFromTerminal slip) {
            PayingRules.slip(d, slip);
        } else if (command instanceof PaymentCommand.TerminalDone done) {
            PayingRules.done(d, done.attempt());
        } else if (command instanceof PaymentCommand.PaymentLost lost) {
            PayingRules.lost(d, lost);
        } else {
            byEnquiry(d, command);
        }
    }

    private static void byEnquiry(Deciding d, PaymentCommand command) {
        if (command instanceof PaymentCommand.FoundPaid paid) {
            PayingRules.foundPaid(d, paid);
        } else if (command instanceof PaymentCommand.FoundNotPaid notPaid) {
            PayingRules.foundNotPaid(d, notPaid);
        } else if (command instanceof PaymentCommand.FoundNothing nothing) {
            PayingRules.foundNothing(d, nothing);
        } else if (command instanceof PaymentCommand.ReversalEnded ended) {
            PayingRules.reversalEnded(d, ended);
        } else {
            throw new AssertionError("no rule for " + command);
        }
    }
}
