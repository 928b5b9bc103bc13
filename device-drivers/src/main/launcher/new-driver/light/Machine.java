package org.samokasa.sim.device.light;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.@package@.@Name@Codec;
import org.samokasa.sim.device.VirtualMachine;

/** The light @name@. Its lamps keep their state when the host is gone. TODO the manual's section. */
public final class @Name@Machine implements VirtualMachine, Lamps {
    private final String name;
    private final @Name@Codec.Lines lines = new @Name@Codec.Lines();
    private @Name@Codec.Command shown =
            new @Name@Codec.Command(@Name@Codec.Lamp.DARK, @Name@Codec.Lamp.DARK, @Name@Codec.Lamp.DARK);
    private Wire wire;
    private int switched;

    public @Name@Machine(String name) {
        this.name = name;
    }

    @Override
    public String lamps() {
        String seen = seen("green", shown.green()) + seen("yellow", shown.yellow()) + seen("red", shown.red());
        return seen.isEmpty() ? "dark" : seen.substring(2);
    }

    private static String seen(String colour, @Name@Codec.Lamp lamp) {
        return switch (lamp) {
            case DARK -> "";
            case LIT -> ", " + colour;
            case BLINKING -> ", " + colour + " blinking";
        };
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
        lines.reset();
    }

    @Override
    public void disconnected(Instant now) {
        wire = null;
    }

    @Override
    public void receive(Bytes bytes, Instant now) {
        for (Bytes line : lines.feed(bytes)) {
            Optional<@Name@Codec.Command> command = @Name@Codec.command(line);
            command.filter(next -> !next.equals(shown)).ifPresent(next -> {
                shown = next;
                switched++;
            });
            if (wire != null) {
                wire.send(@Name@Codec.answer(command.isPresent()));
            }
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
