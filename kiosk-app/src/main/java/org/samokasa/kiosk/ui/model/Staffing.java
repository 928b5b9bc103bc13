package org.samokasa.kiosk.ui.model;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.lane.MachineSheet;
import org.samokasa.kiosk.lane.MachineState;
import org.samokasa.kiosk.lane.MachineTests;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.TestKind;
import org.samokasa.kiosk.lane.WireLine;
import org.samokasa.kiosk.lane.command.StaffCommand;
import org.samokasa.kiosk.ui.model.Control.Tone;
import org.samokasa.kiosk.ui.model.ViewState.StaffPage;

/** The pages of those who look after the lane: PIN, machines, one machine. */
final class Staffing {
    private static final int PIN_LENGTH_MIN = 4;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter FINE_TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    /** More lines than any display has room for. */
    private static final int WIRE_LINES = 24;

    private Staffing() {}

    /** A small way in for those who know it, where nobody shops and a PIN is set. */
    static List<Control> door(Scene scene) {
        return scene.front().staffDoor()
                        && isIdle(scene)
                        && !scene.lane().staff().isHere()
                ? List.of(Control.opens("staff", scene.say("staff.button"), "", Tone.QUIET, new UiAction.OpenStaff()))
                : List.of();
    }

    private static boolean isIdle(Scene scene) {
        Phase phase = scene.lane().phase();
        boolean quiet = phase == Phase.ATTRACT || phase == Phase.CLOSED || phase == Phase.OUT_OF_SERVICE;
        return quiet && scene.sale().isEmpty();
    }

    /** Which of these pages fills the window; empty for a shopper's. */
    static Optional<ScreenId> screen(Scene scene) {
        UiState.Open open = scene.ui().open();
        if (!isIdle(scene)) {
            return Optional.empty();
        }
        if (scene.lane().staff().isHere()) {
            boolean one = open instanceof UiState.Open.Machine machine
                    && scene.front().book().sheet(machine.name()).isPresent();
            return Optional.of(one ? ScreenId.STAFF_MACHINE : ScreenId.STAFF_MACHINES);
        }
        boolean typing = open instanceof UiState.Open.Pin && scene.front().staffDoor();
        return typing ? Optional.of(ScreenId.STAFF_PIN) : Optional.empty();
    }

    static StaffPage page(Scene scene, ScreenId screen) {
        return switch (screen) {
            case STAFF_PIN -> pin(scene);
            case STAFF_MACHINE ->
                machine(scene, ((UiState.Open.Machine) scene.ui().open()).name());
            default -> machines(scene);
        };
    }

    private static StaffPage pin(Scene scene) {
        List<Control> keys = new ArrayList<>();
        for (int digit = 1; digit <= 9; digit++) {
            keys.add(key(digit));
        }
        keys.add(Control.opens("key-erase", scene.say("key.erase"), "delete", Tone.QUIET, new UiAction.EraseDigit())
                .iconOnly());
        keys.add(key(0));
        keys.add(Control.opens("key-enter", scene.say("staff.enter"), "check", Tone.PRIMARY, new UiAction.SubmitPin())
                .iconOnly()
                .enabled(scene.ui().pin().length() >= PIN_LENGTH_MIN));
        boolean locked = scene.lane().staff().isLocked(scene.now());
        String text =
                locked ? scene.say("notice.PIN_LOCKED") : Banners.notice(scene).orElse(scene.say("staff.pinText"));
        return new StaffPage(
                scene.say("staff.pin.headline"),
                text,
                "\u2022".repeat(scene.ui().pin().length()),
                List.of(),
                keys,
                3,
                List.of(),
                List.of(Controls.back(scene, UiAction.CLOSE)));
    }

    private static Control key(int digit) {
        return Control.opens("key-" + digit, String.valueOf(digit), "", Tone.QUIET, new UiAction.TypeDigit(digit));
    }

    private static StaffPage machines(Scene scene) {
        List<Control> controls = new ArrayList<>();
        for (MachineSheet sheet : scene.front().book().sheets()) {
            Optional<MachineState> state = state(scene, sheet.machine());
            boolean well =
                    state.filter(its -> its.level() == MachineState.Level.UP).isPresent();
            String how = state.map(its -> how(scene, its)).orElse(scene.say("health.UNKNOWN"));
            controls.add(Control.opens(
                    "machine-" + sheet.machine(),
                    scene.say("machine." + sheet.machine()) + ": " + how,
                    well ? "check" : "triangle-alert",
                    Tone.PLAIN,
                    new UiAction.OpenMachine(sheet.machine())));
        }
        return new StaffPage(
                scene.say("staff.machines.headline"),
                scene.say("staff.machinesText"),
                "",
                List.of(),
                controls,
                1,
                List.of(),
                List.of(signOut(scene)));
    }

