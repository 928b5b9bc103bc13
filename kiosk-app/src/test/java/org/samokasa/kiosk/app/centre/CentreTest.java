package org.samokasa.kiosk.app.centre;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samokasa.kiosk.app.hub.LaneDouble;
import org.samokasa.kiosk.json.JsonLook;
import org.samokasa.kiosk.network.HubCommand;
import org.samokasa.kiosk.network.LaneMessage.HelpRaised;

/** The centre over HTTP, with two real hubs and with some that behave badly. */
class CentreTest {
    private static final long PATIENCE_SECONDS = 60;
    private static final String HOUSE =
            "{\"pin\":true,\"people\":[{\"name\":\"Ola\",\"role\":\"REMOTE\"}],\"map\":[],\"newer\":{\"than\":[\"we\"]}}";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private TwoShops shops;
    private ServerSocket bad;

    @AfterEach
    void stop() throws IOException {
        if (shops != null) {
            shops.close();
        }
        if (bad != null) {
            bad.close();
        }
    }

    /** What a hub does with an event stream, its headers said. */
    private interface Talk {
        void talk(Socket socket) throws IOException;
    }

    private static Talk forEver(String words) {
        return socket -> {
            while (true) {
                socket.getOutputStream().write(words.getBytes(US_ASCII));
            }
        };
    }

