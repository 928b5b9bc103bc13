package org.samokasa.kiosk.app.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret in the console's address. It is made once and kept beside the journal, so that open consoles go on working
 * when the hub is started again; removing the file makes a new one.
 */
final class ConsoleToken {
    private static final String FILE = "console-token";
    private static final int BYTES = 24;

    private ConsoleToken() {}

    static String of(Path data) throws IOException {
        Path file = data.resolve(FILE);
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
