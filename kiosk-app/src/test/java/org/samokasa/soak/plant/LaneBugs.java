package org.samokasa.soak.plant;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.samokasa.devices.DeviceEvent;
import org.samokasa.devices.ScaleEvent;
import org.samokasa.devices.ScannerEvent;
import org.samokasa.devices.Weighing;
import org.samokasa.kiosk.lane.Lane;
import org.samokasa.kiosk.lane.LaneJournal;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.Problem;
import org.samokasa.kiosk.lane.Sale;
import org.samokasa.kiosk.lane.command.HubCommand;
import org.samokasa.kiosk.lane.command.LaneCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.soak.shop.Doors;
import org.samokasa.soak.world.SoakDisk;

/** Bugs of the lane itself. */
public final class LaneBugs {
    private LaneBugs() {}

    /** Says forced and forces nothing. */
    public static final class SkipsForces implements Doors {
        @Override
        public void disk(SoakDisk disk) {
            disk.skipForces(true);
        }
    }

    /** Says durable, and writes when the next fact comes. */
    public static final class AcknowledgesBeforeWriting implements Doors {
        @Override
        public LaneJournal journal(LaneJournal journal) {
            return new Behind(journal);
        }

        private static final class Behind implements LaneJournal {
            private final LaneJournal journal;
            private List<LaneEvent> unwritten = List.of();
            private long next;

            private Behind(LaneJournal journal) {
                this.journal = journal;
            }

            @Override
            public long append(List<LaneEvent> events) throws IOException {
                if (next == 0) {
                    next = journal.append(events) + events.size();
                    return next - events.size();
                }
                if (!unwritten.isEmpty()) {
                    journal.append(unwritten);
                }
                unwritten = events;
                next += events.size();
                return next - events.size();
            }
        }
    }

    /** Forgets after a start that the last sale number is used. */
    public static final class UsesANumberTwice implements Doors {
        @Override
        public Lane booted(Lane lane) {
            return new Lane(
                    lane.number(),
                    lane.standing(),
                    lane.language(),
                    Math.max(0, lane.lastSale() - 1),
                    lane.sale(),
                    lane.calling(),
                    lane.lastSeen(),
                    lane.hub(),
                    lane.staff());
        }
    }

    /** Takes the pay button for an attendant. */
    public static final class PaysWithAnOpenProblem implements Doors {
        private long orders;

        @Override
        public LaneCommand told(LaneCommand command, LaneView view, Orders lane) {
            if (command instanceof ShopperCommand.Pay) {
                view.lane().sale().map(Sale::openProblems).orElse(List.of()).stream()
                        .filter(Problem::blocksPayment)
                        .forEach(problem -> lane.tell(new HubCommand.Ordered(
                                "nobody",
                                ++orders,
                                new HubCommand.Resolve(problem.id(), true, "nobody", "", Optional.empty()))));
            }
            return command;
        }
    }

    /** Loses one scan in fifty. */
    public static final class SwallowsAScan implements Doors {
        private static final int ONE_IN = 50;
        private int scans;

        @Override
        public Optional<DeviceEvent> heard(DeviceEvent event) {
            boolean lost = event instanceof ScannerEvent.Scanned && ++scans % ONE_IN == 0;
            return lost ? Optional.empty() : Optional.of(event);
        }
    }

    /** Takes a scale that says nothing for one that shows nothing. */
    public static final class TakesSilenceForZero implements Doors {
        @Override
        public Optional<DeviceEvent> heard(DeviceEvent event) {
            if (event instanceof ScaleEvent.Weighed weighed && weighed.weighing() instanceof Weighing.Impossible) {
                return Optional.of(new ScaleEvent.Weighed(weighed.device(), weighed.at(), new Weighing.Stable(0)));
            }
            return Optional.of(event);
        }
    }

    /** Asks the machine it runs on what time it is. */
    public static final class ReadsTheClock implements Doors {
        private static final long MICROSECONDS = 1_000_000;

        @Override
        public InstantSource wall(InstantSource wall) {
            return () -> {
                Instant given = wall.instant();
                return given.plusNanos(System.nanoTime() / 1_000 % MICROSECONDS);
            };
        }
    }
}
