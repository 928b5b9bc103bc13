package org.samokasa.kiosk.app.hub.alert;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.network.alert.HelpAlert;
import org.samokasa.kiosk.network.alert.HelpAlerts;
import org.samokasa.kiosk.store.Shop;
import org.samokasa.kiosk.store.StoreEvent;

/** Takes note of the hub's journal, replayed and new, and hands what it means to every channel. Never blocks. */
public final class AlertFeed implements AutoCloseable {
    /** What happened longer ago is not even looked at when a hub starts. */
    private static final Duration OLD = Duration.ofMinutes(10);

    private final String shop;
    private final InstantSource clock;
    private final List<AlertChannel> channels = new ArrayList<>();
    private final List<Noted> early = new ArrayList<>();
    private Optional<HelpAlerts> alerts = Optional.empty();

    private record Noted(long sequence, StoreEvent event, Shop after) {}

    /**
     * @param folder where each channel keeps how far it has come
     * @throws IOException if that cannot be read
     */
    public AlertFeed(String shop, List<AlertWire> wires, InstantSource clock, Path folder) throws IOException {
        this.shop = shop;
        this.clock = clock;
        for (AlertWire wire : wires) {
            channels.add(new AlertChannel(wire, clock, folder));
        }
    }

    /** A feed that tells nobody. */
    public static AlertFeed nowhere() {
        return new AlertFeed();
    }

    private AlertFeed() {
        this.shop = "";
        this.clock = () -> java.time.Instant.EPOCH;
    }

    /** An event that is durable, with the shop after it. */
    public void note(long sequence, StoreEvent event, Shop after) {
        if (!(event instanceof StoreEvent.HelpHasChanged) || channels.isEmpty()) {
            return;
        }
        if (alerts.isPresent()) {
            tell(new Noted(sequence, event, after));
        } else if (event.at().plus(OLD).isAfter(clock.instant())) {
            // While the journal is replayed its name is not known yet.
            early.add(new Noted(sequence, event, after));
        }
    }

    /** Begins to tell. @param stream the hub's journal */
    public void begin(String stream) {
        alerts = Optional.of(new HelpAlerts(shop, stream));
        early.forEach(this::tell);
        early.clear();
        channels.forEach(AlertChannel::start);
    }

    private void tell(Noted noted) {
        Optional<HelpAlert> alert = alerts.orElseThrow().of(noted.sequence(), noted.event(), noted.after());
        alert.ifPresent(one -> channels.forEach(channel -> channel.offer(one)));
    }

    @Override
    public void close() {
        channels.forEach(AlertChannel::close);
    }
}
