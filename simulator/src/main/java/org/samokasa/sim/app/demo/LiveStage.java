package org.samokasa.sim.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.samokasa.sim.script.Observation;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Stage;
import org.samokasa.sim.script.Step;
import org.samokasa.sim.script.Verb;

/** Plays a scenario on running processes, in real time, and keeps a log of it. */
final class LiveStage implements Stage {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Shop shop;
    private final AttendantPage attendant;
    private final Path out;
    private final Writer log;
    private final Instant began = Instant.now();
    private boolean everPaid;
    private boolean everAnswered;

    /** @param log gets one line of JSON for each step */
    LiveStage(Shop shop, AttendantPage attendant, Path out, Writer log) {
        this.shop = shop;
        this.attendant = attendant;
        this.out = out;
        this.log = log;
    }

    @Override
    public void perform(Step step) {
        switch (step.verb().place()) {
            case MACHINE -> shop.machines().order(step.toString());
            case PERSON -> byPerson(step);
            case WORLD -> byWorld(step);
        }
        note(step);
    }

    private void byPerson(Step step) {
        if (step.verb() == Verb.ATTENDANT) {
            attendant.perform(step);
        } else if (step.verb() == Verb.TELL) {
            shop.lane().order("tell " + step.text());
        } else {
            touch(step.text());
        }
    }

    /** A finger waits until the button is there. */
    private void touch(String button) {
        for (long waited = 0; ; waited += LOOK.toMillis()) {
            try {
                shop.lane().order("press " + button);
                return;
            } catch (ScriptException notThere) {
                if (waited >= PATIENCE.toMillis()) {
                    throw new ScriptException(notThere.getMessage() + "; there are: "
                            + shop.lane().ask("buttons"));
                }
                waitFor(LOOK);
            }
        }
    }

    private void byWorld(Step step) {
        switch (step.verb()) {
            case POWER_CUT -> shop.cut(step.text());
            case RESTART -> shop.restart(step.text());
            case SHOT -> pictures(step.text());
            default -> throw new ScriptException("nothing in the world does '" + step + "'");
        }
    }

    /** The kiosk upright and lying, or the attendant's page. */
    private void pictures(String name) {
        if (name.startsWith("console")) {
            if (attendant.hasPictures()) {
                try {
                    attendant.picture(out.resolve(name + ".png"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return;
        }
        shop.lane().order("picture 1080x1920 " + out.resolve(name + "-portrait.png"));
        shop.lane().order("picture 1920x1080 " + out.resolve(name + "-landscape.png"));
    }

    private void note(Step step) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("millis", Duration.between(began, Instant.now()).toMillis());
        line.put("line", step.line());
        line.put("step", step.toString());
        if (step.verb() != Verb.POWER_CUT) {
            line.put("lane", shop.lane().object("view"));
        }
        try {
            log.write(JsonText.line(line) + "\n");
            log.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Observation observe() {
        Map<String, Object> view = shop.lane().object("view");
        String help = String.valueOf(view.getOrDefault("help", "NONE"));
        boolean paid = Boolean.TRUE.equals(view.get("paid"));
        everPaid |= paid;
        everAnswered |= help.equals("ACCEPTED") || help.equals("ARRIVED");
        return new Observation(
                String.valueOf(view.get("phase")),
                (int) number(view, "lines"),
                number(view, "totalMinor"),
                String.valueOf(view.get("currency")),
                problems(view),
                help.equals("NONE") ? Optional.empty() : Optional.of(help),
                String.valueOf(view.get("screen")),
                paid);
    }

    private static long number(Map<String, Object> view, String key) {
        return view.get(key) instanceof Number number ? number.longValue() : 0;
    }

    private static Set<String> problems(Map<String, Object> view) {
        return view.get("problems") instanceof List<?> all
                ? all.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
    }

    boolean everPaid() {
        return everPaid;
    }

    /** Whether somebody came, or answered from the page, at least once. */
    boolean everAnswered() {
        return everAnswered;
    }

    @Override
    public void waitFor(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new ScriptException("interrupted");
        }
    }
}
