package org.samokasa.kiosk.app.lane;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.lane.Effect;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.Readings;
import org.samokasa.kiosk.lane.command.ScreenCommand;
import org.samokasa.kiosk.ui.KioskSettings;
import org.samokasa.kiosk.ui.KioskWindow;
import org.samokasa.kiosk.ui.model.ShopFront.Means;

/** The Swing window of a lane. */
final class KioskScreen implements LaneScreen {
    private static final System.Logger LOG = System.getLogger(KioskScreen.class.getName());

    private final KioskWindow window;
    private final Optional<WedgeKeys> wedge;
    private final Optional<PinDoor> door;

    private KioskScreen(KioskWindow window, Optional<WedgeKeys> wedge, Optional<PinDoor> door) {
        this.window = window;
        this.wedge = wedge;
        this.door = door;
    }

    static LaneScreen open(LaneProcess.ScreenParts parts) {
        LaneConfig config = parts.config();
        LaneConfig.Window place = config.window();
        Optional<PinDoor> door = PinDoor.of(config.staffPin(), parts.loop()::put);
        KioskSettings settings = new KioskSettings(
                place.fullScreen(),
                place.x(),
                place.y(),
                place.width(),
                place.height(),
                place.diagonalTenthInches(),
                place.theme(),
                config.number(),
                config.shop().info().name(),
                parts.shop().catalogue(),
                parts.words(),
                parts.shop().policy(),
                parts.shop().currency(),
                means(config),
                new KioskSettings.Staff(
                        door.map(pins -> pins::knock),
                        parts.book(),
                        parts.shop().zone()));
        InstantSource clock = parts.clock();
        KioskWindow window = KioskWindow.open(settings, command -> tell(parts.loop(), command), clock::instant);
        return new KioskScreen(window, wedge(config), door);
    }

    private static Means means(LaneConfig config) {
        boolean byCode = config.machines().stream()
                .anyMatch(machine -> machine.name().equals(Readings.TERMINAL)
                        && machine.driver().equals("qr"));
        return byCode ? Means.CODE : Means.CARD;
    }

    /** A scanner that types comes in through the window's keys. */
    private static Optional<WedgeKeys> wedge(LaneConfig config) {
        return config.machines().stream()
                .filter(machine -> machine.address().equals("keyboard:"))
                .findFirst()
                .map(machine -> WedgeKeys.install(machine.options().getOrDefault("prefix", "")));
    }

    /** The event thread never waits for the lane: a lane that takes no more is stuck anyway. */
    private static void tell(LaneLoop loop, ScreenCommand command) {
        if (!loop.offer(command)) {
            LOG.log(System.Logger.Level.WARNING, "the lane is too busy for {0}", command);
        }
    }

    @Override
    public void show(LaneView view) {
        window.show(view);
    }

    @Override
    public String screen() {
        return window.screen();
    }

    @Override
    public boolean press(String button) {
        return window.press(button);
    }

    @Override
    public List<String> buttons() {
        return window.buttons();
    }

    @Override
    public void picture(Path png, int width, int height) {
        window.picture(png, width, height);
    }

    @Override
    public void play(Effect.Sound sound) {
        window.play(sound);
    }

    @Override
    public void close() {
        wedge.ifPresent(WedgeKeys::close);
        door.ifPresent(PinDoor::close);
        window.close();
    }
}
