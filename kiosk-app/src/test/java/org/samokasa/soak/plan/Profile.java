package org.samokasa.soak.plan;

import java.util.Locale;

/** Which troubles a run has. */
public enum Profile {
    NONE(false, false, false, false),
    DEVICES(true, false, false, false),
    POWER(false, true, false, false),
    NETWORK(false, false, true, false),
    ALL(true, true, true, false),
    FUZZ(true, true, true, true);

    private final boolean devices;
    private final boolean power;
    private final boolean network;
    private final boolean fuzz;

    Profile(boolean devices, boolean power, boolean network, boolean fuzz) {
        this.devices = devices;
        this.power = power;
        this.network = network;
        this.fuzz = fuzz;
    }

    boolean devices() {
        return devices;
    }

    boolean power() {
        return power;
    }

    public boolean network() {
        return network;
    }

    boolean fuzz() {
        return fuzz;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the words there are */
    public static Profile of(String word) {
        for (Profile profile : values()) {
            if (profile.word().equals(word)) {
                return profile;
            }
        }
        throw new IllegalArgumentException("faults are none, devices, power, network, all or fuzz, not '" + word + "'");
    }
}
