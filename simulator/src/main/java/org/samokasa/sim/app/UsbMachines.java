package org.samokasa.sim.app;

import com.typesafe.config.Config;
import java.util.Random;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.scale.HidScaleMachine;
import org.samokasa.sim.device.scale.LoadCell;
import org.samokasa.sim.device.scale.OemScaleMachine;
import org.samokasa.sim.device.scale.UsbScale;
import org.samokasa.sim.device.scale.UsbScaleOperator;
import org.samokasa.sim.device.scanner.HidReader;
import org.samokasa.sim.device.scanner.OemReader;
import org.samokasa.sim.device.scanner.UsbReader;
import org.samokasa.sim.device.scanner.UsbReaderOperator;
import org.samokasa.sim.shelf.Shelf;

/** Makes machines for {@code usb:} ports: kinds usb-hid-scanner, usb-oem-scanner, usb-hid-scale and usb-oem-scale. */
final class UsbMachines {
    /** Noise of a load cell: well below half of the smallest interval. */
    private static final long NOISE_MILLIGRAMS = 300;

    private UsbMachines() {}

    static MachineUnit hidScanner(String name, Config settings, Shelf shelf, long seed) {
        return reader(new HidReader(name), shelf);
    }

    /** {@code table-top = true} makes it one, with digits as values. */
    static MachineUnit oemScanner(String name, Config settings, Shelf shelf, long seed) {
        boolean tableTop = settings.hasPath("table-top") && settings.getBoolean("table-top");
        return reader(new OemReader(name, tableTop ? OemReader.Model.TABLE_TOP : OemReader.Model.HAND_HELD), shelf);
    }

    private static MachineUnit reader(UsbReader machine, Shelf shelf) {
        return MachineUnit.of("scanner", machine, new UsbReaderOperator(machine, shelf::code));
    }

    static MachineUnit hidScale(String name, Config settings, Shelf shelf, long seed) {
        return scale(new HidScaleMachine(name, cell(seed), interval(settings), capacity(settings)));
    }

    static MachineUnit oemScale(String name, Config settings, Shelf shelf, long seed) {
        return scale(new OemScaleMachine(name, cell(seed), interval(settings), capacity(settings)));
    }

    private static MachineUnit scale(UsbScale machine) {
        return MachineUnit.of("scale", machine, new UsbScaleOperator(machine));
    }

    private static LoadCell cell(long seed) {
        return new LoadCell(NOISE_MILLIGRAMS, new Random(seed));
    }

    private static int interval(Config settings) {
        return settings.hasPath("intervalGrams") ? settings.getInt("intervalGrams") : 5;
    }

    private static int capacity(Config settings) {
        return settings.hasPath("capacityGrams") ? settings.getInt("capacityGrams") : 15_000;
    }
}
