package org.samokasa.kiosk.app.hub;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.json.RecordJsonException;

/**
 * Which device is whose, kept in a file so that a restart of the hub signs nobody out. The file holds hashes: whoever
 * reads it cannot act for anybody. Safe for many threads.
 */
final class SessionFile {
    private static final Logger LOGGER = System.getLogger(SessionFile.class.getName());

    /** The longest shift with its overtime; the next one signs in again. */
    private static final Duration LASTS = Duration.ofHours(16);

    /** What the file holds. */
    record Stored(Map<String, Session> sessions) {}

    /** Whose it is and since when. */
    record Session(String name, Instant since) {}

    private final Path file;
    private final Map<String, Session> sessions;

    private SessionFile(Path file, Map<String, Session> sessions) {
        this.file = file;
        this.sessions = new TreeMap<>(sessions);
    }

    /** The sessions of the last run; none when there was none or its file is not readable: then all sign in again. */
    static SessionFile open(Path file) {
        if (!Files.exists(file)) {
            return new SessionFile(file, Map.of());
        }
        try {
            Stored stored = RecordJson.read(Stored.class, Files.readAllBytes(file));
            return new SessionFile(file, stored.sessions());
        } catch (IOException | RecordJsonException e) {
            LOGGER.log(Logger.Level.WARNING, "{0} is not readable, all sign in again: {1}", file, e.getMessage());
            return new SessionFile(file, Map.of());
        }
    }

    synchronized void add(String secret, String name, Instant now) {
        sessions.values().removeIf(session -> hasEnded(session, now));
        sessions.put(hash(secret), new Session(name, now));
        save();
    }

    synchronized Optional<String> who(String secret, Instant now) {
        return secret.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(sessions.get(hash(secret)))
                        .filter(session -> !hasEnded(session, now))
                        .map(Session::name);
    }

    synchronized void remove(String secret) {
        if (!secret.isEmpty() && sessions.remove(hash(secret)) != null) {
            save();
        }
    }

    synchronized void removeAllOf(String name) {
        if (sessions.values().removeIf(session -> session.name().equals(name))) {
            save();
        }
    }

    private static boolean hasEnded(Session session, Instant now) {
        return !now.isBefore(session.since().plus(LASTS));
    }

    private static String hash(String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Written beside and moved over, so that a power cut leaves one of both whole. */
    private void save() {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(
                        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(fresh, RecordJson.write(Stored.class, new Stored(sessions)));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOGGER.log(Logger.Level.WARNING, "a restart will sign everybody out: {0}", e.getMessage());
        }
    }
}
