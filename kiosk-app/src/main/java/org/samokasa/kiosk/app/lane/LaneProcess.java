package org.samokasa.kiosk.app.lane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.Scanner;
import org.samokasa.kiosk.app.MonotonicClock;
import org.samokasa.kiosk.domain.barcode.ScanReader;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.hardware.DeviceEventTranslator;
import org.samokasa.kiosk.hardware.EffectRunner;
import org.samokasa.kiosk.hardware.LightFollower;
import org.samokasa.kiosk.hardware.ReceiptTranslator;
import org.samokasa.kiosk.hardware.TestBench;
import org.samokasa.kiosk.hardware.TestPage;
import org.samokasa.kiosk.lane.Effect;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.LaneEngine;
import org.samokasa.kiosk.lane.LanePolicy;
import org.samokasa.kiosk.lane.LaneShop;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.MachineBook;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.event.ServiceEvent.LaneOpened;
import org.samokasa.kiosk.network.LaneWords;
import org.samokasa.kiosk.network.mqtt.MqttAddress;
import org.samokasa.kiosk.network.mqtt.MqttLink;
import org.samokasa.kiosk.persistence.catalogue.CatalogueFile;
import org.samokasa.kiosk.persistence.catalogue.StoredCatalogue;
import org.samokasa.kiosk.persistence.journal.DiskFiles;
import org.samokasa.kiosk.persistence.lane.StoredLaneJournal;
import org.samokasa.kiosk.words.WordFiles;

