package org.samokasa.sim.device.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.device.VirtualMachine;

/** An instrument and its words, at a wire. */
public final class ScaleMachine implements VirtualMachine, Platter {
    /** A scale begins to answer within about 100 ms (sheet scale-serial, section 2, timing). */
    private static final Duration ANSWER_TIME = Duration.ofMillis(60);

    private record Request(Instant answerAt, Bytes bytes) {}

    private final String name;
    private final Instrument instrument;
    private final ScaleTalk talk;
    private final Deque<Request> requests = new ArrayDeque<>();
    private Wire wire;
    private Instant speakAt = Instant.EPOCH;

    public ScaleMachine(String name, Instrument instrument, ScaleTalk talk) {
        this.name = name;
        this.instrument = instrument;
        this.talk = talk;
    }

    /**
     * A checkout scale of the 8217 family.
     *
     * @param intervalGrams the scale's division, for instance 1 or 5
     * @param capacityGrams for instance 15000
     */
    public ScaleMachine(String name, LoadCell cell, int intervalGrams, int capacityGrams) {
        this(name, new Instrument(cell, intervalGrams, capacityGrams), new Talk8217());
    }

    @Override
    public void put(int grams, Instant now) {
        instrument.put(grams, now);
    }

    @Override
    public void take(int grams, Instant now) {
        instrument.put(-grams, now);
    }

    @Override
    public void load(int grams, Instant now) {
        instrument.load(grams, now);
    }

    @Override
    public int loadGrams() {
        return instrument.loadGrams();
    }

    @Override
    public String display(Instant now) {
        return instrument.display(now);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void connected(Wire newWire, Instant now) {
        wire = newWire;
        requests.clear();
        talk.fresh();
        speakAt = now.plus(ANSWER_TIME);
    }

    @Override
    public void disconnected(Instant now) {
        wire = null;
        requests.clear();
    }

    @Override
    public void receive(Bytes bytes, Instant now) {
        for (Bytes request : talk.requests(bytes)) {
            if (talk.atOnce(request)) {
                say(talk.answer(request, instrument, now));
            } else {
                requests.add(new Request(now.plus(ANSWER_TIME), request));
            }
        }
    }

    @Override
    public void poll(Instant now) {
        while (wire != null
                && !requests.isEmpty()
                && !requests.element().answerAt().isAfter(now)) {
            say(talk.answer(requests.remove().bytes(), instrument, now));
        }
        if (wire != null && talk.period().isPresent() && !speakAt.isAfter(now)) {
            speakAt = now.plus(talk.period().get());
            say(talk.unasked(instrument, now));
        }
    }

    private void say(Bytes bytes) {
        if (!bytes.isEmpty()) {
            wire.send(bytes);
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        if (!requests.isEmpty()) {
            return Optional.of(requests.element().answerAt());
        }
        return wire == null ? Optional.empty() : talk.period().map(each -> speakAt);
    }
}
