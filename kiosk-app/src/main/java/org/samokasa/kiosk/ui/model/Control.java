package org.samokasa.kiosk.ui.model;

import java.util.Objects;
import java.util.Optional;
import org.samokasa.kiosk.lane.command.ScreenCommand;

/**
 * Something that can be pressed.
 *
 * @param name stable name for scripts and tests
 * @param label what stands on it; empty for a control that shows only its icon
 * @param icon name of its icon, empty for none
 * @param spoken accessible name: says what it acts on ("Remove: Bananas"), never empty
 * @param action what changes on the screen
 * @param command what the lane is told; empty tells it only that somebody is there
 */
public record Control(
        String name,
        String label,
        String icon,
        Tone tone,
        boolean enabled,
        String spoken,
        UiAction action,
        Optional<ScreenCommand> command) {

    /** Meaning of a control, from which theme and size follow. */
    public enum Tone {
        /** The one thing this screen is for. */
        PRIMARY,
        /** Another way on. */
        PLAIN,
        /** Brings a human. */
        HELP,
        /** Small and quiet: status bar, letters, remove. */
        QUIET,
        /** Chosen one of several. */
        CHOSEN
    }

    public Control {
        Objects.requireNonNull(action, "action");
        if (name.isBlank() || spoken.isBlank()) {
            throw new IllegalArgumentException("a control needs a name and a spoken name, got '" + name + "'");
        }
    }

    /** A control that only changes the screen. */
    public static Control opens(String name, String label, String icon, Tone tone, UiAction action) {
        return new Control(name, label, icon, tone, true, label, action, Optional.empty());
    }

    /** A control that tells the lane something. */
    public static Control tells(String name, String label, String icon, Tone tone, ScreenCommand command) {
        return new Control(name, label, icon, tone, true, label, UiAction.NONE, Optional.of(command));
    }

    /** A control without words on it that tells the lane something. */
    public static Control tells(
            String name, String label, String icon, Tone tone, ScreenCommand command, String spoken) {
        return new Control(name, label, icon, tone, true, spoken, UiAction.NONE, Optional.of(command));
    }

    public Control toned(Tone other) {
        return new Control(name, label, icon, other, enabled, spoken, action, command);
    }

    public Control and(UiAction next) {
        return new Control(name, label, icon, tone, enabled, spoken, next, command);
    }

    public Control enabled(boolean possible) {
        return new Control(name, label, icon, tone, possible, spoken, action, command);
    }

    public Control speaking(String text) {
        return new Control(name, label, icon, tone, enabled, text, action, command);
    }

    /** The same with only its icon to see; the label is spoken. */
    public Control iconOnly() {
        return new Control(name, "", icon, tone, enabled, spoken, action, command);
    }
}
