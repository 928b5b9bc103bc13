package org.samokasa.kiosk.app.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.samokasa.kiosk.help.Evidence;
import org.samokasa.kiosk.help.HelpCall;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.HelpProblem;
import org.samokasa.kiosk.network.HubCommand;
import org.samokasa.kiosk.network.HubListener;
import org.samokasa.kiosk.network.LaneMessage;
import org.samokasa.kiosk.network.LaneState;
import org.samokasa.kiosk.network.Topics;
import org.samokasa.kiosk.network.mqtt.LaneUplink;
import org.samokasa.kiosk.network.mqtt.MqttAddress;
import org.samokasa.kiosk.store.Sale;

/** A lane that has nothing but its line to the hub and a journal in memory. */
public final class LaneDouble implements HubListener, AutoCloseable {
    /** Generous: shared machines pause, and no test may fail for it. */
    static final long PATIENCE_SECONDS = 60;

    final int number;
    public final BlockingQueue<HubCommand> commands = new LinkedBlockingQueue<>();
    /** Kept apart: they come whenever somebody is alerted. */
    final BlockingQueue<HubCommand> forecasts = new LinkedBlockingQueue<>();

    final BlockingQueue<Long> acknowledgements = new LinkedBlockingQueue<>();
    final BlockingQueue<Boolean> link = new LinkedBlockingQueue<>();
    private final TreeMap<Long, LaneMessage> journal = new TreeMap<>();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
    private final LaneUplink uplink;
    private volatile boolean takesCommands = true;

    public LaneDouble(String shop, int number, int mqttPort) {
        this(shop, number, mqttPort, "journal-" + number);
    }

    LaneDouble(String shop, int number, int mqttPort, String stream) {
        this.number = number;
        this.uplink = new LaneUplink(
                MqttAddress.local(mqttPort),
                new LaneUplink.Identity(new Topics(shop), number, stream),
                LaneUplink.Restored.NOTHING,
                this,
                worker,
                InstantSource.system());
        uplink.start();
    }

    public LaneDouble awaitLink() throws InterruptedException {
        assertThat(link.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return this;
    }

    /** What a lane does that dies between receiving a command and writing it down. */
    void takesCommands(boolean takes) {
        takesCommands = takes;
    }

    /** Positions have gaps: a lane's journal holds more than messages. */
    public synchronized long say(LaneMessage message) {
        long position = journal.isEmpty() ? 3 : journal.lastKey() + 2;
        journal.put(position, message);
        uplink.offer(position, message);
        return position;
    }

    public void awaitAcknowledgement(long upTo) throws InterruptedException {
        long reached = 0;
        while (reached < upTo) {
            Long next = acknowledgements.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next)
                    .as("acknowledgement up to %d, last was %d", upTo, reached)
                    .isNotNull();
            reached = next;
        }
    }

    public HubCommand awaitCommand() throws InterruptedException {
        HubCommand command = commands.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(command).as("a command for lane %d", number).isNotNull();
        return command;
    }

    /** Text of the message to the shopper that comes next. */
    public String awaitMessage() throws InterruptedException {
        HubCommand command = awaitCommand();
        assertThat(command).isInstanceOf(HubCommand.MessageToShopper.class);
        return ((HubCommand.MessageToShopper) command).text();
    }

    /** Commands that came and were not awaited. */
    int commandsLeft() {
        return commands.size();
    }

    public void show(String phase, List<LaneState.StateLine> lines, List<LaneState.DeviceState> devices) {
        show(phase, lines, devices, Optional.empty(), Optional.empty());
    }

    /** With what staff ordered of it. */
    void show(
            String phase,
            List<LaneState.StateLine> lines,
            List<LaneState.DeviceState> devices,
            Optional<LaneState.Order> paused,
            Optional<LaneState.Order> closing) {
        long total = lines.stream().mapToLong(LaneState.StateLine::amountMinor).sum();
        uplink.state(new LaneState(
                1,
                number,
                true,
                phase,
                "en",
                lines.isEmpty() ? OptionalLong.empty() : OptionalLong.of(17),
                lines.size(),
                total,
                Optional.of("EUR"),
                lines,
                List.of(),
                Optional.empty(),
                devices,
                paused,
                closing,
                Instant.now()));
    }

    @Override
    public void onCommand(String stream, long sequence, HubCommand command) {
        if (takesCommands) {
            (command instanceof HubCommand.HelpForecast ? forecasts : commands).add(command);
            uplink.applied(stream, sequence);
        }
    }

    @Override
    public void onAcknowledged(long upToSequence) {
        acknowledgements.add(upToSequence);
    }

    @Override
    public synchronized void onHubIsBehind(long upToSequence) {
        uplink.beginAgainAfter(upToSequence);
        journal.tailMap(upToSequence, false).forEach(uplink::offer);
    }

    @Override
    public void onLink(boolean up) {
        link.add(up);
    }

    @Override
    public void close() {
        uplink.close();
        worker.shutdown();
    }

    static Sale sale(int lane, long number) {
        return new Sale(
                lane,
                number,
                Instant.now(),
                "EUR",
                119,
                List.of(new Sale.Line(Optional.of("4006381333931"), "Milk 1 L", "1", 119)),
                List.of(new Sale.Tax("A 19%", 100, 19)),
                List.of(new Sale.Tender("CARD", 119, Optional.of("ref " + number))));
    }

    public static HelpCall ageCheck(String id, int lane) {
        HelpProblem problem = new HelpProblem(
                "age-" + id,
                "AGE_CHECK",
                "Age check",
                Optional.of("Pale ale 0.5 L"),
                true,
                List.of(new Evidence("minimumAge", "18"), new Evidence("bornOnOrBefore", "2008-11-21")));
        return call(id, lane, HelpCause.AGE_CHECK, "Age check", List.of(problem));
    }

    public static HelpCall weight(String id, int lane) {
        HelpProblem problem = new HelpProblem(
                "weight-" + id,
                "WEIGHT_MISMATCH",
                "Weight differs",
                Optional.of("Oranges 1 kg net"),
                true,
                List.of(
                        new Evidence("gramsExpected", "1030"),
                        new Evidence("gramsMeasured", "860"),
                        new Evidence("picture", "orange")));
        return call(id, lane, HelpCause.WEIGHT_MISMATCH, "Weight differs", List.of(problem));
    }

    public static HelpCall call(String id, int lane, HelpCause cause, String title, List<HelpProblem> problems) {
        return new HelpCall(id, lane, 17, cause, title, List.of(), Instant.now(), problems);
    }
}
