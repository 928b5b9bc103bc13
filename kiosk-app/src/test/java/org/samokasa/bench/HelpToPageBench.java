package org.samokasa.bench;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.samokasa.kiosk.app.hub.HubMain;
import org.samokasa.kiosk.app.lane.LaneMain;
import org.samokasa.kiosk.network.Topics;
import org.samokasa.kiosk.persistence.catalogue.CatalogueDraft;
import org.samokasa.kiosk.persistence.catalogue.CatalogueImport;

/**
 * P7: a shopper's call, from the lane's queue through the lane's disk, the broker and the hub's disk to the event that an
 * attendant's browser gets; lane and hub are processes of their own, every force is done. In turns with it a bare message
 * of the same size, quality of service 1, through the same broker.
 */
final class HelpToPageBench {
    private static final int WARM_UP = 40;
    private static final int CALLS = 200;
    private static final int LANE = 4;
    private static final int PATIENCE_SECONDS = 30;
    /** More than twice the time for which the hub gathers changes. */
    private static final int QUIET_MILLIS = 100;

    private static final String RAW = "bench/raw";

    private final int lanePort;
    private final URI hub;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<Seen> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Seen> calls = new LinkedBlockingQueue<>();
    private final BlockingQueue<Seen> acknowledgements = new LinkedBlockingQueue<>();
    private final BlockingQueue<Seen> bareMessages = new LinkedBlockingQueue<>();
    private final Mqtt5AsyncClient mqtt;

    /** Something that arrived, and {@link System#nanoTime} of then. */
    private record Seen(byte[] text, long nanos) {}

    /** One call, in milliseconds from the touch. */
    private record Call(double atBroker, double onHubsDisk, double atPage) {}

    private HelpToPageBench(int lanePort, int webPort, int mqttPort, String token) {
        this.lanePort = lanePort;
        this.hub = URI.create("http://127.0.0.1:" + webPort + "/");
        this.token = token;
        mqtt = MqttClient.builder()
                .useMqttVersion5()
                .identifier("samokasa-bench")
                .serverHost("127.0.0.1")
                .serverPort(mqttPort)
                .buildAsync();
    }

    static List<Figure> run(Path folder) throws Exception {
        int webPort = ProcessBench.freePort();
        int mqttPort = ProcessBench.freePort();
        int lanePort = ProcessBench.freePort();
        Path hubData = folder.toAbsolutePath().resolve("hub");
        Path hubConfig = Files.writeString(
                folder.resolve("hub.conf"),
                "shop = demo\ndata = \"" + hubData + "\"\nweb.port = " + webPort + "\nmqtt.port = " + mqttPort + "\n");
        Path laneConfig = lane(folder.toAbsolutePath(), lanePort, mqttPort);
        JavaProcess hubProcess = JavaProcess.start(List.of(HubMain.class.getName(), "--config", hubConfig.toString()));
        try (hubProcess) {
            JavaProcess laneProcess = JavaProcess.start(
                    List.of(LaneMain.class.getName(), "--config", laneConfig.toString(), "--no-screen"));
            try (laneProcess) {
                String token =
                        Files.readString(hubData.resolve("console-token")).strip();
                return new HelpToPageBench(lanePort, webPort, mqttPort, token).measure();
            }
        }
    }

    private static Path lane(Path folder, int port, int mqttPort) throws IOException {
        Path data = Files.createDirectories(folder.resolve("lane"));
        Path list = Files.write(folder.resolve("goods.csv"), List.of("code,name,price", "plu:4011,Bananas,5.99"));
        try (CatalogueDraft catalogue = CatalogueDraft.open(data, "PLN")) {
            new CatalogueImport(catalogue, Set.of("A")).run(list, folder.resolve("rejects.csv"));
        }
        return Files.writeString(folder.resolve("lane.conf"), """
                include classpath("org/samokasa/kiosk/app/sample-shop.conf")
                lane { number = %d, data = "%s" }
                machines { }
                hub { mqtt = "mqtt://127.0.0.1:%d" }
                automation { port = %d }
                """.formatted(LANE, data, mqttPort, port));
    }

