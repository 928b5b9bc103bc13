package org.samokasa.sim.device.light;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.hid.HidIdentity;
import org.samokasa.protocol.lanelight.LcusRelay;
import org.samokasa.protocol.lanelight.PatliteTower;
import org.samokasa.protocol.lanelight.UsbRelay;
import org.samokasa.sim.device.VirtualMachine;

/** A tower of three lamps, on a relay board or on the network. Lamps keep their state when the host is gone. */
public final class LightMachine implements VirtualMachine, Lamps {
    /** What is between the wire and the lamps. */
    public enum Model {
        /** Relays 1 red, 2 yellow, 3 green; ignores wrong commands and never answers (sheet lane-light, section 2). */
        LCUS,
        /** The same on USB, one report for each command (section 3). */
        USBRELAY,
        /** Blinks by itself and confirms. */
        PATLITE
    }

    /** A board drops half a command that is not finished (sheet section 2: wait 100 ms after an error). */
    private static final Duration PIECE_LIMIT = Duration.ofMillis(100);

    private static final HidIdentity USB =
            new HidIdentity(UsbRelay.VENDOR, UsbRelay.PRODUCT, "", "Samokasa", "USBRelay4", UsbRelay.DESCRIPTOR);

    private final String name;
    private final Model model;
    private final PatliteTower.Lamp[] lamps = {PatliteTower.Lamp.OFF, PatliteTower.Lamp.OFF, PatliteTower.Lamp.OFF};
    private Bytes begun = Bytes.EMPTY;
    private Instant begunAt = Instant.EPOCH;
    private Wire wire;
    private int switched;

    public LightMachine(String name, Model model) {
        this.name = name;
        this.model = model;
    }

    @Override
    public String lamps() {
        String[] colours = {"green", "yellow", "red"};
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < lamps.length; i++) {
            if (lamps[i] != PatliteTower.Lamp.OFF) {
                seen.append(seen.isEmpty() ? "" : ", ").append(colours[i]);
                seen.append(lamps[i] == PatliteTower.Lamp.BLINKING ? " blinking" : "");
            }
        }
        return seen.isEmpty() ? "dark" : seen.toString();
    }

    @Override
    public int switched() {
        return switched;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void connected(Wire newWire, Instant now) {
        wire = newWire;
        begun = Bytes.EMPTY;
    }

    @Override
    public void disconnected(Instant now) {
        wire = null;
    }

    @Override
    public Optional<HidIdentity> usb() {
        return model == Model.USBRELAY ? Optional.of(USB) : Optional.empty();
    }

    @Override
    public void receive(Bytes bytes, Instant now) {
        if (model == Model.USBRELAY) {
            UsbRelay.read(bytes).ifPresent(command -> relay(command.channel(), command.on()));
            return;
        }
        if (!begun.isEmpty() && !now.isBefore(begunAt.plus(PIECE_LIMIT))) {
            begun = Bytes.EMPTY;
        }
        begunAt = now;
        Bytes stream = begun.plus(bytes);
        begun = model == Model.LCUS ? relays(stream) : tower(stream);
    }

    private Bytes relays(Bytes stream) {
        for (Bytes four : LcusRelay.cut(stream)) {
            LcusRelay.read(four).ifPresent(command -> relay(command.channel(), command.on()));
        }
        return stream.slice(stream.size() - stream.size() % 4, stream.size());
    }

    /** Channel 0 is all of them; relays beyond the lamps switch nothing. */
    private void relay(int channel, boolean on) {
        for (int i = 0; i < lamps.length; i++) {
            if (channel == 0 || channel == lamps.length - i) {
                lamp(i, on ? PatliteTower.Lamp.ON : PatliteTower.Lamp.OFF);
            }
        }
    }

    private Bytes tower(Bytes stream) {
        int at = 0;
        while (at + 2 <= stream.size()) {
            boolean write = stream.at(at) == 'W';
            if (write) {
                PatliteTower.Lamp[] next = PatliteTower.read(stream.at(at + 1));
                for (int i = 0; i < next.length; i++) {
                    lamp(i, next[i]);
                }
            }
            if (wire != null) {
                wire.send(PatliteTower.answer(write));
            }
            at += 2;
        }
        return stream.slice(at, stream.size());
    }

    private void lamp(int index, PatliteTower.Lamp next) {
        switched += lamps[index] == next ? 0 : 1;
        lamps[index] = next;
    }

    @Override
    public void poll(Instant now) {
        // It does nothing by itself.
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }
}
