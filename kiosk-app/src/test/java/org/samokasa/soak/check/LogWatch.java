package org.samokasa.soak.check;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Reads the log of all runs in this process in place of the console: a card number has no business there either (I9). */
public final class LogWatch extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final AtomicReference<String> leak = new AtomicReference<>();

    /** Takes the place of whoever read the log before. */
    public static LogWatch begin() {
        LogManager.getLogManager().reset();
        LogWatch watch = new LogWatch();
        Logger.getLogger("").addHandler(watch);
        return watch;
    }

    /** The first line with too much of a card in it. */
    public Optional<String> leak() {
        return Optional.ofNullable(leak.get());
    }

    @Override
    public void publish(LogRecord entry) {
        String line = formatter.format(entry);
        if (Tally.namesACard(line)) {
            leak.compareAndSet(null, line);
        }
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
