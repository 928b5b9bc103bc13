package org.samokasa.soak.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.samokasa.kiosk.network.mqtt.MqttLine;
import org.samokasa.kiosk.network.mqtt.MqttReceiver;

/**
 * A broker as MQTT promises one, and no better: at least once, so now and then twice; in order within a connection and
 * not between two; and forgetful when it restarts. Sessions are not kept.
 */
public final class VirtualBroker {
    /** Keep-alive 5 s and a half (MQTT 5, 3.1.2.10): so late the broker notices that a client is gone. */
    private static final long GONE_AFTER_MILLIS = 7_500;

    private static final long RETRY_FIRST_MILLIS = 250;
    private static final long RETRY_MAX_MILLIS = 3_000;
    private static final int LATENCY_MILLIS_MAX = 25;
    private static final int ONE_IN_TWICE = 200;

    private final World world;
    private final RandomGenerator chance;
    private final BiConsumer<String, byte[]> spy;
    private final Map<String, byte[]> retained = new TreeMap<>();
    private final List<Line> connected = new ArrayList<>();
    private boolean running = true;
    private boolean faulty;
    private int epoch;

    /** @param spy sees everything that is published */
    public VirtualBroker(World world, RandomGenerator chance, BiConsumer<String, byte[]> spy) {
        this.world = world;
        this.chance = chance;
        this.spy = spy;
    }

    /** Whether it repeats messages now and then. */
    public void faulty(boolean repeats) {
        faulty = repeats;
    }

    /** Ends, forgetting all it has, or begins. */
    public void running(boolean runs) {
        if (!runs && running) {
            epoch++;
            retained.clear();
            List.copyOf(connected).forEach(line -> line.drop(true));
        }
        running = runs;
    }

    /** The broker as one computer reaches it. */
    public Cable cable() {
        return new Cable();
    }

    /** A computer's way to the broker. */
    public final class Cable implements MqttLine.Network {
        private final List<Line> lines = new ArrayList<>();
        private boolean cut;

        /** Nothing gets through while it is cut. */
        public void cut(boolean isCut) {
            cut = isCut;
            if (isCut) {
                lines.forEach(line -> line.drop(true));
            }
        }

        public boolean isCut() {
            return cut;
        }

        /** The computer lost its power: its lines are silent, and the broker notices that later. */
        public void powerLost() {
            lines.forEach(line -> {
                line.ended = true;
                line.drop(false);
            });
            lines.clear();
        }

        @Override
        public MqttLine line(
                String clientId,
                Optional<MqttLine.Will> will,
                List<String> subscriptions,
                Executor executor,
                MqttReceiver receiver) {
            Line line = new Line(this, will, subscriptions, executor, receiver);
            lines.add(line);
            return line;
        }
    }

    private final class Line implements MqttLine {
        private final Cable cable;
        private final Optional<Will> will;
        private final List<String> subscriptions;
        private final Executor executor;
        private final MqttReceiver receiver;
        private boolean up;
        private boolean ended;
        private int attempts;
        private int session;
        private long lastArrival;

        private Line(
                Cable cable,
                Optional<Will> will,
                List<String> subscriptions,
                Executor executor,
                MqttReceiver receiver) {
            this.cable = cable;
            this.will = will;
            this.subscriptions = subscriptions;
            this.executor = executor;
            this.receiver = receiver;
        }

        @Override
        public void start() {
            world.afterMillis(5L + chance.nextInt(LATENCY_MILLIS_MAX), this::connect);
        }

        private void connect() {
            if (ended || up) {
                return;
            }
            if (!running || cable.cut) {
                long wait = Math.min(RETRY_FIRST_MILLIS << Math.min(attempts++, 10), RETRY_MAX_MILLIS);
                world.afterMillis(wait, this::connect);
                return;
            }
            attempts = 0;
            up = true;
            session++;
            connected.add(this);
            executor.execute(() -> receiver.onLink(true));
            retained.forEach((topic, payload) -> offer(topic, payload));
        }

        /** @param noticed by the client, sooner or later */
        private void drop(boolean noticed) {
            if (!up) {
                return;
            }
            up = false;
            session++;
            connected.remove(this);
            will.ifPresent(said -> world.afterMillis(GONE_AFTER_MILLIS, () -> {
                if (running && !up) {
                    publishNow(said.topic(), said.payload(), true);
                }
            }));
            if (noticed) {
                world.afterMillis(chance.nextLong(GONE_AFTER_MILLIS), () -> {
                    if (!ended) {
                        executor.execute(() -> receiver.onLink(false));
                        connect();
                    }
                });
            }
        }

        @Override
        public void publish(String topic, byte[] payload, boolean retain) {
            spy.accept(topic, payload);
            if (up) {
                publishNow(topic, payload, retain);
            }
        }

        private void offer(String topic, byte[] payload) {
            if (subscriptions.stream().noneMatch(filter -> matches(filter, topic))) {
                return;
            }
            deliver(topic, payload);
            if (faulty && chance.nextInt(ONE_IN_TWICE) == 0) {
                deliver(topic, payload);
            }
        }

        private void deliver(String topic, byte[] payload) {
            int sentIn = session;
            int sentEpoch = epoch;
            lastArrival = Math.max(lastArrival, world.nowMillis() + 1 + chance.nextInt(LATENCY_MILLIS_MAX));
            world.at(lastArrival, () -> {
                if (up && session == sentIn && epoch == sentEpoch) {
                    executor.execute(() -> receiver.onMessage(topic, payload));
                }
            });
        }

        @Override
        public void close() {
            ended = true;
            drop(false);
        }
    }

    private void publishNow(String topic, byte[] payload, boolean retain) {
        if (retain) {
            retained.put(topic, payload);
        }
        List.copyOf(connected).forEach(line -> line.offer(topic, payload));
    }

    private static boolean matches(String filter, String topic) {
        if (filter.indexOf('+') < 0) {
            return filter.equals(topic);
        }
        int plus = filter.indexOf('+');
        String tail = filter.substring(plus + 1);
        return topic.startsWith(filter.substring(0, plus))
                && topic.endsWith(tail)
                && topic.indexOf('/', plus) == topic.length() - tail.length();
    }
}
