package org.samokasa.kiosk.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.samokasa.kiosk.lane.MachineBook;
import org.samokasa.kiosk.lane.MachineSheet;
import org.samokasa.kiosk.lane.MachineState;
import org.samokasa.kiosk.lane.MachineTests;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.TestKind;
import org.samokasa.kiosk.lane.command.HubCommand.Order;
import org.samokasa.kiosk.lane.command.HubCommand.Test;

/** A lane's machines in the words of the messages, and back. */
final class MachineWords {
    private final MachineBook book;

    MachineWords(MachineBook book) {
        this.book = book;
    }

    /** By name. */
    List<LaneState.DeviceState> devices(Readings readings) {
        List<LaneState.DeviceState> devices = new ArrayList<>();
        new TreeMap<>(readings.machines()).values().forEach(machine -> devices.add(device(machine, readings.tests())));
        return devices;
    }

    private LaneState.DeviceState device(MachineState machine, MachineTests tests) {
        String health = machine.level() == MachineState.Level.UNKNOWN
                ? "STARTING"
                : machine.level().name();
        Optional<MachineSheet> sheet = book.sheet(machine.machine());
        return new LaneState.DeviceState(
                machine.machine(),
                health,
                said(machine.cause()),
                said(machine.detail()),
                Optional.of(machine.since()),
                sheet.map(MachineSheet::driver),
                sheet.map(MachineSheet::address),
                sheet.map(MachineSheet::tests).orElse(List.of()).stream()
                        .map(TestKind::name)
                        .toList(),
                tests.running()
                        .filter(test -> test.machine().equals(machine.machine()))
                        .map(test -> test.kind().name()),
                Optional.ofNullable(tests.last().get(machine.machine())).map(MachineWords::state));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(words -> !words.isEmpty());
    }

    private static LaneState.TestState state(MachineTests.Done done) {
        return new LaneState.TestState(
                done.kind().name(),
                done.by(),
                done.at(),
                done.result().outcome().name(),
                done.result().detail(),
                done.result().lines());
    }

    /** Empty for a test this lane has never heard of: a newer hub may know more. */
    static Optional<Order> order(HubCommand.TestMachine command) {
        return Stream.of(TestKind.values())
                .filter(kind -> kind.name().equals(command.test()))
                .findFirst()
                .map(kind -> new Test(command.machine(), kind, command.by(), command.askedAt()));
    }
}
