package org.samokasa.kiosk.app.centre;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.samokasa.kiosk.app.centre.CentreConfig.ShopAddress;
import org.samokasa.kiosk.app.config.ConfigFile;

/** Reads {@code centre.conf}; docs/centre.md explains every key. */
final class CentreConfigReader {
    private static final String HOST = "127.0.0.1";
    /** Beside the hub's 8080, so that both can run on one machine. */
    private static final int PORT = 8090;

    private static final int PORT_MAX = 65_535;
    private static final int NAME_LENGTH_MAX = 40;

    /** A page holds a line to each: more shops than this are more centres. */
    static final int SHOPS_MAX = 200;

    private final Path file;
    private final Set<String> ids = new HashSet<>();

    private CentreConfigReader(Path file) {
        this.file = file;
    }

    /** @throws org.samokasa.kiosk.app.config.ConfigException naming every error with its line */
    static CentreConfig read(Path file) {
        ConfigFile config = ConfigFile.read(file);
        CentreConfigReader reader = new CentreConfigReader(file);
        CentreConfig read = new CentreConfig(
                config.text("web.host", HOST),
                config.integer("web.port", 0, PORT_MAX, PORT),
                reader.beside(config.text("data", "data")),
                reader.shops(config));
        config.finish();
        return read;
    }

    private Path beside(String path) {
        return file.toAbsolutePath().resolveSibling(path).normalize();
    }

    private List<ShopAddress> shops(ConfigFile config) {
        List<ShopAddress> all = new ArrayList<>();
        for (ConfigFile shop : config.sections("shops")) {
            all.add(shop(shop));
        }
        if (all.isEmpty() || all.size() > SHOPS_MAX) {
            config.error("shops", "must name 1 to " + SHOPS_MAX + " shops { id, name, hub, key or keyFile }");
        }
        return all;
    }

    private ShopAddress shop(ConfigFile shop) {
        String id = shop.text("id");
        shop.parsed("id", null, CentreConfigReader::id);
        if (!ids.add(id)) {
            shop.error("id", "is there twice: " + id);
        }
        String name = shop.text("name", id);
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            shop.error("name", "has 1 to " + NAME_LENGTH_MAX + " characters");
        }
        if (!shop.has("hub")) {
            shop.error("hub", "must be the address of the hub's console");
        }
        URI hub = shop.parsed("hub", URI.create("http://127.0.0.1"), CentreConfigReader::address);
        return new ShopAddress(id, name, hub, key(shop));
    }

    private static String id(String text) {
        if (!text.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("has 1 to 32 of a-z, 0-9 and hyphens");
        }
        return text;
    }

    private static URI address(String text) {
        URI uri = URI.create(text);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null) {
            throw new IllegalArgumentException("is an address like https://shop.example:8443");
        }
        boolean bare = uri.getPath() == null
                || uri.getPath().isEmpty()
                || uri.getPath().equals("/");
        if (!bare || uri.getQuery() != null || uri.getUserInfo() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("has scheme, host and port alone; the key has a place of its own");
        }
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
    }

    private String key(ConfigFile shop) {
        if (shop.has("key") == shop.has("keyFile")) {
            shop.error(shop.has("key") ? "key" : "id", "needs either key or keyFile beside it");
            shop.text("key", "");
            shop.text("keyFile", "");
            return "";
        }
        return shop.has("key")
                ? shop.parsed("key", "", CentreConfigReader::oneWord)
                : shop.parsed("keyFile", "", this::keyIn);
    }

    private String keyIn(String path) {
        try {
            return oneWord(
                    Files.readString(beside(path), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new IllegalArgumentException("is not readable: " + e.getMessage(), e);
        }
    }

    /** It travels in a header. */
    private static String oneWord(String key) {
        if (!key.matches("[!-~]{1,200}")) {
            throw new IllegalArgumentException("holds one word, as the hub's console-token does");
        }
        return key;
    }
}
