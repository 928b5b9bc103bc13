package org.samokasa.kiosk.app.hub.alert;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.network.Topics;
import org.samokasa.kiosk.network.alert.HelpAlert;

/** Puts alerts on the shop's broker for pagers, watches and whatever else listens there (docs/messages). */
public final class MqttWire implements AlertWire {
    private final Topics topics;
    private final Publisher publisher;
    private final BooleanSupplier up;

    /** Hands a message to the broker. */
    public interface Publisher {
        void publish(String topic, byte[] payload);
    }

    /** @param up whether the broker can be reached */
    public MqttWire(Topics topics, Publisher publisher, BooleanSupplier up) {
        this.topics = topics;
        this.publisher = publisher;
        this.up = up;
    }

    @Override
    public String name() {
        return "mqtt";
    }

    @Override
    public void send(HelpAlert alert) throws IOException {
        if (!up.getAsBoolean()) {
            throw new IOException("the broker is away");
        }
        byte[] payload = RecordJson.write(HelpAlert.class, alert);
        List<String> to = alert.to();
        publisher.publish(topics.alert(), payload);
        to.forEach(name -> publisher.publish(topics.alertTo(name), payload));
    }
}
