package org.samokasa.soak.world;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** One of a process's threads, in virtual time. Its tasks die with the process. */
public final class VirtualExecutor extends AbstractExecutorService implements ScheduledExecutorService {
    private final World world;
    private final Computer computer;
    private boolean down;

    public VirtualExecutor(World world, Computer computer) {
        this.world = world;
        this.computer = computer;
    }

    @Override
    public void execute(Runnable task) {
        if (down) {
            throw new RejectedExecutionException("the process has ended");
        }
        later(0, task);
    }

    private void later(long millis, Runnable task) {
        world.afterMillis(millis, () -> {
            if (!down) {
                computer.run(task);
            }
        });
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        later(unit.toMillis(delay), task);
        return Nothing.TO_WAIT_FOR;
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long delay, TimeUnit unit) {
        later(unit.toMillis(first), () -> {
            task.run();
            scheduleWithFixedDelay(task, delay, delay, unit);
        });
        return Nothing.TO_WAIT_FOR;
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long first, long period, TimeUnit unit) {
        return scheduleWithFixedDelay(task, first, period, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException("nobody here schedules what answers");
    }

    @Override
    public void shutdown() {
        down = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        down = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return down;
    }

    @Override
    public boolean isTerminated() {
        return down;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }

    /** Nobody here waits for a task or takes one back. */
    private static final class Nothing implements ScheduledFuture<Object> {
        static final Nothing TO_WAIT_FOR = new Nothing();

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            return false;
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public Object get() {
            throw new UnsupportedOperationException("nobody here waits");
        }

        @Override
        public Object get(long timeout, TimeUnit unit) {
            return get();
        }
    }
}
