package org.samokasa.sim.device.magellan;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.magellan.MagellanCodec;
import org.samokasa.protocol.magellan.MagellanForm;
import org.samokasa.protocol.magellan.MagellanFrame;
import org.samokasa.protocol.magellan.MagellanFramer;
import org.samokasa.protocol.magellan.MagellanLabels;
import org.samokasa.sim.device.VirtualMachine;
import org.samokasa.sim.device.scale.Instrument;
import org.samokasa.sim.device.scale.Platter;
import org.samokasa.sim.device.scanner.AimIdentifier;
import org.samokasa.sim.device.scanner.Reader;

/** A bioptic on a single cable. Its scanner and its scale speak independently of each other. */
public final class MagellanMachine implements VirtualMachine, Platter, Reader {
    /** As for other scales (sheet scale-serial, section 2, timing). */
    private static final Duration ANSWER_TIME = Duration.ofMillis(60);
    /** How often a scale that waits for a load at rest looks. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private record Request(Instant answerAt, String code) {}

    private final String name;
    private final Instrument instrument;
    private final MagellanForm form;
    private final Deque<Request> requests = new ArrayDeque<>();
    private MagellanFramer framer;
    private Wire wire;
    private int beeps;
    private String lastRead = "";

    public MagellanMachine(String name, Instrument instrument, MagellanForm form) {
        this.name = name;
        this.instrument = instrument;
        this.form = form;
        framer = new MagellanFramer(form);
    }

    @Override
    public boolean scan(String text) {
        if (wire == null) {
            return false;
        }
        lastRead = AimIdentifier.ensure(text.replace("{GS}", "\u001D"));
        wire.send(MagellanCodec.encodeLabel(MagellanLabels.encode(lastRead), form));
        return true;
    }

    /** The cable has no word to stop it. */
    @Override
    public boolean isEnabled() {
        return true;
    }

    @Override
    public int beeps() {
        return beeps;
    }

    /** It cannot tell one reason to beep from another. */
    @Override
    public int refusals() {
        return 0;
    }

    @Override
    public String lastRead() {
        return lastRead;
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
        framer = new MagellanFramer(form);
    }

    @Override
    public void disconnected(Instant now) {
        wire = null;
        requests.clear();
    }

    @Override
    public void receive(Bytes bytes, Instant now) {
        for (MagellanFrame frame : framer.feed(bytes)) {
            if (frame instanceof MagellanFrame.Message message) {
                take(message, now);
            }
        }
    }

    private void take(MagellanFrame.Message message, Instant now) {
        switch (message.code()) {
            case "33" -> {
                if (message.data().toText(StandardCharsets.US_ASCII).equals("4")) {
                    beeps++;
                }
            }
            case MagellanCodec.WEIGHT, MagellanCodec.STATUS ->
                requests.add(new Request(now.plus(ANSWER_TIME), message.code()));
            case "10" -> requests.clear();
            default -> {
                // A bioptic ignores what it does not know.
            }
        }
    }

    @Override
    public void poll(Instant now) {
        for (Request request : List.copyOf(requests)) {
            if (wire != null && !request.answerAt().isAfter(now)) {
                requests.remove(request);
                answer(request, now);
            }
        }
    }

    private void answer(Request request, Instant now) {
        Instrument.Reading reading = instrument.read(now);
        if (request.code().equals(MagellanCodec.STATUS)) {
            wire.send(form.wrap(status(reading)));
        } else if (reading.state() == Instrument.State.STABLE) {
            wire.send(form.wrap(MagellanCodec.encodeWeight(MagellanCodec.WEIGHT, reading.grams())));
        } else {
            // S11 is answered when the load is at rest and in range, perhaps never.
            requests.add(new Request(now.plus(LOOK), request.code()));
        }
    }

    private static String status(Instrument.Reading reading) {
        return switch (reading.state()) {
            case NEEDS_ZERO -> MagellanCodec.encodeStatus(MagellanCodec.NOT_READY);
            case MOVING -> MagellanCodec.encodeStatus(MagellanCodec.UNSTABLE);
            case OVER -> MagellanCodec.encodeStatus(MagellanCodec.OVER_CAPACITY);
            case UNDER_ZERO -> MagellanCodec.encodeStatus(MagellanCodec.UNDER_ZERO);
            case STABLE ->
                reading.grams() == 0
                        ? MagellanCodec.encodeStatus(MagellanCodec.ZERO)
                        : MagellanCodec.encodeWeight(MagellanCodec.STATUS, reading.grams());
        };
    }

    @Override
    public Optional<Instant> nextDue() {
        return requests.stream().map(Request::answerAt).min(Instant::compareTo);
    }
}
