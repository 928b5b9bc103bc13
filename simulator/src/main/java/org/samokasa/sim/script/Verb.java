package org.samokasa.sim.script;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a step can be. Each verb knows how its arguments look. */
public enum Verb {
    SCAN("scan", Place.MACHINE, ".+", "scan TEXT or PRODUCT"),
    PUT("put", Place.MACHINE, Words.NAME + " " + Words.WEIGHT, "put SCALE 785 g"),
    TAKE("take", Place.MACHINE, Words.NAME + " " + Words.WEIGHT, "take SCALE 785 g"),
    BAG("bag", Place.MACHINE, Words.WEIGHT, "bag 1030 g"),
    UNBAG("unbag", Place.MACHINE, Words.WEIGHT, "unbag 1030 g"),
    EMPTY("empty", Place.MACHINE, Words.NAME, "empty SCALE"),
    CARD(
            "card",
            Place.MACHINE,
            "approve|decline( [0-9]{1,3})?|cancel|timeout|vanish|wrong-pin|busy|late|twice|wrong-amount|silent",
            "card approve, decline [CODE], cancel, timeout, vanish, wrong-pin or busy; of a code also late, twice,"
                    + " wrong-amount or silent"),
    FAULT("fault", Place.MACHINE, Words.NAME + " " + Words.NAME + "( .+)?", "fault MACHINE NAME [ARGUMENT]"),
    HEAL("heal", Place.MACHINE, Words.NAME, "heal MACHINE"),
    UNPLUG("unplug", Place.MACHINE, Words.NAME, "unplug MACHINE"),
    PLUG("plug", Place.MACHINE, Words.NAME, "plug MACHINE"),
    TOUCH("touch", Place.PERSON, "\\S+( .+)?", "touch BUTTON [ARGUMENT]"),
    TELL("tell", Place.PERSON, "\\S+( .+)?", "tell WHAT, what a touch would tell, for a lane without a screen"),
    ATTENDANT(
            "attendant",
            Place.PERSON,
            "accept|arrive|approve \\S+|solve( .+)?|reject( .+)?",
            "attendant accept, arrive, approve KIND, solve [..] or reject [..]"),
    WAIT("wait", Place.WORLD, "[0-9]{1,6} (ms|s|min)", "wait 5 s"),
    POWER_CUT("power-cut", Place.WORLD, "lane|hub|terminal", "power-cut lane, hub or terminal"),
    RESTART("restart", Place.WORLD, "lane|hub", "restart lane or hub"),
    SHOT("shot", Place.WORLD, "[A-Za-z0-9._-]+", "shot NAME");

    /** Who does it. */
    public enum Place {
        MACHINE,
        PERSON,
        WORLD
    }

    private static final class Words {
        static final String NAME = "[a-z0-9][a-z0-9-]*";
        static final String WEIGHT = "[0-9]{1,6} g";
    }

    private final String word;
    private final Place place;
    private final Pattern arguments;
    private final String usage;

    Verb(String word, Place place, String arguments, String usage) {
        this.word = word;
        this.place = place;
        this.arguments = Pattern.compile(arguments);
        this.usage = usage;
    }

    public String word() {
        return word;
    }

    public Place place() {
        return place;
    }

    /** How a step with this verb is written. */
    public String usage() {
        return usage;
    }

    boolean takes(String text) {
        return arguments.matcher(text).matches();
    }

    static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word.equals(word)).findFirst();
    }
}