    /** A hub that lets Ola in, and then does as told. */
    private String hub(Talk stream) throws IOException {
        bad = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            while (!bad.isClosed()) {
                try {
                    Socket one = bad.accept();
                    Thread each = new Thread(() -> answer(one, stream));
                    each.setDaemon(true);
                    each.start();
                } catch (IOException closed) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return "http://127.0.0.1:" + bad.getLocalPort();
    }

    private static void answer(Socket socket, Talk stream) {
        try (socket) {
            String head = head(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            if (head.contains(" /api/events")) {
                out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n".getBytes(US_ASCII));
                stream.talk(socket);
                return;
            }
            String body = head.contains("/house") ? HOUSE : "{\"session\":\"s\",\"name\":\"Ola\",\"role\":\"REMOTE\"}";
            out.write(("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                    .getBytes(US_ASCII));
        } catch (IOException gone) {
            // The centre had enough of it.
        }
    }

    /** Up to the empty line; a body that follows is small and stays unread. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = in.read();
        while (next >= 0 && head.indexOf("\r\n\r\n") < 0) {
            head.append((char) next);
            next = head.indexOf("\r\n\r\n") < 0 ? in.read() : -1;
        }
        return head.toString();
    }

    private HttpRequest.Builder request(String path, String session) {
        String url = shops.centre.url();
        return HttpRequest.newBuilder(URI.create(url.substring(0, url.indexOf("/?")) + "/api" + path))
                .header("X-Console-Token", url.substring(url.indexOf("token=") + "token=".length()))
                .header("X-Console-Session", session);
    }

    private HttpResponse<String> post(String path, String session, String action, String body) throws Exception {
        return http.send(
                request(path, session)
                        .header("X-Action-Id", action)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(String session, String body) throws Exception {
        return post("/sign-in", session, "1", body);
    }

    private static String session(HttpResponse<String> entrance) {
        return JsonLook.into(entrance.body().getBytes(UTF_8)).text("session").orElse("");
    }

    /** What a page hears, line by line. */
    private LinkedBlockingQueue<String> listen(String session) {
        LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
        http.sendAsync(request("/events?session=" + session, session).build(), HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer -> {
                    Thread reader = new Thread(() -> {
                        try (Stream<String> all = answer.body()) {
                            all.forEach(lines::add);
                        } catch (java.io.UncheckedIOException ended) {
                            lines.add("ended");
                        }
                    });
                    reader.setDaemon(true);
                    reader.start();
                });
        return lines;
    }

    private static String await(LinkedBlockingQueue<String> lines, String... parts) throws InterruptedException {
        while (true) {
            String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(line).as("a line with %s", List.of(parts)).isNotNull();
            if (Stream.of(parts).allMatch(line::contains)) {
                return line;
            }
        }
    }

    /** A shop that is slow to let somebody in comes a little later than the page. */
    private static void awaitLive(LinkedBlockingQueue<String> page, String... names) throws InterruptedException {
        Set<String> missing = new HashSet<>(Set.of(names));
        while (!missing.isEmpty()) {
            String line = await(page, "\"standing\":\"LIVE\"");
            missing.removeIf(name -> line.startsWith("data:" + name + " "));
        }
    }

    @Test
    void a_pin_opens_the_shops_that_know_it_and_another_one_opens_the_rest() throws Exception {
        shops = new TwoShops(folder, TwoShops.OLA_IN_THE_SOUTH);
        HttpResponse<String> in = signIn("", "{\"name\":\"Ola\",\"pin\":\"" + TwoShops.OLA + "\"}");
        assertThat(in.statusCode()).isEqualTo(200);
        LinkedBlockingQueue<String> page = listen(session(in));
        await(page, "\"shop\":\"south\"", "\"standing\":\"PIN_WRONG\"");
        awaitLive(page, "north");
        HttpResponse<String> more = signIn(
                session(in), "{\"name\":\"Ola\",\"pin\":\"" + TwoShops.OLA_IN_THE_SOUTH + "\",\"shop\":\"south\"}");
        assertThat(session(more)).isEqualTo(session(in));
        await(page, "data:south ", "\"standing\":\"LIVE\"");
    }

    @Test
    void who_works_in_the_shop_itself_is_not_let_in_and_not_taken_for_present() throws Exception {
        shops = new TwoShops(folder, TwoShops.OLA);
        HttpResponse<String> anna = signIn("", "{\"name\":\"Anna\",\"pin\":\"" + TwoShops.ANNA + "\"}");
        assertThat(anna.statusCode()).isEqualTo(401);
        assertThat(anna.body()).contains("\"error\":\"NOT_REMOTE\"");
        HttpResponse<String> nobody = signIn("", "{\"name\":\"Eve\",\"pin\":\"1111\"}");
        assertThat(nobody.body()).contains("\"error\":\"UNKNOWN_HERE\"");
        HttpResponse<String> ola = signIn("", "{\"name\":\"Ola\",\"pin\":\"" + TwoShops.OLA + "\"}");
        // Exactly who is on duty: Anna's PIN was right, and still nobody took her for somebody in the shop.
        await(listen(session(ola)), "data:north ", "\"onDuty\":[{\"name\":\"Ola\",\"role\":\"REMOTE\"}]");
    }

    @Test
    void commands_answers_and_repeats_pass_unchanged_and_others_do_not_pass() throws Exception {
        shops = new TwoShops(folder, TwoShops.OLA);
        String ola = session(signIn("", "{\"name\":\"Ola\",\"pin\":\"" + TwoShops.OLA + "\"}"));
        LinkedBlockingQueue<String> page = listen(ola);
        awaitLive(page, "north", "south");
        try (LaneDouble four = shops.south.lane(4)) {
            four.awaitAcknowledgement(four.say(new HelpRaised(LaneDouble.ageCheck("r 1ä", 4))));
            String accept = "/shops/south/requests/r%201%C3%A4/accept";
            assertThat(post(accept, ola, "7", "{\"etaSeconds\":40}"))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                    .satisfies(answer -> assertThat(answer.body()).isEqualTo("{\"changed\":true}"));
            assertThat(four.awaitCommand()).isEqualTo(new HubCommand.HelpAccepted("r 1ä", "Ola", 40));
            String message = "/shops/south/lanes/4/message";
            String text = "{\"text\":\"One moment, please.\"}";
            assertThat(post(message, ola, "m1", text).body()).isEqualTo("{\"changed\":true}");
            assertThat(post(message, ola, "m1", text).body())
                    .as("the hub knows the repeat by its id")
                    .isEqualTo("{\"changed\":false}");
            assertThat(post(message, ola, "m2", text).body()).isEqualTo("{\"changed\":true}");
            assertThat(post(accept, ola, "8", "{}").body()).isEqualTo("{\"changed\":false}");
            assertThat(post("/shops/north/requests/r1/accept", ola, "9", "{}"))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(404))
                    .satisfies(answer -> assertThat(answer.body()).contains("UNKNOWN_REQUEST"));
            assertThat(post("/shops/east/requests/r1/accept", ola, "1", "{}").body())
                    .contains("UNKNOWN_SHOP");
            assertThat(post("/shops/south/sign-out", ola, "1", "{}").statusCode())
                    .isEqualTo(404);
            assertThat(post("/shops/south/lanes/../off-duty", ola, "1", "{}").statusCode())
                    .isEqualTo(404);
            assertThat(post(accept, "guess", "1", "{}").statusCode()).isEqualTo(401);
            assertThat(post(accept, ola, "two words", "{}").statusCode()).isEqualTo(400);
        }
        assertThat(post("/off-duty", ola, "2", "{}").body()).isEqualTo("{\"changed\":true}");
        await(page, "ended");
        assertThat(post("/shops/south/lanes/4/close", ola, "3", "{}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_hub_that_is_started_again_is_heard_again_with_the_session_it_had() throws Exception {
        shops = new TwoShops(folder, TwoShops.OLA);
        String ola = session(signIn("", "{\"name\":\"Ola\",\"pin\":\"" + TwoShops.OLA + "\"}"));
        LinkedBlockingQueue<String> page = listen(ola);
        await(page, "data:north ", "\"standing\":\"LIVE\"");
        shops.killNorth();
        await(page, "data:north ", "\"standing\":\"NO_CONTACT\"", "\"since\":");
        assertThat(post("/shops/north/lanes/1/close", ola, "1", "{}"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(504))
                .satisfies(answer -> assertThat(answer.body()).contains("NO_CONTACT"));
        long killed = System.nanoTime();
        shops.startNorth();
        long started = System.nanoTime();
        await(page, "data:north ", "\"standing\":\"LIVE\"");
        System.out.printf(
                "a hub was live again %d ms after it could be reached, %d ms after it was started%n",
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
        assertThat(post("/shops/north/lanes/1/close", ola, "1", "{}").body()).isEqualTo("{\"changed\":true}");
    }

    @Test
    void a_hub_that_forgot_a_session_asks_for_the_pin_and_only_that_shop_does() throws Exception {
        shops = new TwoShops(folder, TwoShops.OLA);
        String ola = session(signIn("", "{\"name\":\"Ola\",\"pin\":\"" + TwoShops.OLA + "\"}"));
        LinkedBlockingQueue<String> page = listen(ola);
        awaitLive(page, "north", "south");
        shops.killNorth();
        java.nio.file.Files.delete(folder.resolve("north-data").resolve("console-sessions"));
        shops.startNorth();
        await(page, "data:north ", "\"standing\":\"PIN_NEEDED\"");
        assertThat(post("/shops/south/lanes/1/close", ola, "1", "{}").body()).isEqualTo("{\"changed\":true}");
        assertThat(post("/shops/north/lanes/1/close", ola, "1", "{}").body()).contains("NOT_SIGNED_IN");
    }

    @Test
    void a_hub_that_never_ends_its_line_is_left_and_holds_up_nobody() throws Exception {
        String west = hub(forEver("data: and on, and on, "));
        shops = new TwoShops(folder, TwoShops.OLA, TwoShops.shop("west", "West End", west, "k"));
        String ola = session(signIn("", "{\"name\":\"Ola\",\"pin\":\"" + TwoShops.OLA + "\"}"));
        LinkedBlockingQueue<String> page = listen(ola);
        awaitLive(page, "south");
        await(page, "data:west ", "\"standing\":\"NO_CONTACT\"");
        assertThat(post("/shops/south/lanes/1/close", ola, "1", "{}").body()).isEqualTo("{\"changed\":true}");
    }

    @Test
    void a_hub_that_floods_loses_its_own_line_and_no_other() throws Exception {
        String west = hub(forEver("event: lane\ndata: not\rdata: json\n\n"));
        shops = new TwoShops(folder, TwoShops.OLA, TwoShops.shop("west", "West End", west, "k"));
        String ola = session(signIn("", "{\"name\":\"Ola\",\"pin\":\"" + TwoShops.OLA + "\"}"));
        LinkedBlockingQueue<String> page = listen(ola);
        awaitLive(page, "south");
        await(page, "data:west not");
        assertThat(post("/shops/south/lanes/1/close", ola, "1", "{}").body()).isEqualTo("{\"changed\":true}");
        try (LaneDouble four = shops.south.lane(4)) {
            four.say(new HelpRaised(LaneDouble.weight("s1", 4)));
            await(page, "data:south ", "\"id\":\"s1\"");
        }
    }

    @Test
    void a_hub_sees_a_page_go() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        String west = hub(socket -> {
            socket.getOutputStream().write("event: snapshot\ndata: {}\n\n".getBytes(US_ASCII));
            if (socket.getInputStream().read() < 0) {
                gone.countDown();
            }
        });
        shops = new TwoShops(folder, TwoShops.OLA, TwoShops.shop("west", "West End", west, "k"));
        String ola = session(signIn("", "{\"name\":\"Ola\",\"pin\":\"" + TwoShops.OLA + "\"}"));
        URI url = URI.create(shops.centre.url());
        String key = url.getQuery().substring("token=".length());
        try (Socket page = new Socket(url.getHost(), url.getPort())) {
            page.getOutputStream()
                    .write(("GET /api/events?token=" + key + "&session=" + ola + " HTTP/1.0\r\n\r\n")
                            .getBytes(US_ASCII));
            BufferedReader lines = new BufferedReader(new InputStreamReader(page.getInputStream(), UTF_8));
            Stream<String> heard = lines.lines()
                    .filter(line -> line.contains("\"shop\":\"west\"") && line.contains("\"standing\":\"LIVE\""));
            assertThat(heard.limit(1)).hasSize(1);
            assertThat(gone.getCount()).isEqualTo(1);
        }
        assertThat(gone.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
}
