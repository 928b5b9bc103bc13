package org.samokasa.kiosk.app.lane;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.samokasa.kiosk.app.PinHash;
import org.samokasa.kiosk.lane.command.StaffCommand;

/**
 * Compares a typed PIN with the configured one, away from the screen's thread and the lane's: that takes some tenths of a
 * second on purpose. The lane hears only whether it was right.
 */
final class PinDoor implements AutoCloseable {
    private final PinHash expected;
    private final Consumer<StaffCommand> lane;
    /** One at a time: whoever types while one is compared is not heard. */
    private final Semaphore free = new Semaphore(1);

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "pin");
        thread.setDaemon(true);
        return thread;
    });

    PinDoor(PinHash expected, Consumer<StaffCommand> lane) {
        this.expected = expected;
        this.lane = lane;
    }

    /** Empty for a lane without a PIN. */
    static Optional<PinDoor> of(Optional<PinHash> expected, Consumer<StaffCommand> lane) {
        return expected.map(hash -> new PinDoor(hash, lane));
    }

    /** Never blocks. */
    void knock(String pin) {
        if (free.tryAcquire()) {
            worker.execute(() -> {
                try {
                    lane.accept(new StaffCommand.PinCompared(expected.matches(pin)));
                } finally {
                    free.release();
                }
            });
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
