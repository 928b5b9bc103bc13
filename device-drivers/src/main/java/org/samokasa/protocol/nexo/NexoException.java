package org.samokasa.protocol.nexo;

/** A message that is not believed. */
public final class NexoException extends Exception {
    private static final long serialVersionUID = 1;

    NexoException(String why) {
        super(why);
    }
}
