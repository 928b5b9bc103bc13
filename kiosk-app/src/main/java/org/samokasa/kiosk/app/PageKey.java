package org.samokasa.kiosk.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret in a page's address. It is made once and kept in a file, so that open pages go on working when the process
 * is started again; removing the file makes a new one.
 */
public final class PageKey {
    private static final int BYTES = 24;

    private PageKey() {}

    /**
     * The key that a file holds, made now if there is none; only its owner may read it.
     *
     * @throws IOException if it can be neither read nor written
     */
    public static String in(Path data, String name) throws IOException {
        Path file = data.resolve(name);
        if (Files.exists(file)) {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.createDirectories(data);
        boolean posix = Files.getFileStore(data).supportsFileAttributeView("posix");
        if (posix) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        Files.writeString(file, token, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
        return token;
    }
}
