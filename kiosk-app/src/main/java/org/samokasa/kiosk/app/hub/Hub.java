package org.samokasa.kiosk.app.hub;

import java.io.IOException;
import java.lang.System.Logger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.samokasa.kiosk.app.PageKey;
import org.samokasa.kiosk.app.hub.alert.AlertFeed;
import org.samokasa.kiosk.app.hub.alert.AlertSettings;
import org.samokasa.kiosk.app.hub.alert.AlertWire;
import org.samokasa.kiosk.app.hub.alert.MailWire;
import org.samokasa.kiosk.app.hub.alert.MqttWire;
import org.samokasa.kiosk.app.hub.alert.WebhookWire;
import org.samokasa.kiosk.help.HelpClocks;
import org.samokasa.kiosk.help.HelpLifecycle;
import org.samokasa.kiosk.network.Topics;
import org.samokasa.kiosk.network.mqtt.MqttAddress;
import org.samokasa.kiosk.network.mqtt.MqttLink;
import org.samokasa.kiosk.network.mqtt.MqttReceiver;
import org.samokasa.kiosk.persistence.journal.DiskFiles;
import org.samokasa.kiosk.store.ShopRules;
import org.samokasa.kiosk.store.StoreEvent;
import org.samokasa.kiosk.web.ConsoleServer;

/** A running hub: broker, journal, tables, console, and the threads they work on. */
final class Hub implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger(Hub.class.getName());
    private static final String KEY_FILE = "console-token";
    private static final long TICK_MILLIS = 500;
    private static final long BEAT_SECONDS = 5;
    private static final long STOP_SECONDS = 5;

    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(named("hub-writer"));
    private final ExecutorService viewThread = Executors.newSingleThreadExecutor(named("hub-view"));
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final ViewFeed view = new ViewFeed(viewThread);
    private final HubConfig config;
    private final String token;
    private final Optional<EmbeddedBroker> broker;
    private final HubLedger ledger;
    private final MqttLink link;
    private final ConsoleServer console;
    private final StaffDoor staff;
    private final AlertFeed alerts;

    private Hub(HubConfig config, InstantSource clock) throws IOException {
        this.config = config;
        this.token = PageKey.in(config.data(), KEY_FILE);
        Topics topics = new Topics(config.shop());
        LaneChannels channels = new LaneChannels(topics, this::publish);
        DiskFiles files = new DiskFiles(config.data().resolve("journal"));
        StoreEvent started = new StoreEvent.HubWasStarted(clock.instant(), config.shop());
        this.alerts = new AlertFeed(
                config.shop(), wires(topics, clock), clock, config.data().resolve("alerts"));
        this.ledger = HubLedger.open(files, started, (recorded, shop) -> {
            channels.note(recorded, shop);
            alerts.note(recorded.sequence(), recorded.event(), shop);
        });
        channels.begin(ledger.stream());
        view.open(config.data().resolve("view"), ledger.stream(), files);
        this.broker = startBroker();
        ShopRules rules = new ShopRules(
                new HelpLifecycle(HelpClocks.DEFAULT), config.floor().policy());
        HubDesk desk = new HubDesk(
                new HubDesk.Ground(writer, clock, rules, ledger, topics, channels, view, alerts),
                failure::completeExceptionally);
        this.staff = new StaffDoor(
                config.floor(),
                desk,
                SessionFile.open(config.data().resolve("console-sessions")),
                ledger.shop().onDuty().keySet(),
                clock);
        this.console = new ConsoleServer(config.web().host(), config.web().port(), token, desk, staff);
        desk.shownTo(console::publish);
        this.link = link(topics, desk);
        alerts.begin(ledger.stream());
        writer.scheduleWithFixedDelay(desk::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        writer.scheduleWithFixedDelay(staff::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        writer.scheduleAtFixedRate(console::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Starts a hub; everything listens when this returns.
     *
     * @throws IOException if the journal cannot be opened or a port is taken
     */
    static Hub start(HubConfig config, InstantSource clock) throws IOException {
        Hub hub = new Hub(config, clock);
        try {
            hub.console.start();
        } catch (RuntimeException e) {
            hub.close();
            throw new IOException(
                    "the console cannot listen on " + config.web().host() + ":"
                            + config.web().port() + ": " + e.getMessage(),
                    e);
        }
        hub.link.start();
        return hub;
    }

    private Optional<EmbeddedBroker> startBroker() throws IOException {
        if (config.mqtt() instanceof HubConfig.Broker.Embedded embedded) {
            try {
                return Optional.of(EmbeddedBroker.start(
                        embedded.listen().host(),
                        embedded.listen().port(),
                        config.data().resolve("broker"),
                        embedded.login()));
            } catch (IOException e) {
                ledger.close();
                stopThreads();
                throw e;
            }
        }
        return Optional.empty();
    }

    private MqttLink link(Topics topics, MqttReceiver receiver) {
        List<String> subscriptions = List.of(
                topics.ofAllLanes("state"),
                topics.ofAllLanes("help"),
                topics.ofAllLanes("sale"),
                topics.ofAllLanes("command-ack"));
        return new MqttLink(
                address(), "samokasa-" + topics.shop() + "-hub", Optional.empty(), subscriptions, writer, receiver);
    }

    private MqttAddress address() {
        if (config.mqtt() instanceof HubConfig.Broker.External external) {
            return external.address();
        }
        HubConfig.Broker.Embedded embedded = (HubConfig.Broker.Embedded) config.mqtt();
        // A broker that listens everywhere is reached here.
        String host = embedded.listen().host().equals("0.0.0.0")
                ? "127.0.0.1"
                : embedded.listen().host();
        return new MqttAddress(
                host,
                broker.orElseThrow().port(),
                false,
                embedded.login().map(EmbeddedBroker.Login::user),
                embedded.login().map(EmbeddedBroker.Login::password));
    }

    private List<AlertWire> wires(Topics topics, InstantSource clock) {
        List<AlertWire> wires = new ArrayList<>();
        AlertSettings settings = config.alerts();
        if (settings.mqtt()) {
            wires.add(new MqttWire(topics, this::publish, () -> link != null && link.isUp()));
        }
        settings.webhooks().forEach(hook -> wires.add(new WebhookWire(hook.name(), hook.url(), hook.secret(), clock)));
        settings.mail().ifPresent(mail -> wires.add(new MailWire(mail)));
        return wires;
    }

    private void publish(String topic, byte[] payload) {
        link.publish(topic, payload, false);
    }

    /** Where the attendant's page is, with the token that opens it. */
    String consoleUrl() {
        String host = config.web().host().equals("0.0.0.0")
                ? "127.0.0.1"
                : config.web().host();
        return "http://" + host + ":" + console.port() + "/?token=" + token;
    }

    /** The port of the broker that lanes connect to. */
    int mqttPort() {
        return address().port();
    }

    /** Completes, with the reason, when the journal takes nothing more and the hub has to be started anew. */
    CompletableFuture<Void> failure() {
        return failure;
    }

    @Override
    public void close() {
        alerts.close();
        link.close();
        console.close();
        staff.close();
        broker.ifPresent(Hub::stop);
        view.close();
        stopThreads();
        try {
            ledger.close();
        } catch (IOException e) {
            LOGGER.log(Logger.Level.WARNING, "the journal was not closed: {0}", e.getMessage());
        }
    }

    private static void stop(EmbeddedBroker broker) {
        try {
            broker.close();
        } catch (IOException e) {
            LOGGER.log(Logger.Level.WARNING, e.getMessage());
        }
    }

    private void stopThreads() {
        writer.shutdownNow();
        viewThread.shutdown();
        try {
            writer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            viewThread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
