package org.samokasa.sim.device.scanner;

import java.time.Instant;
import java.util.Optional;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scannertext.ScannerTextCodec;
import org.samokasa.protocol.scannertext.ScannerTextSettings;
import org.samokasa.sim.device.VirtualMachine;

/** A serial reader in plain text mode. Obeys the Datalogic commands whether or not the shop's side uses them. */
public final class ScannerMachine implements VirtualMachine, Reader {
    private final String name;
    private final ScannerTextSettings settings;
    private final boolean aimIdentifiers;
    private Wire wire;
    private boolean enabled = true;
    private int beeps;
    private int refusals;
    private String lastRead = "";

    /** @param aimIdentifiers send the AIM identifier before the data */
    public ScannerMachine(String name, ScannerTextSettings settings, boolean aimIdentifiers) {
        this.name = name;
        this.settings = settings;
        this.aimIdentifiers = aimIdentifiers;
    }

    @Override
    public boolean scan(String text) {
        if (wire == null || !enabled) {
            return false;
        }
        String symbol = AimIdentifier.ensure(text.replace("{GS}", "\u001D"));
        lastRead = aimIdentifiers ? symbol : symbol.substring(AimIdentifier.LENGTH);
        wire.send(ScannerTextCodec.encode(lastRead, settings));
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
            switch (bytes.at(i)) {
                case 'E' -> enabled = true;
                case 'D' -> enabled = false;
                case 'B', 0x01, 0x07 -> beeps++;
                case 'F' -> {
                    // As the small models do: three beeps, and no reading until the next E (sheet section 6).
                    refusals++;
                    enabled = false;
                }
                default -> {
                    // A reader ignores what it does not know.
                }
            }
        }
    }

    @Override
    public void poll(Instant now) {
        // A reader has nothing to do by itself.
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }
}
