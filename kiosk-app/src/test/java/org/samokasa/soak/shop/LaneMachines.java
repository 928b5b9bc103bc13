package org.samokasa.soak.shop;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.protocol.scannertext.ScannerTextSettings;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.printer.PrinterMachine;
import org.samokasa.sim.device.printer.PrinterOperator;
import org.samokasa.sim.device.scale.LoadCell;
import org.samokasa.sim.device.scale.ScaleMachine;
import org.samokasa.sim.device.scale.ScaleOperator;
import org.samokasa.sim.device.scanner.ScannerMachine;
import org.samokasa.sim.device.scanner.ScannerOperator;
import org.samokasa.soak.world.World;

/** The virtual machines of one lane. They have power of their own and outlive the lane's. */
public final class LaneMachines {
    private static final int NOISE_MILLIGRAMS = 300;
    private static final int CAPACITY_GRAMS = 15_000;
    private static final int COLUMNS = 48;

    private final ScannerMachine scanner = new ScannerMachine(Readings.SCANNER, ScannerTextSettings.USUAL, true);
    private final PrinterMachine printer = new PrinterMachine(Readings.PRINTER, COLUMNS);
    private final PayPoint payPoint;
    private final Platter produce;
    private final Platter bag;
    private final List<MachineUnit> units;
    private final Consumer<String> touched;

    LaneMachines(World world, PayPoint payPoint, long seed, Consumer<String> touched) {
        this.touched = touched;
        this.payPoint = payPoint;
        ScaleMachine produceScale = scale(Readings.PRODUCE_SCALE, seed + 1);
        ScaleMachine baggingScale = scale(Readings.BAGGING_SCALE, seed + 2);
        produce = new Platter(world, produceScale, () -> touched.accept(Readings.PRODUCE_SCALE));
        bag = new Platter(world, baggingScale, () -> touched.accept(Readings.BAGGING_SCALE));
        units = List.of(
                MachineUnit.of("scanner", scanner, new ScannerOperator(scanner, code -> code)),
                MachineUnit.of("scale", produceScale, new ScaleOperator(produceScale)),
                MachineUnit.of("scale", baggingScale, new ScaleOperator(baggingScale)),
                payPoint.unit(),
                MachineUnit.of("printer", printer, new PrinterOperator(printer)));
    }

    private static ScaleMachine scale(String name, long seed) {
        return new ScaleMachine(name, new LoadCell(NOISE_MILLIGRAMS, new SplittableRandom(seed)), 1, CAPACITY_GRAMS);
    }

    List<MachineUnit> units() {
        return units;
    }

    /** Holds a code under the beam; false when the reader is dead, and does not beep. */
    public boolean scan(String code) {
        boolean read = scanner.scan(code);
        touched.accept(Readings.SCANNER);
        return read;
    }

    public Platter produce() {
        return produce;
    }

    public Platter bag() {
        return bag;
    }

    public PrinterMachine printer() {
        return printer;
    }

    public PayPoint payPoint() {
        return payPoint;
    }

    /** Something happened where the money comes in. */
    public void payPointTouched() {
        touched.accept(Readings.TERMINAL);
    }
}