    private List<Figure> measure() throws Exception {
        listen();
        while (!ProcessBench.ask(lanePort, "view").contains("\"hub\":true")) {
            Thread.onSpinWait();
        }
        double[] broker = new double[CALLS];
        double[] disk = new double[CALLS];
        double[] page = new double[CALLS];
        double[] raw = new double[CALLS];
        for (int number = 1; number <= WARM_UP + CALLS; number++) {
            Call call = call(number);
            double bare = bare();
            int at = number - WARM_UP - 1;
            if (at >= 0) {
                broker[at] = call.atBroker();
                disk[at] = call.onHubsDisk();
                page[at] = call.atPage();
                raw[at] = bare;
            }
        }
        mqtt.disconnect();
        return figures(broker, disk, page, raw);
    }

    private void listen() throws Exception {
        Topics topics = new Topics("demo");
        mqtt.connect().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        subscribe(topics.ofAllLanes("help"), calls);
        subscribe(topics.acknowledgement(LANE), acknowledgements);
        subscribe(RAW, bareMessages);
        Stream<String> lines = http.send(
                        HttpRequest.newBuilder(hub.resolve("api/events?token=" + token))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .body();
        Thread reader = new Thread(
                () -> lines.filter(line -> line.startsWith("data:"))
                        .forEach(
                                line -> events.add(new Seen(line.getBytes(StandardCharsets.UTF_8), System.nanoTime()))),
                "page");
        reader.setDaemon(true);
        reader.start();
    }

    private void subscribe(String topic, BlockingQueue<Seen> arrived) throws Exception {
        mqtt.subscribeWith()
                .topicFilter(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(message -> arrived.add(new Seen(message.getPayloadAsBytes(), System.nanoTime())))
                .send()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Calls, sees the call arrive everywhere, and ends it as an attendant does. */
    private Call call(int number) throws Exception {
        awaitQuietPage();
        acknowledgements.clear();
        long began = System.nanoTime();
        ProcessBench.ask(lanePort, "tell help");
        String id = ":" + LANE + "-" + number + "\"";
        Seen sent = await(calls, id);
        Seen kept = await(acknowledgements, "");
        Seen shown = await(events, id);
        String page = new String(shown.text(), StandardCharsets.UTF_8);
        int end = page.indexOf(id) + id.length() - 1;
        String request = page.substring(page.lastIndexOf('"', end - 1) + 1, end);
        for (String deed : List.of("accept", "solve")) {
            post("api/requests/" + URLEncoder.encode(request, StandardCharsets.UTF_8) + "/" + deed);
        }
        while (!ProcessBench.ask(lanePort, "view").contains("\"help\":\"NONE\"")) {
            Thread.onSpinWait();
        }
        return new Call(millis(began, sent), millis(began, kept), millis(began, shown));
    }

    private static double millis(long began, Seen seen) {
        return (seen.nanos() - began) / 1e6;
    }

    /** A call comes out of quiet, so that its picture is not taken for that of something earlier. */
    private void awaitQuietPage() throws InterruptedException {
        Seen more = events.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        while (more != null) {
            more = events.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** A message as large as a call's, out and back. */
    private double bare() throws Exception {
        byte[] payload = new byte[600];
        long began = System.nanoTime();
        mqtt.publishWith()
                .topic(RAW)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send();
        return millis(began, await(bareMessages, ""));
    }

    private static Seen await(BlockingQueue<Seen> from, String holding) throws InterruptedException {
        while (true) {
            Seen next = from.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("nothing came that holds '" + holding + "'");
            }
            if (new String(next.text(), StandardCharsets.UTF_8).contains(holding)) {
                return next;
            }
        }
    }

    private void post(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(hub.resolve(path))
                .header("X-Console-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString("{\"by\":\"Anna\"}"))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the hub said to " + path + ": " + answer.body());
        }
    }

    private static List<Figure> figures(double[] broker, double[] disk, double[] page, double[] raw) {
        return List.of(
                figure("P7", "call for help to attendant's page, p99, against a bare message", 0.99, page, raw),
                figure("P7b", "the same, p50", 0.5, page, raw),
                figure("P7c", "of that until the call is past the broker, p50", 0.5, broker, raw),
                figure("P7d", "of that until the hub has it on disk and says so, p50", 0.5, disk, raw));
    }

    private static Figure figure(String metric, String what, double share, double[] ours, double[] raw) {
        double value = Pairs.percentile(ours, share);
        double reference = Pairs.percentile(raw, share);
        return new Figure(metric, what, value, "ms", reference, value / reference, Optional.empty());
    }
}
