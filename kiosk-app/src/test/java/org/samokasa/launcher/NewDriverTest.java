package org.samokasa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code driver new scale NAME} in a copy of the sources: what it makes compiles, and its tests pass, as it stands. */
class NewDriverTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final String SCRIPT = "device-drivers/src/main/launcher/new-driver/new-driver";
    private static final List<String> COPIED = List.of(
            "device-drivers/src/main/java/org/samokasa/driver",
            "device-drivers/src/test/java/org/samokasa/protocol",
            "simulator/src/main/java/org/samokasa/sim/app",
            "simulator/src/main/java/org/samokasa/sim/device/scale",
            "simulator/src/test/java/org/samokasa/sim/driver",
            "kiosk-app/src/test/java/org/samokasa/soak/fuzz");

    @TempDir
    Path copy;

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                Path target = to.resolve(from.relativize(file).toString());
                try {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** What the script said, with its exit code in front. */
    private String script(String... words) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("bash", ROOT.resolve(SCRIPT).toString(), copy.toString()));
        command.addAll(Arrays.asList(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        return process.waitFor() + " " + said;
    }

    private List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(copy)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(
                            file -> file.toString()
                                    .matches(
                                            ".*(Acme.*|SerialScales|UsualLine|ScaleMakers|SerialScaleTwinTest|FuzzSubjects)\\.java"))
                    .toList();
        }
    }

    private void compile(List<Path> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options = List.of(
                "-d",
                Files.createDirectories(classes).toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                "-sourcepath",
                copy.resolve("device-drivers/src/test/java") + ":" + copy.resolve("simulator/src/test/java"),
                "-proc:none");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
            boolean good = compiler.getTask(complaints, files, null, options, null, units)
                    .call();
            assertThat(good).as(complaints.toString()).isTrue();
        }
    }

    private static int runTests(Path classes) throws Exception {
        int run = 0;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Class<?> test = loader.loadClass("org.samokasa.protocol.scaleacme200.Acme200CodecTest");
            Constructor<?> constructor = test.getDeclaredConstructor();
            constructor.setAccessible(true);
            for (Method method : test.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class)) {
                    method.setAccessible(true);
                    method.invoke(constructor.newInstance());
                    run++;
                }
            }
        }
        return run;
    }

    @Test
    void a_new_scale_compiles_everywhere_and_passes_its_tests() throws Exception {
        for (String folder : COPIED) {
            copyTree(ROOT.resolve(folder), copy.resolve(folder));
        }
        assertThat(script("scale", "acme-200")).startsWith("0 ").contains("mvn -q spotless:apply");
        Path classes = copy.resolve("classes");
        List<Path> sources = sources();
        assertThat(sources).hasSize(8);
        compile(sources, classes);
        assertThat(runTests(classes)).isEqualTo(4);
        assertThat(copy.resolve("docs/drivers/quality/acme-200.md")).content().contains("vectors with source");

        assertThat(script("scale", "acme-200")).startsWith("2 samokasa:").contains("is there already");
        assertThat(script("scale", "magellan")).startsWith("2 samokasa: there is a scale 'magellan' already");
    }

    @Test
    void a_wrong_use_is_one_line_and_changes_nothing() throws Exception {
        assertThat(script("scale", "Acme 200")).startsWith("2 samokasa: usage:");
        assertThat(script("toaster", "acme")).startsWith("2 samokasa: there is a scaffold for scales only");
        try (Stream<Path> files = Files.list(copy)) {
            assertThat(files).isEmpty();
        }
    }
}
