package org.samokasa.kiosk.app.lane;

import java.awt.Component;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.samokasa.protocol.wedge.WedgeDecider;
import org.samokasa.protocol.wedge.WedgeDecider.Outcome;
import org.samokasa.transport.KeyboardLink;

/**
 * Picks a reader that types out of the keys of this process's windows. All keys that make a character are held for some
 * hundredths of a second; a person's then go on as if nothing had been. Event thread only, but for {@link #close}.
 */
final class WedgeKeys implements KeyEventDispatcher, AutoCloseable {
    private final WedgeDecider decider;
    private final Consumer<String> labels;
    private final Consumer<KeyEvent> persons;
    /** Each with what belongs to it: a pressed key, then its typed and released events. */
    private final List<KeyEvent> held = new ArrayList<>();
    /** Keys of a label that are still down: their release belongs to the reader too. */
    private final Set<Integer> used = new HashSet<>();

    private final Timer idle = new Timer(WedgeDecider.HOLD_MILLIS, tick -> idle());

    WedgeKeys(String prefix, Consumer<String> labels) {
        this(prefix, labels, WedgeKeys::goOn);
    }

    /** @param persons takes what a person typed */
    WedgeKeys(String prefix, Consumer<String> labels, Consumer<KeyEvent> persons) {
        decider = new WedgeDecider(prefix);
        this.labels = labels;
        this.persons = persons;
        idle.setRepeats(false);
    }

    /** Begins to watch. */
    static WedgeKeys install(String prefix) {
        WedgeKeys keys = new WedgeKeys(prefix, KeyboardLink::typed);
        SwingUtilities.invokeLater(() -> {
            KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(keys);
            KeyboardLink.watch(true);
        });
        return keys;
    }

    @Override
    public void close() {
        KeyboardLink.watch(false);
        SwingUtilities.invokeLater(() -> {
            idle.stop();
            KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(this);
        });
    }

    /** True when the event goes no further now. */
    @Override
    public boolean dispatchKeyEvent(KeyEvent event) {
        boolean character = event.getKeyChar() != KeyEvent.CHAR_UNDEFINED;
        if (event.getID() == KeyEvent.KEY_PRESSED && character) {
            used.remove(event.getKeyCode());
            held.add(event);
            List<Outcome> outcomes = decider.pressed(event.getKeyChar(), event.isAltDown(), event.getWhen());
            outcomes.forEach(this::act);
            idle.restart();
            return true;
        }
        if (!held.isEmpty()) {
            held.add(event);
            return true;
        }
        if (event.getID() == KeyEvent.KEY_RELEASED) {
            return used.remove(event.getKeyCode());
        }
        return event.getID() == KeyEvent.KEY_TYPED && !used.isEmpty();
    }

    private void idle() {
        if (!held.isEmpty()) {
            long last = held.stream().mapToLong(KeyEvent::getWhen).max().orElseThrow();
            decider.idle(last + WedgeDecider.HOLD_MILLIS).forEach(this::act);
        }
    }

    private void act(Outcome outcome) {
        if (outcome instanceof Outcome.Label label) {
            held.stream()
                    .filter(event -> event.getID() == KeyEvent.KEY_PRESSED)
                    .forEach(event -> used.add(event.getKeyCode()));
            held.stream()
                    .filter(event -> event.getID() == KeyEvent.KEY_RELEASED)
                    .forEach(event -> used.remove(event.getKeyCode()));
            held.clear();
            labels.accept(label.text());
        } else if (outcome instanceof Outcome.Released released) {
            release(released.keys());
        }
    }

    private void release(int keys) {
        int end = 0;
        for (int left = keys; end < held.size(); end++) {
            if (isCharacterPressed(held.get(end)) && left-- == 0) {
                break;
            }
        }
        List<KeyEvent> gone = List.copyOf(held.subList(0, end));
        held.subList(0, end).clear();
        gone.forEach(persons);
    }

    /** What the focus manager would have done: moving the focus first, then the component. */
    private static void goOn(KeyEvent event) {
        KeyboardFocusManager focus = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        Component owner = focus.getFocusOwner();
        if (owner != null) {
            focus.processKeyEvent(owner, event);
            if (!event.isConsumed()) {
                focus.redispatchEvent(owner, event);
            }
        }
    }

    private static boolean isCharacterPressed(KeyEvent event) {
        return event.getID() == KeyEvent.KEY_PRESSED && event.getKeyChar() != KeyEvent.CHAR_UNDEFINED;
    }
}
