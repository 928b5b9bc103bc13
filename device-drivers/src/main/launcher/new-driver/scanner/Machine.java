package org.samokasa.sim.device.scanner;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.@package@.@Name@Codec;
import org.samokasa.sim.device.VirtualMachine;

/** The scanner @name@. TODO the manual's section. */
public final class @Name@Machine implements VirtualMachine, Reader {
    private final String name;
    private Wire wire;
    private boolean enabled = true;
    private int beeps;
    private int refusals;
    private String lastRead = "";

    public @Name@Machine(String name) {
        this.name = name;
    }

    /** A kind of symbol that the scanner does not know is not read. */
    @Override
    public boolean scan(String text) {
        String label = AimIdentifier.ensure(text.replace("{GS}", "\u001D"));
        Optional<Bytes> frame = @Name@Codec.encode(label);
        if (wire == null || !enabled || frame.isEmpty()) {
            return false;
        }
        lastRead = label;
        wire.send(frame.get());
        return true;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public int beeps() {
        return beeps;
    }

    @Override
    public int refusals() {
        return refusals;
    }

    @Override
    public String lastRead() {
        return lastRead;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void connected(Wire newWire, Instant now) {
        wire = newWire;
    }

    @Override
    public void disconnected(Instant now) {
        wire = null;
    }

    @Override
    public void receive(Bytes bytes, Instant now) {
        for (int i = 0; i < bytes.size(); i++) {
            obey(bytes.slice(i, i + 1));
        }
    }

    private void obey(Bytes command) {
        if (command.equals(@Name@Codec.ENABLE)) {
            enabled = true;
        } else if (command.equals(@Name@Codec.DISABLE)) {
            enabled = false;
        } else if (command.equals(@Name@Codec.GOOD_BEEP)) {
            beeps++;
        } else if (command.equals(@Name@Codec.BAD_BEEP)) {
            refusals++;
        }
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
