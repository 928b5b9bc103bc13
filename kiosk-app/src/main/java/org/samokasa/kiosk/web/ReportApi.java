package org.samokasa.kiosk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;
import org.samokasa.kiosk.insight.Csv;
import org.samokasa.kiosk.insight.IsoWeek;
import org.samokasa.kiosk.insight.Issue;
import org.samokasa.kiosk.insight.IssueBook;
import org.samokasa.kiosk.insight.Period;
import org.samokasa.kiosk.insight.ShiftReport;
import org.samokasa.kiosk.insight.Table;
import org.samokasa.kiosk.insight.WeekReport;
import org.samokasa.kiosk.insight.WeekTables;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.json.RecordJsonException;
import org.samokasa.kiosk.store.StoreCommand;

/** Reports and the inbox of recurring issues over HTTP, described in docs/reports.md. */
final class ReportApi {
    /** The page of a week is one file with its style and picture inside, and nothing else runs or loads in it. */
    private static final String ONE_FILE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private static final String SHIFT_HOURS = "8";

    /**
     * The tables of a week.
     *
     * @param words titles, meanings, column heads and the words for keys, in the language that was asked for
     */
    record TablesBody(String week, LocalDate from, LocalDate to, List<Table> tables, Map<String, String> words) {}

    /** The inbox: open issues, those with the most cases in front, and then the closed ones. */
    record IssuesBody(List<Issue> open, List<Issue> closed) {}

    /**
     * What somebody does about an issue.
     *
     * @param by who it is; where staff sign in, their session says it and this is not looked at
     */
    record IssueAct(Optional<String> by, String id, Optional<String> changed) {
        String who() {
            return by.orElseThrow(() -> new IllegalArgumentException("by is missing"));
        }
    }

    /** Makes the answer out of a week. */
    private interface Answer {
        void give(HttpServerExchange exchange, IsoWeek week, WeekTables tables);
    }

    private final ConsoleDesk desk;
    private final SignInApi staff;

    ReportApi(ConsoleDesk desk, SignInApi staff) {
        this.desk = desk;
        this.staff = staff;
    }

    /** Adds the routes. */
    void to(Routes routes) {
        routes.get("/reports", exchange -> ofWeek(exchange, this::tables));
        routes.get("/reports/{table}/csv", exchange -> ofWeek(exchange, this::csv));
        routes.get("/reports/{table}/chart", exchange -> ofWeek(exchange, this::chart));
        routes.get("/report", exchange -> ofWeek(exchange, this::report));
        routes.get("/shift", this::shift);
        routes.get("/issues", this::issues);
        routes.post("/issues/take", exchange -> act(exchange, act -> new StoreCommand.TakeIssue(act.id(), act.who())));
        routes.post(
                "/issues/close",
                exchange -> act(
                        exchange,
                        act -> new StoreCommand.CloseIssue(
                                act.id(), act.who(), act.changed().orElse(""))));
    }

    private void ofWeek(HttpServerExchange exchange, Answer answer) {
        IsoWeek week;
        try {
            week = parameter(exchange, "week")
                    .map(IsoWeek::parse)
                    .orElseGet(() -> IsoWeek.of(
                            LocalDate.ofInstant(desk.now(), desk.reports().zone())));
        } catch (DateTimeException e) {
            ConsoleApi.fail(exchange, StatusCodes.BAD_REQUEST, "BAD_REQUEST", "week must be like 2026-W47");
            return;
        }
        Words words = desk.reports().words(language(exchange));
        later(
                exchange,
                period(week.before())
                        .thenCombine(
                                period(week),
                                (before, now) -> new WeekTables(
                                        now, before, desk.reports().zone(), words)),
                tables -> answer.give(exchange, week, tables));
    }

