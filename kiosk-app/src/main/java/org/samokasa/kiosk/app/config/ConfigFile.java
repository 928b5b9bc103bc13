package org.samokasa.kiosk.app.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A HOCON file being read. Each question answers a usable value even when the file has none, and notes what is wrong;
 * {@link #finish} then throws everything at once, unknown keys included.
 */
public final class ConfigFile {
    private final Config config;
    private final String where;
    private final String prefix;
    private final List<String> errors;
    private final Set<String> known;

    private ConfigFile(Config config, String where, String prefix, List<String> errors, Set<String> known) {
        this.config = config;
        this.where = where;
        this.prefix = prefix;
        this.errors = errors;
        this.known = known;
    }

    /** @throws ConfigException when the file is missing or is no HOCON */
    public static ConfigFile read(Path file) {
        try {
            Config config = ConfigFactory.parseFile(
                            file.toFile(),
                            ConfigParseOptions.defaults()
                                    .setSyntax(ConfigSyntax.CONF)
                                    .setAllowMissing(false))
                    .resolve();
            return new ConfigFile(config, file.getFileName().toString(), "", new ArrayList<>(), new HashSet<>());
        } catch (com.typesafe.config.ConfigException wrong) {
            throw new ConfigException(List.of(wrong.getMessage()));
        }
    }

    /** A file on the class path that ships with the program. */
    public static ConfigFile resource(String name) {
        Config config = ConfigFactory.parseResources(
                        name, ConfigParseOptions.defaults().setAllowMissing(false))
                .resolve();
        return new ConfigFile(config, name, "", new ArrayList<>(), new HashSet<>());
    }

    public String text(String key) {
        return value(key, ConfigValueType.STRING, config::getString)
                .or(() -> value(key, ConfigValueType.NUMBER, config::getString))
                .orElseGet(() -> missing(key, "a text", ""));
    }

    public String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    public Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    public List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        known.add(prefix + key);
        return attempt(key, config::getStringList, List.of());
    }

    public int integer(String key, int min, int max, int otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        known.add(prefix + key);
        int value = attempt(key, config::getInt, otherwise);
        if (value < min || value > max) {
            error(key, "must be from " + min + " to " + max + ", is " + value);
            return otherwise;
        }
        return value;
    }

    public boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        known.add(prefix + key);
        return attempt(key, config::getBoolean, otherwise);
    }

    /** A text turned into something else; what the turning complains about is noted for this key. */
    public <T> T parsed(String key, T otherwise, Function<String, T> turn) {
        if (!has(key)) {
            return otherwise;
        }
        try {
            return turn.apply(text(key));
        } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
            error(key, wrong.getMessage());
            return otherwise;
        }
    }

    /** The part of the file below a key; empty answers and a noted error when it is not there. */
    public ConfigFile section(String key) {
        known.add(prefix + key);
        if (!has(key) || config.getValue(key).valueType() != ConfigValueType.OBJECT) {
            missing(key, "a section { .. }", null);
            return new ConfigFile(ConfigFactory.empty(), where, prefix + key + ".", errors, known);
        }
        return new ConfigFile(config.getConfig(key), where, prefix + key + ".", errors, known);
    }

    public Optional<ConfigFile> optionalSection(String key) {
        return has(key) ? Optional.of(section(key)) : Optional.empty();
    }

    /** A list of sections. */
    public List<ConfigFile> sections(String key) {
        known.add(prefix + key);
        if (!has(key)) {
            return List.of();
        }
        List<ConfigFile> all = new ArrayList<>();
        for (Config each : attempt(key, path -> List.copyOf(config.getConfigList(path)), List.<Config>of())) {
            // Unknown keys inside list entries are looked for entry by entry, so each has a set of its own.
            all.add(new ConfigFile(each, where, prefix + key + "[" + all.size() + "].", errors, known));
        }
        return all;
    }

    /** Names of the keys right below this section. */
    public Set<String> keys() {
        return config.root().keySet();
    }

    public boolean has(String key) {
        return config.hasPath(key);
    }

    /** Notes something wrong with this key that only the caller can know. */
    public void error(String key, String what) {
        errors.add(place(key) + ": " + prefix + key + " " + what);
    }

    /** @throws ConfigException with everything noted, when there is anything */
    public void finish() {
        unknown(config.root(), prefix);
        if (!errors.isEmpty()) {
            throw new ConfigException(errors);
        }
    }

    private void unknown(ConfigObject object, String path) {
        object.forEach((key, value) -> {
            String full = path + key;
            boolean isKnown = known.contains(full);
            if (!isKnown && known.stream().noneMatch(name -> name.startsWith(full + "."))) {
                errors.add(at(value) + ": " + full + " is not known");
            } else if (value instanceof ConfigObject below) {
                unknown(below, full + ".");
            }
        });
    }

    private <T> Optional<T> value(String key, ConfigValueType type, Function<String, T> get) {
        known.add(prefix + key);
        if (!has(key) || config.getValue(key).valueType() != type) {
            return Optional.empty();
        }
        return Optional.of(get.apply(key));
    }

    private <T> T attempt(String key, Function<String, T> get, T otherwise) {
        try {
            return get.apply(key);
        } catch (com.typesafe.config.ConfigException wrong) {
            error(key, "is " + config.getValue(key).render() + ", which is of the wrong kind");
            return otherwise;
        }
    }

    private <T> T missing(String key, String what, T otherwise) {
        error(key, "must be " + what);
        return otherwise;
    }

    private String place(String key) {
        return has(key) ? at(config.getValue(key)) : where;
    }

    private String at(ConfigValue value) {
        ConfigOrigin origin = value.origin();
        return where + ":" + origin.lineNumber();
    }
}
