package org.samokasa.kiosk.network.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5SubscribeBuilder;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A connection to a broker that is tried for ever. Sessions are not kept: what must arrive is kept by
 * {@link org.samokasa.kiosk.network.Outbox}, and a broker that remembers would only repeat it.
 */
public final class MqttLink implements MqttLine {
    /** After this without a sign of life the broker declares us gone; a lane is missed within 8 s (1.5 times). */
    private static final int KEEP_ALIVE_SECONDS = 5;

    private static final long RETRY_FIRST_MILLIS = 250;
    private static final long RETRY_MAX_MILLIS = 3_000;
    private static final long CLOSE_SECONDS = 2;

    private final Executor executor;
    private final MqttReceiver receiver;
    private final List<String> subscriptions;
    private final Optional<Will> will;
    private final Mqtt5AsyncClient client;
    private final MqttAddress address;
    private volatile boolean closed;
    private volatile boolean up;

    /**
     * @param clientId      unique at the broker: a second client of that name throws out the first
     * @param will          retained, published by the broker when the connection is lost, and by us when we close it
     * @param subscriptions topic filters
     * @param executor      runs one task at a time, in order
     */
    public MqttLink(
            MqttAddress address,
            String clientId,
            Optional<Will> will,
            List<String> subscriptions,
            Executor executor,
            MqttReceiver receiver) {
        this.address = address;
        this.will = will;
        this.subscriptions = List.copyOf(subscriptions);
        this.executor = executor;
        this.receiver = receiver;
        this.client = build(clientId);
    }

    /** Lines to the broker at an address. */
    public static MqttLine.Network to(MqttAddress address) {
        return (clientId, will, subscriptions, executor, receiver) ->
                new MqttLink(address, clientId, will, subscriptions, executor, receiver);
    }

    private Mqtt5AsyncClient build(String clientId) {
        Mqtt5ClientBuilder builder = MqttClient.builder()
                .useMqttVersion5()
                .identifier(clientId)
                .serverHost(address.host())
                .serverPort(address.port())
                .addConnectedListener(context -> subscribe())
                .addDisconnectedListener(this::lost);
        if (address.tls()) {
            builder = builder.sslWithDefaultConfig();
        }
        return builder.buildAsync();
    }

    @Override
    public void start() {
        var connect = Mqtt5Connect.builder().cleanStart(true).keepAlive(KEEP_ALIVE_SECONDS);
        address.user().ifPresent(user -> connect.simpleAuth(login(user)));
        will.ifPresent(w -> connect.willPublish(message(w.topic(), w.payload(), true)));
        client.connect(connect.build());
    }

    private Mqtt5SimpleAuth login(String user) {
        var login = Mqtt5SimpleAuth.builder().username(user);
        return address.password()
                .map(password -> login.password(password.getBytes(StandardCharsets.UTF_8))
                        .build())
                .orElseGet(login::build);
    }

    private void subscribe() {
        Mqtt5SubscribeBuilder.Start builder = Mqtt5Subscribe.builder();
        Mqtt5SubscribeBuilder.Complete complete = null;
        for (String filter : subscriptions) {
            Mqtt5Subscription one = Mqtt5Subscription.builder()
                    .topicFilter(filter)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .build();
            complete = (complete == null ? builder : complete).addSubscription(one);
        }
        if (complete == null) {
            hand(() -> tell(true));
            return;
        }
        // The client forgets with the session who listens, so the listener is named at every connection.
        client.subscribe(complete.build(), this::arrived).whenComplete((done, failure) -> {
            if (failure == null) {
                hand(() -> tell(true));
            } else {
                // Connected but deaf is worse than not connected: the listener of lost connections begins again.
                client.disconnect();
            }
        });
    }

    private void arrived(Mqtt5Publish publish) {
        String topic = publish.getTopic().toString();
        byte[] payload = publish.getPayloadAsBytes();
        hand(() -> receiver.onMessage(topic, payload));
    }

    private void lost(MqttClientDisconnectedContext context) {
        if (closed) {
            return;
        }
        hand(() -> tell(false));
        int attempts = Math.min(context.getReconnector().getAttempts(), 10);
        long delay = Math.min(RETRY_FIRST_MILLIS << attempts, RETRY_MAX_MILLIS);
        context.getReconnector()
                .reconnect(true)
                .delay(delay, TimeUnit.MILLISECONDS)
                .resubscribeIfSessionExpired(false)
                .republishIfSessionExpired(false);
    }

    /** Not with the client's own hand-over to an executor: that breaks its event loop when the executor was shut down. */
    private void hand(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            // Whoever shut the executor down does not want to hear from us any more.
            closed = true;
        }
    }

    /** On the executor: passes changes on, and only changes. */
    private void tell(boolean nowUp) {
        if (nowUp != up && !closed) {
            up = nowUp;
            receiver.onLink(nowUp);
        }
    }

    /** Whether it is connected and hears what it subscribed to, as far as one knows. */
    public boolean isUp() {
        return up;
    }

    @Override
    public void publish(String topic, byte[] payload, boolean retained) {
        client.publish(message(topic, payload, retained));
    }

    private static Mqtt5Publish message(String topic, byte[] payload, boolean retained) {
        return Mqtt5Publish.builder()
                .topic(topic)
                .payload(payload)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(retained)
                .build();
    }

    /**
     * Says the will and ends the connection; returns when that is done, or cannot be done in two seconds. Then the
     * broker says the will.
     */
    @Override
    public void close() {
        closed = true;
        CompletableFuture<?> said = will.<CompletableFuture<?>>map(
                        w -> client.publish(message(w.topic(), w.payload(), true)))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
        said.thenCompose(done -> client.disconnect())
                .orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> {
                    client.disconnect();
                    return null;
                })
                .join();
    }
}
