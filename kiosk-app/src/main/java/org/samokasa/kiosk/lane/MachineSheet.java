package org.samokasa.kiosk.lane;

import java.util.List;

/**
 * What is known of a machine from the configuration and its driver.
 *
 * @param machine its name, for instance {@code scanner}
 * @param tests what it offers, in the order of {@link TestKind}
 */
public record MachineSheet(String machine, String driver, String address, List<TestKind> tests) {
    public MachineSheet {
        tests = List.copyOf(tests);
    }
}