    /** The one that the page speaks; English for one that nobody has written reports in. */
    private static Language language(HttpServerExchange exchange) {
        String tag = parameter(exchange, "lang").orElse("");
        return Arrays.stream(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElse(Language.EN);
    }

    private CompletableFuture<Period> period(IsoWeek week) {
        return desk.reports().period(start(week), start(week.after()));
    }

    private Instant start(IsoWeek week) {
        return week.monday().atStartOfDay(desk.reports().zone()).toInstant();
    }

    private void tables(HttpServerExchange exchange, IsoWeek week, WeekTables tables) {
        TablesBody body = new TablesBody(
                week.toString(),
                week.monday(),
                week.monday().plusDays(6),
                tables.all(),
                tables.words().sentences());
        send(exchange, "application/json", RecordJson.write(TablesBody.class, body));
    }

    private void csv(HttpServerExchange exchange, IsoWeek week, WeekTables tables) {
        // Programs read it: whatever the page speaks, it stays the same.
        WeekTables english = new WeekTables(
                tables.week(), tables.before(), tables.zone(), desk.reports().words(Language.EN));
        Optional<Table> table = english.named(parameter(exchange, "table").orElse(""));
        if (table.isEmpty()) {
            noSuchTable(exchange);
            return;
        }
        attached(exchange, table.get().id() + "-" + week + ".csv");
        send(
                exchange,
                "text/csv; charset=utf-8; header=present",
                Csv.of(table.get()).getBytes(UTF_8));
    }

    private void chart(HttpServerExchange exchange, IsoWeek week, WeekTables tables) {
        Optional<byte[]> picture = tables.named(parameter(exchange, "table").orElse(""))
                .flatMap(table -> desk.reports().press().chart(table, tables.words()));
        picture.ifPresentOrElse(png -> send(exchange, "image/png", png), () -> noSuchTable(exchange));
    }

    private static void noSuchTable(HttpServerExchange exchange) {
        ConsoleApi.fail(
                exchange,
                StatusCodes.NOT_FOUND,
                "NO_SUCH_TABLE",
                parameter(exchange, "table").orElse(""));
    }

    private void report(HttpServerExchange exchange, IsoWeek week, WeekTables tables) {
        String format = parameter(exchange, "format").orElse("html");
        WeekReport report = WeekReport.of(desk.state().shop(), week, tables);
        if (format.equals("pdf")) {
            attached(exchange, "samokasa-" + week + ".pdf");
            send(exchange, "application/pdf", desk.reports().press().pdf(report));
        } else if (format.equals("html")) {
            exchange.getResponseHeaders().put(new HttpString("Content-Security-Policy"), ONE_FILE);
            send(exchange, "text/html; charset=utf-8", desk.reports().press().html(report));
        } else {
            ConsoleApi.fail(exchange, StatusCodes.BAD_REQUEST, "BAD_REQUEST", "format must be html or pdf");
        }
    }

    private void shift(HttpServerExchange exchange) {
        String hours = parameter(exchange, "hours").orElse(SHIFT_HOURS);
        if (!hours.matches("[1-9]|1[0-9]|2[0-4]")) {
            ConsoleApi.fail(exchange, StatusCodes.BAD_REQUEST, "BAD_REQUEST", "hours must be 1 to 24");
            return;
        }
        Instant now = desk.now();
        later(exchange, desk.reports().period(now.minus(Duration.ofHours(Long.parseLong(hours))), now), period -> {
            byte[] body = RecordJson.write(ShiftReport.class, ShiftReport.of(period));
            send(exchange, "application/json", body);
        });
    }

    private void issues(HttpServerExchange exchange) {
        later(exchange, desk.reports().issues(), book -> {
            IssuesBody body = new IssuesBody(book.open(), closed(book));
            send(exchange, "application/json", RecordJson.write(IssuesBody.class, body));
        });
    }

    private static List<Issue> closed(IssueBook book) {
        return book.issues().values().stream().filter(issue -> !issue.isOpen()).toList();
    }

    /** A command made of the body. */
    private interface Maker {
        StoreCommand make(IssueAct act);
    }

    private void act(HttpServerExchange exchange, Maker maker) {
        exchange.getRequestReceiver()
                .receiveFullBytes(
                        (received, body) -> {
                            Optional<String> who = staff.who(received);
                            if (who.isEmpty() && staff.asksForSession()) {
                                SignInApi.notSignedIn(received);
                                return;
                            }
                            StoreCommand command;
                            try {
                                IssueAct typed = RecordJson.read(IssueAct.class, body, ConsoleApi.BODY_BYTES_MAX);
                                command = maker.make(new IssueAct(who.or(typed::by), typed.id(), typed.changed()));
                            } catch (RecordJsonException | IllegalArgumentException e) {
                                ConsoleApi.fail(received, StatusCodes.BAD_REQUEST, "BAD_REQUEST", e.getMessage());
                                return;
                            }
                            later(received, desk.decide(command), decision -> ConsoleApi.answer(received, decision));
                        },
                        (failed, reason) -> ConsoleApi.fail(
                                failed, StatusCodes.REQUEST_ENTITY_TOO_LARGE, "TOO_LONG", reason.getMessage()));
    }

    /** Answers on a worker: drawing takes longer than a thread that carries the network may be held. */
    private static <T> void later(HttpServerExchange exchange, CompletableFuture<T> future, Consumer<T> answer) {
        exchange.dispatch(
                io.undertow.util.SameThreadExecutor.INSTANCE,
                () -> future.thenAcceptAsync(answer, exchange.getConnection().getWorker())
                        .exceptionally(failure -> {
                            ConsoleApi.fail(
                                    exchange,
                                    StatusCodes.SERVICE_UNAVAILABLE,
                                    "NOT_RECORDED",
                                    String.valueOf(failure.getMessage()));
                            return null;
                        }));
    }

    private static Optional<String> parameter(HttpServerExchange exchange, String name) {
        return Optional.ofNullable(exchange.getQueryParameters().get(name)).map(Deque::getFirst);
    }

    private static void attached(HttpServerExchange exchange, String file) {
        exchange.getResponseHeaders()
                .put(new HttpString("Content-Disposition"), "attachment; filename=\"" + file + "\"");
    }

    private static void send(HttpServerExchange exchange, String type, byte[] body) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
        exchange.getResponseSender().send(ByteBuffer.wrap(body));
    }
}
