package org.samokasa.sim.device.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale8217.Scale8217Codec;
import org.samokasa.sim.device.VirtualMachine;

/** A checkout scale of the 8217 family. Weights in grams, whole intervals. */
public final class ScaleMachine implements VirtualMachine {
    /** A scale begins to answer within about 100 ms (sheet scale-serial, section 2, timing). */
    private static final Duration ANSWER_TIME = Duration.ofMillis(60);
    /** Zeroing reaches four percent of the capacity, as OIML R76 allows. */
    private static final int ZERO_PERCENT = 4;
    /** Above the capacity a scale still shows nine intervals (OIML R76, 4.2.3). */
    private static final int INTERVALS_OVER = 9;

    private record Answer(Instant at, int request) {}

    private final String name;
    private final LoadCell cell;
    private final int intervalGrams;
    private final int capacityGrams;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private Wire wire;
    private boolean echo;

    /**
     * @param intervalGrams the scale's division, for instance 1 or 5
     * @param capacityGrams for instance 15000
     */
    public ScaleMachine(String name, LoadCell cell, int intervalGrams, int capacityGrams) {
        if (intervalGrams < 1 || capacityGrams < intervalGrams || capacityGrams > 90_000) {
            throw new IllegalArgumentException("no scale has " + intervalGrams + " g in " + capacityGrams + " g");
        }
        this.name = name;
        this.cell = cell;
        this.intervalGrams = intervalGrams;
        this.capacityGrams = capacityGrams;
    }

    public void put(int grams, Instant now) {
        cell.add(grams * 1_000L, now);
    }

    public void take(int grams, Instant now) {
        cell.add(grams * -1_000L, now);
    }

    /** Makes this the whole load. */
    public void load(int grams, Instant now) {
        cell.load(grams * 1_000L, now);
    }

    public int loadGrams() {
        return (int) (cell.loadMilligrams() / 1_000);
    }

    /** What the scale's own display shows. */
    public String display(Instant now) {
        if (isUnderZero(now)) {
            return "below zero";
        }
        if (isOver(now)) {
            return "overload";
        }
        int grams = grams(now);
        return String.format(
                        java.util.Locale.ROOT, "%d.%03d kg", Math.max(0, grams) / 1_000, Math.max(0, grams) % 1_000)
                + (cell.isMoving(now) ? " ~" : "");
    }

    private int grams(Instant now) {
        long interval = intervalGrams * 1_000L;
        return (int) (Math.floorDiv(cell.readMilligrams(now) + interval / 2, interval) * intervalGrams);
    }

    private boolean isUnderZero(Instant now) {
        return grams(now) < 0;
    }

    private boolean isOver(Instant now) {
        return grams(now) > capacityGrams + INTERVALS_OVER * intervalGrams;
    }

    private Bytes weighing(Instant now) {
        if (isUnderZero(now)) {
            return Scale8217Codec.encodeStatus(Scale8217Codec.UNDER_ZERO);
        }
        if (isOver(now)) {
            return Scale8217Codec.encodeStatus(Scale8217Codec.OVER_CAPACITY);
        }
        int grams = grams(now);
        if (cell.isMoving(now)) {
            int zero = grams == 0 ? Scale8217Codec.CENTRE_OF_ZERO : 0;
            return Scale8217Codec.encodeStatus(Scale8217Codec.MOTION | zero);
        }
        if (grams != 0) {
            return Scale8217Codec.encodeWeight(grams);
        }
        // Zero tracking: dust that does not even make half an interval becomes part of the zero.
        cell.zero();
        return Scale8217Codec.encodeStatus(Scale8217Codec.CENTRE_OF_ZERO);
    }

    /** Far from zero or still moving the scale refuses and says how it is. */
    private Bytes zero(Instant now) {
        long reach = capacityGrams * 1_000L * ZERO_PERCENT / 100;
        if (!cell.isMoving(now) && cell.loadMilligrams() <= reach) {
            cell.zero();
        }
        return weighing(now);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void connected(Wire newWire, Instant now) {
        wire = newWire;
        answers.clear();
        echo = false;
    }

    @Override
    public void disconnected(Instant now) {
        wire = null;
        answers.clear();
    }

    @Override
    public void receive(Bytes bytes, Instant now) {
        for (int i = 0; i < bytes.size(); i++) {
            int request = bytes.at(i);
            if (echo && request != 'F') {
                wire.send(Bytes.of(request));
            } else if ("WZEFAB".indexOf(request) >= 0) {
                answers.add(new Answer(now.plus(ANSWER_TIME), request));
            }
        }
    }

    @Override
    public void poll(Instant now) {
        while (wire != null && !answers.isEmpty() && !answers.element().at().isAfter(now)) {
            answer(answers.remove().request(), now);
        }
    }

    private void answer(int request, Instant now) {
        switch (request) {
            case 'W' -> wire.send(weighing(now));
            case 'Z' -> wire.send(zero(now));
            case 'A' -> wire.send(Bytes.of(0x02, 0x0D));
            case 'B' -> wire.send(Bytes.of(0x02, '?', 0x40, 0x0D));
            case 'E' -> {
                echo = true;
                wire.send(Bytes.of(0x02, 'E', 0x0D));
            }
            default -> echo = false;
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return answers.isEmpty()
                ? Optional.empty()
                : Optional.of(answers.element().at());
    }
}
