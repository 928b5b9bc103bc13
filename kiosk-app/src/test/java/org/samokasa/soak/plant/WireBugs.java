package org.samokasa.soak.plant;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.samokasa.devices.CardTerminal;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.TerminalEvent;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.json.RecordJsonException;
import org.samokasa.kiosk.network.LaneEnvelope;
import org.samokasa.kiosk.network.LaneMessage;
import org.samokasa.kiosk.network.mqtt.MqttLine;
import org.samokasa.kiosk.network.mqtt.MqttReceiver;
import org.samokasa.protocol.Bytes;
import org.samokasa.soak.shop.Doors;
import org.samokasa.transport.ByteLink;

/** Bugs between the lane and its terminal, and between the lane and the hub. */
public final class WireBugs {
    private WireBugs() {}

    /** Keeps the money that the lane told the terminal to give back, and says that it was given. */
    public static final class DropsAReversal implements Doors {
        private final Set<String> kept = new HashSet<>();

        @Override
        public CardTerminal terminal(CardTerminal terminal) {
            return (CardTerminal) Proxy.newProxyInstance(
                    CardTerminal.class.getClassLoader(), new Class<?>[] {CardTerminal.class}, (proxy, method, args) -> {
                        try {
                            if (method.getName().equals("refuseResult")) {
                                kept.add((String) args[0]);
                                terminal.acceptResult((String) args[0]);
                                return null;
                            }
                            return method.invoke(terminal, args);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public Optional<DeviceEvent> heard(DeviceEvent event) {
            if (event instanceof TerminalEvent.Finished done && kept.contains(done.attempt())) {
                return Optional.of(new TerminalEvent.Found(
                        done.device(), done.at(), done.attempt(), new TerminalEvent.Finding.WasReversed()));
            }
            return Optional.of(event);
        }
    }

    /** Asks how a payment is instead of giving back what came late or twice. */
    public static final class KeepsMoneyThatIsNotOurs implements Doors {
        @Override
        public ByteLink moneyWire(ByteLink wire) {
            return (ByteLink) Proxy.newProxyInstance(
                    ByteLink.class.getClassLoader(), new Class<?>[] {ByteLink.class}, (proxy, method, args) -> {
                        try {
                            boolean sends = method.getName().equals("send");
                            return sends ? wire.send(withoutRefund((Bytes) args[0])) : method.invoke(wire, args);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private static Bytes withoutRefund(Bytes request) {
            String text = request.toText(StandardCharsets.ISO_8859_1);
            return Bytes.copyOf(text.replaceFirst("PUT (/payments/[^/ ]+)/refunds/[^ ]+", "GET $1")
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Sends a sale once more under a number of its own. */
    public static final class UploadsASaleTwice implements Doors {
        @Override
        public MqttLine.Network laneNetwork(MqttLine.Network network) {
            return (clientId, will, subscriptions, executor, receiver) ->
                    new Twice(network.line(clientId, will, subscriptions, executor, receiver));
        }

        private record Twice(MqttLine line) implements MqttLine {
            @Override
            public void start() {
                line.start();
            }

            @Override
            public void publish(String topic, byte[] payload, boolean retained) {
                line.publish(topic, payload, retained);
                if (topic.endsWith("/sale")) {
                    LaneEnvelope first = read(payload);
                    long again = first.sequence() + 1;
                    LaneEnvelope second = new LaneEnvelope(
                            first.v(), first.lane(), first.stream(), again, first.sequence(), first.message());
                    line.publish(topic, RecordJson.write(LaneEnvelope.class, second), retained);
                }
            }

            @Override
            public void close() {
                line.close();
            }
        }
    }

    /** A hub that says it has every call, and has four of five. */
    public static final class LosesACall implements Doors {
        private static final int ONE_IN = 5;

        @Override
        public MqttReceiver hubReceiver(MqttReceiver receiver) {
            return new MqttReceiver() {
                @Override
                public void onMessage(String topic, byte[] payload) {
                    receiver.onMessage(topic, topic.endsWith("/help") ? withoutCalls(payload) : payload);
                }

                @Override
                public void onLink(boolean up) {
                    receiver.onLink(up);
                }
            };
        }

        private static byte[] withoutCalls(byte[] payload) {
            LaneEnvelope heard = read(payload);
            boolean lost = heard.message() instanceof LaneMessage.HelpRaised raised
                    && Math.floorMod(raised.call().requestId().hashCode(), ONE_IN) == 0;
            if (!lost) {
                return payload;
            }
            LaneMessage nothing =
                    new LaneMessage.HelpWithdrawn("nobody:0", LaneMessage.Withdrawal.AUTO_CLEARED, Optional.empty());
            return RecordJson.write(
                    LaneEnvelope.class,
                    new LaneEnvelope(
                            heard.v(), heard.lane(), heard.stream(), heard.sequence(), heard.previous(), nothing));
        }
    }

    private static LaneEnvelope read(byte[] payload) {
        try {
            return RecordJson.read(LaneEnvelope.class, payload);
        } catch (RecordJsonException e) {
            throw new IllegalStateException("a lane speaks in words nobody knows", e);
        }
    }
}
