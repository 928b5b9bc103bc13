package org.samokasa.kiosk.hardware;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.Device;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.MachineTest;
import org.samokasa.devices.PrinterEvent;
import org.samokasa.devices.ReceiptPrinter;
import org.samokasa.devices.ReceiptPrinter.PrintJob;
import org.samokasa.devices.Scale;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.Scanner;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.kiosk.hardware.EffectRunner.Door;
import org.samokasa.kiosk.lane.Effect;
import org.samokasa.kiosk.lane.MachineBook;
import org.samokasa.kiosk.lane.MachineTests.Outcome;
import org.samokasa.kiosk.lane.MachineTests.Result;
import org.samokasa.kiosk.lane.TestKind;
import org.samokasa.kiosk.lane.WireLine;
import org.samokasa.kiosk.lane.command.MachineCommand.TestFinished;

/**
 * Has a machine do what a technician asked for. Each test runs on the thread of its machine, so neither the lane nor its
 * screen waits for it; the lane gives up what does not end.
 */
public final class TestBench {
    /** Bytes of this many entries fit on a page. */
    private static final int WIRE_LINES = 12;

    private final Function<String, Door<Device>> doors;
    private final Door<ReceiptPrinter> printer;
    private final TestPage page;
    private final MachineBook book;
    private final Consumer<TestFinished> lane;
    private final AtomicReference<Weighed> weighing = new AtomicReference<>(new Weighed("", ""));

    /** A weighing that is waited for. */
    private record Weighed(String run, String machine) {}

    /**
     * @param doors by the machine's name
     * @param printer for what a terminal wants on paper
     * @param lane is called on the machines' threads and may wait
     */
    public TestBench(
            Function<String, Door<Device>> doors,
            Door<ReceiptPrinter> printer,
            TestPage page,
            MachineBook book,
            Consumer<TestFinished> lane) {
        this.doors = doors;
        this.printer = printer;
        this.page = page;
        this.book = book;
        this.lane = lane;
    }

    /** What a driver offers, and the machine's wire, which is there to see whatever the driver does. */
    public static List<TestKind> offeredBy(Device device) {
        return Stream.of(TestKind.values())
                .filter(kind -> kind == TestKind.WIRE || device.tests().contains(MachineTest.valueOf(kind.name())))
                .toList();
    }

    /** Begins; a machine that is not there never ends it, the lane does. */
    public void run(Effect.RunTest test) {
        doors.apply(test.machine()).tell(device -> start(test, device));
    }

    private void start(Effect.RunTest test, Device device) {
        if (test.kind() == TestKind.WIRE) {
            List<String> lines = book.wire(test.machine()).stream()
                    .limit(WIRE_LINES)
                    .map(TestBench::line)
                    .toList();
            String none = lines.isEmpty() ? "nothing has passed, or the wire is not ours" : "";
            lane.accept(new TestFinished(test.run(), new Result(Outcome.PASSED, none, lines)));
        } else if (!device.tests().contains(MachineTest.valueOf(test.kind().name()))) {
            end(test.run(), Outcome.REFUSED, "not offered by this machine");
        } else if (device instanceof Scanner scanner) {
            scanner.signal(Scanner.Signal.TAKEN);
            end(test.run(), Outcome.LOOK, "");
        } else if (device instanceof Scale scale) {
            weighing.set(new Weighed(test.run(), test.machine()));
            scale.watch(true);
        } else if (device instanceof ReceiptPrinter machine) {
            machine.print(new PrintJob(test.run(), page.lines(book.sheet(test.machine()), machine.columns())));
        } else if (device instanceof CardTerminal terminal) {
            terminal.test(test.run(), MachineTest.valueOf(test.kind().name()));
        }
    }

    /** Hears what a machine told before the lane does. True when that concerns a test alone. */
    public boolean hears(DeviceEvent event) {
        if (event instanceof ScaleEvent.Weighed weighed) {
            weighed(weighed);
            return false;
        }
        if (event instanceof TerminalEvent.Tested tested
                && !tested.report().slip().isEmpty()) {
            PrintJob slip = new PrintJob(tested.run(), page.slip(tested.report().slip()));
            printer.tell(machine -> machine.print(slip));
            return false;
        }
        return event instanceof PrinterEvent paper && printed(paper);
    }

    private void weighed(ScaleEvent.Weighed event) {
        Weighed waiting = weighing.get();
        // A load in motion is no answer yet: the technician lets go of it, or the lane gives up.
        boolean answers =
                waiting.machine().equals(event.device().value()) && !(event.weighing() instanceof Weighing.Moving);
        if (answers && weighing.compareAndSet(waiting, new Weighed("", ""))) {
            lane.accept(new TestFinished(waiting.run(), result(event.weighing())));
        }
    }

    private static Result result(Weighing weighing) {
        if (weighing instanceof Weighing.Stable stable) {
            return Result.of(Outcome.PASSED, stable.grams() + " g, at rest");
        }
        if (weighing instanceof Weighing.Impossible impossible) {
            return Result.of(
                    Outcome.FAILED,
                    impossible.why().cause() + " " + impossible.why().detail());
        }
        if (weighing instanceof Weighing.BelowZero) {
            return Result.of(Outcome.FAILED, "below zero");
        }
        boolean over = weighing instanceof Weighing.Overload;
        return Result.of(Outcome.FAILED, over ? "overload" : "below the least load that may be sold");
    }

    private boolean printed(PrinterEvent event) {
        Optional<TestFinished> end = Optional.empty();
        if (event instanceof PrinterEvent.Printed printed) {
            end = ended(printed.job(), Outcome.PASSED, "");
        } else if (event instanceof PrinterEvent.NotPrinted not) {
            end = ended(
                    not.job(),
                    Outcome.FAILED,
                    not.why().cause() + " " + not.why().detail());
        } else if (event instanceof PrinterEvent.PrintInDoubt doubt) {
            end = ended(doubt.job(), Outcome.FAILED, doubt.why());
        }
        end.ifPresent(lane);
        return end.isPresent();
    }

    /** A terminal's slip goes under the name of its run, too; by then that test has ended and the lane does not care. */
    private static Optional<TestFinished> ended(String job, Outcome outcome, String detail) {
        return job.startsWith(Effect.RunTest.PREFIX)
                ? Optional.of(new TestFinished(job, Result.of(outcome, detail)))
                : Optional.empty();
    }

    private void end(String run, Outcome outcome, String detail) {
        lane.accept(new TestFinished(run, Result.of(outcome, detail)));
    }

    private static String line(WireLine wire) {
        String shown = wire.hex().isEmpty() ? wire.size() + " bytes" : wire.hex() + "  " + wire.text();
        String meaning = wire.meaning().isEmpty() ? "" : "  (" + wire.meaning() + ")";
        return wire.at().truncatedTo(ChronoUnit.MILLIS) + (wire.sent() ? " > " : " < ") + shown + meaning;
    }
}