    private static StaffPage machine(Scene scene, String name) {
        MachineSheet sheet = scene.front().book().sheet(name).orElseThrow();
        Optional<MachineState> state = state(scene, name);
        String how = state.map(its -> how(scene, its) + " \u00b7 " + scene.say("staff.since", time(scene, its.since())))
                .orElse(scene.say("health.UNKNOWN"));
        String remedy = state.filter(its -> !its.cause().isEmpty())
                .map(its -> "\n" + scene.say("do." + its.cause()))
                .orElse("");
        return new StaffPage(
                scene.say("machine." + name),
                how + remedy,
                "",
                facts(scene, sheet, state),
                tests(scene, sheet),
                2,
                wire(scene, name),
                List.of(Controls.back(scene, UiAction.CLOSE), signOut(scene)));
    }

    private static Control signOut(Scene scene) {
        return Control.tells("sign-out", scene.say("staff.signOut"), "x", Tone.PRIMARY, new StaffCommand.Leave())
                .and(UiAction.CLOSE);
    }

    private static Optional<MachineState> state(Scene scene, String name) {
        return scene.view().readings().machine(name);
    }

    private static String how(Scene scene, MachineState state) {
        String health = scene.say("health." + state.level());
        return state.cause().isEmpty() ? health : health + ", " + scene.say("cause." + state.cause());
    }

    private static List<String> facts(Scene scene, MachineSheet sheet, Optional<MachineState> state) {
        List<String> facts = new ArrayList<>();
        facts.add(sheet.driver() + " \u00b7 " + sheet.address());
        state.map(MachineState::detail).filter(detail -> !detail.isEmpty()).ifPresent(facts::add);
        MachineTests tests = scene.view().readings().tests();
        tests.running()
                .filter(test -> test.machine().equals(sheet.machine()))
                .ifPresent(test -> facts.add(scene.say("staff.runs", scene.say("test." + test.kind()))));
        Optional.ofNullable(tests.last().get(sheet.machine())).ifPresent(done -> {
            facts.add(scene.say(
                    "staff.last",
                    scene.say("test." + done.kind()),
                    scene.say("outcome." + done.result().outcome()),
                    time(scene, done.at())));
            if (!done.result().detail().isEmpty()) {
                facts.add(done.result().detail());
            }
            facts.addAll(done.result().lines());
        });
        return facts;
    }

    /** The wire stands on this page anyway. */
    private static List<Control> tests(Scene scene, MachineSheet sheet) {
        boolean free = scene.view().readings().tests().running().isEmpty();
        return sheet.tests().stream()
                .filter(kind -> kind != TestKind.WIRE)
                .map(kind -> test(scene, sheet.machine(), kind).enabled(free))
                .toList();
    }

    /** A day that was closed cannot be opened again: that takes a second press. */
    private static Control test(Scene scene, String machine, TestKind kind) {
        String label = scene.say("test." + kind);
        Control begins = Control.tells(
                        "test-" + kind, label, "", Tone.PLAIN, new StaffCommand.TestMachine(machine, kind))
                .and(new UiAction.OpenMachine(machine));
        if (kind != TestKind.END_OF_DAY) {
            return begins;
        }
        boolean asked = scene.ui().open() instanceof UiState.Open.Machine open && open.asked();
        return asked
                ? Control.tells(
                                "sure-" + kind,
                                scene.say("staff.sure"),
                                "triangle-alert",
                                Tone.HELP,
                                new StaffCommand.TestMachine(machine, kind))
                        .and(new UiAction.OpenMachine(machine))
                : Control.opens("test-" + kind, label, "", Tone.PLAIN, new UiAction.AskEndOfDay(machine));
    }

    private static List<String> wire(Scene scene, String name) {
        List<WireLine> lines = scene.front().book().wire(name);
        if (lines.isEmpty()) {
            return List.of(scene.say("staff.noWire"));
        }
        return lines.stream().limit(WIRE_LINES).map(line -> wire(scene, line)).toList();
    }

    /** What it means stands before the bytes: those are cut first. The bundled font has no arrows. */
    private static String wire(Scene scene, WireLine line) {
        String at = FINE_TIME.format(line.at().atZone(scene.front().zone()));
        String bytes = line.hex().isEmpty() ? scene.say("staff.bytes", line.size()) : line.hex() + "  " + line.text();
        String meaning = line.meaning().isEmpty() ? "" : line.meaning() + "  ";
        return at + (line.sent() ? " > " : " < ") + meaning + bytes;
    }

    private static String time(Scene scene, Instant moment) {
        return TIME.format(moment.atZone(scene.front().zone()));
    }
}