/** A running lane with all its parts. */
final class LaneProcess implements AutoCloseable {
    private final CatalogueFile catalogueFile;
    private final StoredLaneJournal journal;
    private final Machines machines;
    private final LaneLoop loop;
    private final LaneScreen screen;
    private final HubConnection hub;
    private final TestBench tests;
    private final LightFollower light;
    private final ScheduledExecutorService hubWorker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "hub-line");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<LaneView> latest = new AtomicReference<>();
    private Optional<Automation> automation = Optional.empty();

    /** What a screen needs to come up. */
    record ScreenParts(
            LaneConfig config,
            LaneShop shop,
            Map<Language, Words> words,
            LaneLoop loop,
            InstantSource clock,
            MachineBook book) {}

    /**
     * @param screens makes the screen once its lane exists
     * @throws IOException when journal or catalogue cannot be opened
     */
    static LaneProcess start(LaneConfig config, Function<ScreenParts, LaneScreen> screens) throws IOException {
        return new LaneProcess(config, screens);
    }

    private LaneProcess(LaneConfig config, Function<ScreenParts, LaneScreen> screens) throws IOException {
        Path directory = java.nio.file.Files.createDirectories(config.data().resolve("journal"));
        LaneBoot boot = new LaneBoot(
                new DiskFiles(directory),
                Lane.unopened(config.number(), config.shop().language()));
        journal = boot.open();
        MonotonicClock clock = new MonotonicClock(boot.latest());
        Lane lane = opened(boot.lane(), clock);
        catalogueFile = CatalogueFile.open(config.data(), config.shop().currency());
        LaneShop shop = shop(config);
        Map<Language, Words> words = WordFiles.all();
        machines = new Machines(config, clock, this::fromMachine);
        LaneWords hubWords = hubWords(config, journal, machines);
        hub = new HubConnection(hubWords, boot.unsent(hubWords));
        LaneEngine engine = new LaneEngine(shop, journal, lane);
        light = new LightFollower(machines.light());
        tests = new TestBench(
                machines::door,
                machines.printer(),
                new TestPage(
                        config.shop().info().name(),
                        config.number(),
                        config.shop().currency(),
                        words),
                machines,
                this::fromBench);
        EffectRunner effects = effects(config, shop, words);
        loop = new LaneLoop(engine, clock, List.of(hub, (running, step) -> {
            show(running, clock);
            step.effects().forEach(effect -> effects.run(effect, running.lane()));
        }));
        latest.set(new LaneView(lane, engine.readings(), clock.instant(), false, Optional.empty()));
        screen = screens.apply(new ScreenParts(config, shop, words, loop, clock, machines));
        // What the journal has, at once: machines and hub take a second to come up, and somebody may be standing there.
        screen.show(latest.get());
        if (config.automationPort() > 0) {
            automation = Optional.of(new Automation(config.automationPort(), screen, loop, latest));
        }
        machines.atStart(clock.instant()).forEach(state -> loop.put(new MachineCommand.MachineChanged(state)));
        // The hub's line first: a call raised in the lane's first moment has somebody to go to.
        config.hub().ifPresent(mqtt -> connectHub(mqtt, config, boot, lane, clock));
        loop.start();
        machines.start();
    }

    private void connectHub(MqttAddress mqtt, LaneConfig config, LaneBoot boot, Lane lane, MonotonicClock clock) {
        hub.connect(
                MqttLink.to(mqtt),
                config.shop().info().id(),
                lane,
                loop::put,
                (from, visitor) -> walk(boot, from, visitor),
                hubWorker,
                clock);
    }

    private EffectRunner effects(LaneConfig config, LaneShop shop, Map<Language, Words> words) {
        return new EffectRunner(
                machines.terminal(),
                machines.printer(),
                this::play,
                new ReceiptTranslator(config.shop().info(), shop, config.shop().taxes()),
                receiptWords(config, words),
                tests::run);
    }

    /** The words of a receipt for each language of the screens. */
    private static Map<Language, Words> receiptWords(LaneConfig config, Map<Language, Words> words) {
        return config.shop()
                .receiptLanguage()
                .map(fixed -> Language.onScreens().stream()
                        .collect(Collectors.toMap(Function.identity(), screens -> words.get(fixed))))
                .orElse(words);
    }

    private static LaneWords hubWords(LaneConfig config, StoredLaneJournal journal, MachineBook book) {
        return new LaneWords(
                journal.identity(),
                config.shop().taxes(),
                config.shop().zone(),
                config.shop().language(),
                book);
    }

    /** The first start of a lane opens it; later it is as it was. */
    private Lane opened(Lane replayed, MonotonicClock clock) throws IOException {
        if (journal.lastPosition() > 0) {
            return replayed;
        }
        LaneOpened event = new LaneOpened(clock.instant());
        journal.append(List.of(event));
        return replayed.after(event);
    }

    private LaneShop shop(LaneConfig config) {
        return new LaneShop(
                new StoredCatalogue(catalogueFile),
                new ScanReader(config.shop().measureRules(), config.shop().currency()),
                config.shop().currency(),
                LanePolicy.standard(),
                config.shop().language(),
                config.shop().zone());
    }

    private static void walk(LaneBoot boot, long from, HubConnection.JournalWalk.Visitor visitor) {
        try {
            boot.walk(from, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal for the hub", e);
        }
    }

    private void fromBench(MachineCommand.TestFinished finished) {
        loop.put(finished);
    }

    private void fromMachine(DeviceEvent event) {
        if (!tests.hears(event)) {
            toLane(event);
        }
    }

    private void toLane(DeviceEvent event) {
        loop.putAndWait(DeviceEventTranslator.translate(event));
    }

    private void show(LaneEngine engine, MonotonicClock clock) {
        LaneView view = new LaneView(engine.lane(), engine.readings(), clock.instant(), hub.isUp(), engine.stopped());
        latest.set(view);
        screen.show(view);
        light.show(view);
        hub.state(view);
    }

    /** Goes once through what a visit begins with; returns when it has been on the screen. */
    void rehearse() {
        loop.putAndWait(new ShopperCommand.StartShopping());
        loop.putAndWait(new MachineCommand.Scanned("5901234123457"));
        screen.buttons();
        // Waits for the paint of what the call before showed.
        screen.buttons();
    }

    private void play(Effect.Sound sound) {
        screen.play(sound);
        if (sound == Effect.Sound.REFUSED) {
            machines.signal(Scanner.Signal.REFUSED);
        } else if (sound == Effect.Sound.SCANNED) {
            machines.signal(Scanner.Signal.TAKEN);
        }
    }

    @Override
    public void close() {
        machines.close();
        loop.close();
        screen.close();
        hubWorker.shutdownNow();
        try {
            for (AutoCloseable part : automation.map(List::<AutoCloseable>of).orElse(List.of())) {
                part.close();
            }
            journal.close();
        } catch (Exception e) {
            throw new IllegalStateException("the lane did not close cleanly", e);
        }
        catalogueFile.close();
    }
}
