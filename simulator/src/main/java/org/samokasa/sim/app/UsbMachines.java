package org.samokasa.sim.app;

import com.typesafe.config.Config;
import org.samokasa.sim.device.MachineUnit;
import org.samokasa.sim.device.scale.HidScaleMachine;
import org.samokasa.sim.device.scale.OemScaleMachine;
import org.samokasa.sim.device.scale.ScaleOperator;
import org.samokasa.sim.device.scale.UsbScale;
import org.samokasa.sim.device.scanner.HidReader;
import org.samokasa.sim.device.scanner.OemReader;
import org.samokasa.sim.device.scanner.UsbReader;
import org.samokasa.sim.device.scanner.UsbReaderOperator;
import org.samokasa.sim.shelf.Shelf;

/** Makes machines for {@code usb:} ports: kinds usb-hid-scanner, usb-oem-scanner, usb-hid-scale and usb-oem-scale. */
final class UsbMachines {
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
        return scale(new HidScaleMachine(name, ScaleMakers.instrument(settings, seed)));
    }

    static MachineUnit oemScale(String name, Config settings, Shelf shelf, long seed) {
        return scale(new OemScaleMachine(name, ScaleMakers.instrument(settings, seed)));
    }

    private static MachineUnit scale(UsbScale machine) {
        return MachineUnit.of("scale", machine, new ScaleOperator(machine));
    }
}
