package org.samokasa.kiosk.app.hub;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.samokasa.kiosk.app.hub.alert.AlertFeed;
import org.samokasa.kiosk.help.HelpClocks;
import org.samokasa.kiosk.help.HelpLifecycle;
import org.samokasa.kiosk.network.Topics;
import org.samokasa.kiosk.network.mqtt.MqttLine;
import org.samokasa.kiosk.network.mqtt.MqttReceiver;
import org.samokasa.kiosk.persistence.journal.JournalFiles;
import org.samokasa.kiosk.store.Shop;
import org.samokasa.kiosk.store.ShopPolicy;
import org.samokasa.kiosk.store.ShopRules;
import org.samokasa.kiosk.store.StoreEvent;
import org.samokasa.kiosk.web.ConsoleDesk;

/**
 * A hub's process without threads, web server, broker and tables: ledger, rules, channels and desk are the shipped ones,
 * put together as {@link Hub} does it.
 */
public final class HubOnWires {
    private static final long TICK_MILLIS = 500;

    /** Nothing leaves the simulation. */
    private static final AlertFeed NO_ALERTS = AlertFeed.nowhere();

    private final HubLedger ledger;
    private final HubDesk desk;

    /** Where the hub stands. */
    public record Ground(
            String shop,
            ShopPolicy policy,
            JournalFiles files,
            InstantSource clock,
            MqttLine.Network network,
            ScheduledExecutorService writer) {}

    /** Wraps who receives: a place to look at what arrives, or to harm it. */
    public interface ReceiverDoor {
        MqttReceiver around(MqttReceiver receiver);
    }

    /**
     * @param onStopped told when the journal takes nothing more
     * @throws IOException when the journal cannot be opened
     */
    public HubOnWires(Ground ground, ReceiverDoor door, Consumer<Exception> onStopped) throws IOException {
        Topics topics = new Topics(ground.shop());
        MqttLine[] line = new MqttLine[1];
        LaneChannels channels = new LaneChannels(topics, (topic, payload) -> line[0].publish(topic, payload, false));
        StoreEvent started = new StoreEvent.HubWasStarted(ground.clock().instant(), ground.shop());
        ledger = HubLedger.open(ground.files(), started, channels::note);
        channels.begin(ledger.stream());
        ShopRules rules = new ShopRules(new HelpLifecycle(HelpClocks.DEFAULT), ground.policy());
        desk = new HubDesk(
                new HubDesk.Ground(
                        ground.writer(),
                        ground.clock(),
                        rules,
                        ledger,
                        topics,
                        channels,
                        new ViewFeed(new NoTables()),
                        NO_ALERTS),
                onStopped);
        List<String> subscriptions = List.of(
                topics.ofAllLanes("state"),
                topics.ofAllLanes("help"),
                topics.ofAllLanes("sale"),
                topics.ofAllLanes("command-ack"));
        line[0] = ground.network()
                .line(
                        "samokasa-" + topics.shop() + "-hub",
                        Optional.empty(),
                        subscriptions,
                        ground.writer(),
                        door.around(desk));
        ground.writer().scheduleWithFixedDelay(desk::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        line[0].start();
    }

    /** What attendants work with. */
    public ConsoleDesk desk() {
        return desk;
    }

    /** The shop as the hub's journal has it. */
    public Shop shop() {
        return ledger.shop();
    }

    /** The tables are made from the journal and play no part in what lanes are promised. */
    private static final class NoTables extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            // Nothing of it is needed.
        }

        @Override
        public void shutdown() {
            // Nothing runs.
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
