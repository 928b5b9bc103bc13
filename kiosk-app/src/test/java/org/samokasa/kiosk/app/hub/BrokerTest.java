package org.samokasa.kiosk.app.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.kiosk.app.ProcessLog;
import org.samokasa.kiosk.network.LaneMessage.HelpRaised;
import org.samokasa.kiosk.network.mqtt.MqttAddress;

/** Brokers that ask who is there, and brokers that are not the hub's own. */
class BrokerTest {
    private static final EmbeddedBroker.Login LOGIN = new EmbeddedBroker.Login("lanes", "a long password");

    @TempDir
    Path folder;

    private EmbeddedBroker broker(Optional<EmbeddedBroker.Login> login) throws IOException {
        ProcessLog.quiet();
        return EmbeddedBroker.start("127.0.0.1", 0, folder.resolve("broker"), login);
    }

    private static void connect(int port, String user, String password) {
        Mqtt5BlockingClient client = MqttClient.builder()
                .useMqttVersion5()
                .serverHost("127.0.0.1")
                .serverPort(port)
                .buildBlocking();
        client.connectWith()
                .simpleAuth()
                .username(user)
                .password(password.getBytes(UTF_8))
                .applySimpleAuth()
                .send();
        client.disconnect();
    }

    @Test
    void a_wrong_password_is_refused() throws IOException {
        try (EmbeddedBroker broker = broker(Optional.of(LOGIN))) {
            connect(broker.port(), LOGIN.user(), LOGIN.password());
            assertThatThrownBy(() -> connect(broker.port(), LOGIN.user(), "guess"))
                    .isInstanceOf(Mqtt5ConnAckException.class);
            assertThatThrownBy(() -> connect(broker.port(), "somebody", LOGIN.password()))
                    .isInstanceOf(Mqtt5ConnAckException.class);
        }
    }

    @Test
    void a_port_that_is_taken_is_an_error_and_not_a_silence() throws IOException {
        try (EmbeddedBroker broker = broker(Optional.empty())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(
                            "127.0.0.1", broker.port(), folder.resolve("second"), Optional.empty()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot listen on 127.0.0.1:" + broker.port());
        }
    }

    @Test
    void a_hub_works_with_a_broker_that_is_there_already_and_comes_back_to_it() throws Exception {
        EmbeddedBroker first = broker(Optional.empty());
        int port = first.port();
        HubConfig config = new HubConfig(
                "corner",
                folder.resolve("hub"),
                new HubConfig.Listen("127.0.0.1", 0),
                new HubConfig.Broker.External(MqttAddress.local(port)));
        try (Hub hub = Hub.start(config, InstantSource.system());
                LaneDouble lane = new LaneDouble("corner", 4, port)) {
            assertThat(hub.mqttPort()).isEqualTo(port);
            lane.awaitLink();
            lane.awaitAcknowledgement(lane.say(new HelpRaised(LaneDouble.ageCheck("r1", 4))));
            first.close();
            long saidInSilence = lane.say(new HelpRaised(LaneDouble.ageCheck("r2", 4)));
            try (EmbeddedBroker again =
                    EmbeddedBroker.start("127.0.0.1", port, folder.resolve("again"), Optional.empty())) {
                lane.awaitAcknowledgement(saidInSilence);
                assertThat(again.port()).isEqualTo(port);
            }
        }
    }
}
