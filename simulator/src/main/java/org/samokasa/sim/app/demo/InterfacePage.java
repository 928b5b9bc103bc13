package org.samokasa.sim.app.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Step;

/** The attendant without a browser: the same commands the page sends, sent directly. It has no pictures to show. */
public final class InterfacePage implements AttendantPage {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI hub;
    private final String token;
    private final String attendant;

    /** @param console address with its token, as the hub prints it */
    public InterfacePage(String console, String attendant) {
        URI address = URI.create(console);
        this.hub = address.resolve("/");
        this.token = Optional.ofNullable(address.getQuery()).orElse("").replaceFirst("^token=", "");
        this.attendant = attendant;
    }

    @Override
    public void perform(Step step) {
        boolean aboutProblem = step.first().equals("approve") || step.first().equals("reject");
        String reason = step.first().equals("reject") ? ",\"reason\":\"not today\"" : "";
        String body = "{\"by\":\"" + attendant + "\"" + reason + "}";
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += LOOK.toMillis()) {
            Optional<String> path = aboutProblem ? problem(step.first()) : helpRequest(step.first());
            if (path.isPresent() && post(path.get(), body)) {
                return;
            }
            rest();
        }
        throw new ScriptException("the hub has nothing to " + step.first());
    }

    private Optional<String> helpRequest(String verb) {
        return requests().findFirst().map(card -> "api/requests/" + encoded(card.get("id")) + "/" + verb);
    }

    private Optional<String> problem(String verb) {
        return requests()
                .flatMap(card -> list(card, "problems").stream()
                        .filter(problem -> problem.get("settled").equals(false) && problem.get("decided") == null)
                        .map(problem -> "api/problems/" + card.get("lane") + "/" + encoded(problem.get("problemId"))
                                + "/" + verb))
                .findFirst();
    }

    private java.util.stream.Stream<Map<String, Object>> requests() {
        try {
            HttpResponse<String> answer = client.send(
                    request("api/state").GET().build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Object state = JsonText.object(answer.body()).get("state");
            return state instanceof Map<?, ?> map ? list(map, "requests").stream() : java.util.stream.Stream.empty();
        } catch (IOException gone) {
            return java.util.stream.Stream.empty();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new ScriptException("interrupted");
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<?, ?> from, String key) {
        return from.get(key) instanceof List<?> all ? (List<Map<String, Object>>) all : List.of();
    }

    private boolean post(String path, String body) {
        try {
            HttpRequest request = request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 300;
        } catch (IOException gone) {
            return false;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new ScriptException("interrupted");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(hub.resolve(path)).timeout(PATIENCE).header("X-Console-Token", token);
    }

    private static String encoded(Object id) {
        return URLEncoder.encode(String.valueOf(id), StandardCharsets.UTF_8);
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new ScriptException("interrupted");
        }
    }

    @Override
    public void picture(Path png) {
        throw new ScriptException("there is no browser to take pictures with");
    }

    @Override
    public boolean hasPictures() {
        return false;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
