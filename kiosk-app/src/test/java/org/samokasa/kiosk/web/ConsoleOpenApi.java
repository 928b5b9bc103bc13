package org.samokasa.kiosk.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.samokasa.kiosk.insight.ShiftReport;
import org.samokasa.kiosk.network.JsonSchema;
import org.samokasa.kiosk.web.ConsoleState.LaneTile;

/** The console's calls as an OpenAPI document, docs/messages/console.openapi.json: made of the records that the code reads. */
final class ConsoleOpenApi {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, String> QUERIES = Map.of(
            "week", "^[0-9]{4}-W[0-9]{2}$", "format", "^(html|pdf)$", "hours", "^([1-9]|1[0-9]|2[0-4])$", "since", "");
    private static final Map<String, Object> ISSUE_PARTS =
            Map.of("id", ordered("type", "string"), "changed", ordered("type", "string", "maxLength", 500L));

    private final JsonSchema schemas = JsonSchema.ofComponents();
    private final Map<String, Object> paths = new TreeMap<>();
    private final Set<String> operations = new TreeSet<>();

    private ConsoleOpenApi() {}

    /** The whole document as maps and lists. */
    static Map<String, Object> document() {
        return new ConsoleOpenApi().made();
    }

    /** Each operation as {@link Routes#all} names it. */
    static Set<String> operations() {
        ConsoleOpenApi api = new ConsoleOpenApi();
        api.made();
        return api.operations;
    }

    private Map<String, Object> made() {
        people();
        shop();
        requests();
        lanes();
        reports();
        return ordered(
                "openapi",
                "3.1.0",
                "info",
                ordered(
                        "title",
                        "The store hub's console",
                        "version",
                        "1",
                        "description",
                        "Everything the attendants' page can do. docs/console.md and docs/reports.md say what it means."),
                "servers",
                List.of(ordered("url", "/api")),
                "security",
                List.of(ordered("key", List.of()), ordered("keyInAddress", List.of())),
                "paths",
                paths,
                "components",
                ordered("securitySchemes", keys(), "schemas", described()));
    }

    private static Map<String, Object> keys() {
        return ordered(
                "key",
                ordered("type", "apiKey", "in", "header", "name", "X-Console-Token"),
                "keyInAddress",
                ordered("type", "apiKey", "in", "query", "name", "token"));
    }

    private Map<String, Object> described() {
        schemas.reference(ConsoleApi.ErrorBody.class);
        return schemas.definitions();
    }

    private void people() {
        get("/house", "What a page has to know before anybody signs in", ConsoleStaff.House.class);
        get("/session", "Whose session the device holds", SignInApi.HolderBody.class);
        post(
                "/sign-in",
                "Somebody shows who they are and comes on duty",
                ConsoleStaff.Answer.In.class,
                body("name", "pin?"));
        post("/sign-out", "The device goes to somebody else", ConsoleApi.DoneBody.class, Map.of());
        post("/off-duty", "Whoever is signed in goes off duty on every device", ConsoleApi.DoneBody.class, Map.of());
    }

    private void shop() {
        get("/state", "How the shop is now", ConsoleEvents.Snapshot.class);
        get("/figures", "Sales and requests since a moment", Figures.class, "since!");
        Map<String, Object> streamed = new LinkedHashMap<>();
        for (Class<?> part : List.of(
                ConsoleEvents.Snapshot.class,
                ConsoleEvents.ShopPart.class,
                LaneTile.class,
                ConsoleEvents.RequestsPart.class,
                ConsoleEvents.Beat.class)) {
            streamed.put(part.getSimpleName(), schemas.reference(part));
        }
        add(
                "get",
                "/events",
                "Server-sent events: snapshot first, then shop, lane, requests; beat every 5 s. X-Console-Session may be"
                        + " the parameter session",
                List.of(),
                Map.of(),
                ordered("text/event-stream", ordered("schema", ordered("oneOf", new ArrayList<>(streamed.values())))));
    }

    private void requests() {
        String on = "/requests/{id}/";
        done(on + "accept", "Somebody takes it", body("by", "etaSeconds?"));
        done(on + "go", "They set out", body("by", "etaSeconds?"));
        done(on + "arrive", "They stand at the lane", body("by"));
        done(on + "solve", "They are done", body("by", "action?"));
        done(on + "hand-over", "Somebody else shall go on; it stays theirs until accepted", body("by", "note", "to?"));
        done("/problems/{lane}/{id}/approve", "What the lane asks is allowed", body("by", "reason?"));
        done("/problems/{lane}/{id}/reject", "It is not", body("by", "reason?"));
    }

