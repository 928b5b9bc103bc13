package org.samokasa.kiosk.persistence.hub;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of the test's own, from Debian's packages; the test is passed over where they are not installed. */
final class PrivatePostgres implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final long PATIENCE_SECONDS = 60;
    /** PostgreSQL refuses to run as root. */
    private static final String SOMEBODY = "postgres";

    private final Path bin;
    private final Path home;
    private final int port;

    private PrivatePostgres(Path bin, Path home, int port) {
        this.bin = bin;
        this.home = home;
        this.port = port;
    }

    static PrivatePostgres start() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(INSTALLED), "needs PostgreSQL: apt install postgresql");
        Path bin;
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            bin = versions.map(v -> v.resolve("bin"))
                    .filter(b -> Files.isExecutable(b.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
        assumeTrue(bin != null, "needs PostgreSQL's own programs: apt install postgresql");
        Path home = Files.createTempDirectory("samokasa-postgres");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        if (isRoot()) {
            assumeTrue(run(List.of("chown", SOMEBODY, home.toString()), home) == 0, "needs the user " + SOMEBODY);
        } else {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        }
        PrivatePostgres postgres = new PrivatePostgres(bin, home, port);
        postgres.must("initdb", "-D", "data", "-U", "test", "-A", "trust", "-E", "UTF8", "--no-sync");
        postgres.must(
                "pg_ctl",
                "-D",
                "data",
                "-w",
                "-l",
                "log",
                "-o",
                "-p " + port + " -h 127.0.0.1 -k " + home + " -F",
                "start");
        return postgres;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private void must(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", SOMEBODY, "--"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        if (run(command, home) != 0) {
            throw new IOException("PostgreSQL did not do: " + command);
        }
    }

    private static int run(List<String> command, Path where) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=test");
    }

    @Override
    public void close() throws IOException {
        try {
            must("pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
