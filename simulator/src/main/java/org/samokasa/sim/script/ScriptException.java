package org.samokasa.sim.script;

/** A script that cannot be read, or a step that cannot be done; the message names the lines. */
public final class ScriptException extends RuntimeException {
    public ScriptException(String message) {
        super(message);
    }
}
