package org.samokasa.kiosk.app.config;

import java.util.List;

/** A configuration that cannot be used; says everything that is wrong with it, one line each. */
public final class ConfigException extends RuntimeException {
    private final List<String> errors;

    public ConfigException(List<String> errors) {
        super(String.join(System.lineSeparator(), errors));
        this.errors = List.copyOf(errors);
    }

    public List<String> errors() {
        return errors;
    }
}