    private void lanes() {
        String on = "/lanes/{lane}/";
        done(on + "message", "A sentence for the shopper's screen, in their language", body("by", "text"));
        done(on + "open", "Open a closed lane; one that was to close stays open", body("by"));
        done(on + "close", "Close it after the present shopper", body("by"));
        done(on + "pause", "Have it stand still; a payment that runs is finished", body("by"));
        done(on + "resume", "Go on after a pause", body("by"));
        done(on + "suspend", "Put the basket aside, if nothing is paid or to be settled there", body("by", "sale"));
        done("/suspended/{id}/recall", "Send a basket that was put aside to a lane", body("by", "lane"));
        done("/suspended/{id}/give-up", "Nobody comes back for it", body("by", "reason"));
        done(on + "machines/{machine}/test", "Have a machine tested", body("by", "test"));
    }

    private void reports() {
        get("/reports", "All tables of a week", ReportApi.TablesBody.class, "week");
        file("/reports/{table}/csv", "A table as RFC 4180", "text/csv", "week");
        file("/reports/{table}/chart", "A table as a picture", "image/png", "week");
        file("/report", "The week on one page", "text/html", "week", "format");
        get("/shift", "For whoever takes over", ShiftReport.class, "hours");
        get("/issues", "Recurring issues", ReportApi.IssuesBody.class);
        done("/issues/take", "Somebody looks into an issue", body("by", "id"));
        done("/issues/close", "It should not happen again", body("by", "id", "changed"));
    }

    /** The fields of a body; one that ends in a question mark may be missing. */
    private Map<String, Object> body(String... fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        for (String field : fields) {
            String name = field.replace("?", "");
            properties.put(name, part(name));
            // Where staff sign in, the session says who it is.
            if (!field.endsWith("?") && !name.equals("by")) {
                required.add(name);
            }
        }
        return ordered("type", "object", "properties", properties, "required", required, "additionalProperties", false);
    }

    private static Object part(String name) {
        if (name.equals("etaSeconds") || name.equals("lane") || name.equals("sale")) {
            return ordered("type", "integer");
        }
        return ISSUE_PARTS.getOrDefault(name, ordered("type", "string"));
    }

    private void get(String path, String summary, Class<?> answer, String... queries) {
        add("get", path, summary, List.of(queries), Map.of(), json(schemas.reference(answer)));
    }

    private void file(String path, String summary, String type, String... queries) {
        Map<String, Object> binary = ordered("schema", ordered("type", "string", "format", "binary"));
        add("get", path, summary, List.of(queries), Map.of(), ordered(type, binary));
    }

    private void done(String path, String summary, Map<String, Object> body) {
        post(path, summary + ". May be repeated; changed is false when it was so", ConsoleApi.DoneBody.class, body);
    }

    private void post(String path, String summary, Class<?> answer, Map<String, Object> body) {
        add("post", path, summary, List.of(), body, json(schemas.reference(answer)));
    }

    private void add(
            String method,
            String path,
            String summary,
            List<String> queries,
            Map<String, Object> body,
            Map<String, Object> content) {
        operations.add(method + " " + path);
        Map<String, Object> operation =
                ordered("summary", summary, "operationId", method + path.replaceAll("\\W+", "-"));
        List<Object> parameters = parameters(path, queries);
        if (method.equals("post")) {
            parameters.add(header("X-Console-Session", "Who is signed in"));
            parameters.add(header("X-Action-Id", "Of the press: one that is repeated is done once"));
        }
        operation.put("parameters", parameters);
        if (!body.isEmpty()) {
            operation.put("requestBody", ordered("required", true, "content", json(body)));
        }
        Map<String, Object> failed = ordered(
                "description",
                "400, 401, 404, 405, 409, 413, 429, 503: what and why, see docs/console.md",
                "content",
                json(schemas.reference(ConsoleApi.ErrorBody.class)));
        operation.put(
                "responses", ordered("200", ordered("description", "Done", "content", content), "default", failed));
        @SuppressWarnings("unchecked")
        Map<String, Object> there = (Map<String, Object>) paths.computeIfAbsent(path, none -> new TreeMap<>());
        there.put(method, operation);
    }

    private static List<Object> parameters(String path, List<String> queries) {
        List<Object> parameters = new ArrayList<>();
        Matcher names = NAME.matcher(path);
        while (names.find()) {
            String type = names.group(1).equals("lane") ? "integer" : "string";
            parameters.add(parameter(names.group(1), "path", true, ordered("type", type)));
        }
        for (String query : queries) {
            String name = query.replace("!", "");
            Map<String, Object> schema = name.equals("since")
                    ? ordered("type", "string", "format", "date-time")
                    : ordered("type", "string", "pattern", QUERIES.get(name));
            parameters.add(parameter(name, "query", query.endsWith("!"), schema));
        }
        return parameters;
    }

    private static Map<String, Object> header(String name, String what) {
        Map<String, Object> header = parameter(name, "header", false, ordered("type", "string"));
        header.put("description", what);
        return header;
    }

    private static Map<String, Object> parameter(String name, String in, boolean required, Map<String, Object> schema) {
        return ordered("name", name, "in", in, "required", required, "schema", schema);
    }

    private static Map<String, Object> json(Map<String, Object> schema) {
        return ordered("application/json", ordered("schema", schema));
    }

    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
