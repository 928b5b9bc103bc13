package org.samokasa.kiosk.app.lane;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.samokasa.kiosk.domain.catalogue.ItemKey;
import org.samokasa.kiosk.json.JsonLine;
import org.samokasa.kiosk.lane.LaneLight;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.command.ShopperCommand;

/**
 * A door for scripts: one line in, one line out, on a loopback port that is off unless the configuration opens it.
 * {@code press NAME}, {@code tell WHAT}, {@code view}, {@code buttons}, {@code picture 1080x1920 FILE}; docs/operating.md lists them.
 */
final class Automation implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Automation.class.getName());
    private static final int LINE_MAX = 4_096;
    private static final Pattern PICTURE = Pattern.compile("([0-9]{3,4})x([0-9]{3,4}) (.+)");

    private final ServerSocket server;
    private final LaneScreen screen;
    private final LaneLoop loop;
    private final AtomicReference<LaneView> latest;

    Automation(int port, LaneScreen screen, LaneLoop loop, AtomicReference<LaneView> latest) throws IOException {
        this.server = new ServerSocket(port, 8, InetAddress.getLoopbackAddress());
        this.screen = screen;
        this.loop = loop;
        this.latest = latest;
        Thread thread = new Thread(this::listen, "automation");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> serve(socket), "automation-client");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                LOG.log(System.Logger.Level.DEBUG, "no longer listening", closed);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            String line;
            while ((line = in.readLine()) != null) {
                out.println(line.length() > LINE_MAX ? "error: the line is too long" : answer(line.strip()));
            }
        } catch (IOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "a script went away", gone);
        }
    }

    private String answer(String line) {
        int space = line.indexOf(' ');
        String verb = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space + 1).strip();
        try {
            return switch (verb) {
                case "press" -> screen.press(rest) ? "ok" : "error: nothing to press named '" + rest + "'";
                case "tell" -> loop.offer(command(rest)) ? "ok" : "error: the lane is stuck";
                case "view" -> JsonLine.of(view());
                case "buttons" -> String.join(" ", screen.buttons());
                case "picture" -> picture(rest);
                default -> "error: there are press, tell, view, buttons and picture";
            };
        } catch (RuntimeException wrong) {
            return "error: " + wrong.getMessage();
        }
    }

    /** {@code 1080x1920 FILE}. */
    private String picture(String sizeAndFile) {
        Matcher matcher = PICTURE.matcher(sizeAndFile);
        if (!matcher.matches()) {
            return "error: write picture WIDTHxHEIGHT FILE";
        }
        screen.picture(
                Path.of(matcher.group(3)), Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        return "ok";
    }

    private static ShopperCommand command(String text) {
        String[] words = text.split(" +");
        return switch (words[0]) {
            case "start" -> new ShopperCommand.StartShopping();
            case "pay" -> new ShopperCommand.Pay();
            case "back" -> new ShopperCommand.BackToBasket();
            case "cancel" -> new ShopperCommand.CancelPayment();
            case "help" -> new ShopperCommand.CallHelp();
            case "take-offer" -> new ShopperCommand.TakeOffer();
            case "decline-offer" -> new ShopperCommand.DeclineOffer();
            case "read-note" -> new ShopperCommand.ReadNote();
            case "solved" -> new ShopperCommand.AnswerHelp(true);
            case "not-solved" -> new ShopperCommand.AnswerHelp(false);
            case "face" -> new ShopperCommand.RateHelp(Integer.parseInt(words[1]), List.of());
            case "receipt" -> new ShopperCommand.AnswerReceipt(true);
            case "no-receipt" -> new ShopperCommand.AnswerReceipt(false);
            case "pick" -> new ShopperCommand.PickArticle(new ItemKey(words[1]));
            case "remove" -> new ShopperCommand.RemoveLine(Integer.parseInt(words[1]));
            default -> throw new IllegalArgumentException("nothing to tell named '" + words[0] + "'");
        };
    }

    /** The lane in the words of a scenario's expectations. */
    private Map<String, Object> view() {
        LaneView view = latest.get();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("screen", screen.screen());
        json.put(
                "phase",
                view.stopped().isPresent() ? "STOPPED" : view.lane().phase().name());
        json.put("sale", view.lane().lastSale());
        json.put("hub", view.hubConnected());
        json.put("light", LaneLight.of(view.lane()).name());
        json.put("help", view.lane().help().map(call -> call.state().name()).orElse("NONE"));
        view.lane().help().ifPresent(call -> {
            json.put("helpRequest", call.requestId());
            json.put("helpCause", call.cause().name());
            json.put("helpBy", call.by());
        });
        view.lane().note().ifPresent(note -> json.put("note", note.text()));
        view.lane().sale().ifPresent(sale -> {
            json.put("lines", sale.basket().lines().size());
            json.put("items", sale.basket().itemCount());
            json.put(
                    "totalMinor",
                    sale.basket().lines().stream()
                            .mapToLong(line -> line.amount().minor())
                            .sum());
            sale.basket().lines().stream()
                    .findFirst()
                    .ifPresent(line -> json.put("currency", line.amount().currency()));
            json.put("paid", sale.isPaid());
            json.put("receipt", sale.receipt().name());
            sale.payment().ifPresent(payment -> {
                json.put("payment", payment.state().name());
                json.put("attempt", payment.attempt());
            });
            json.put(
                    "problems",
                    sale.openProblems().stream()
                            .map(Problem::kind)
                            .map(Enum::name)
                            .toList());
            json.put("problemIds", sale.openProblems().stream().map(Problem::id).toList());
        });
        Map<String, Object> machines = new java.util.TreeMap<>();
        view.readings()
                .machines()
                .forEach((name, state) -> machines.put(name, (state.level().name() + " " + state.cause()).strip()));
        json.put("machines", machines);
        return json;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
