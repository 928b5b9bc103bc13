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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code driver new KIND NAME} in a copy of the sources: what it makes compiles, and its tests pass, as it stands. */
class NewDriverTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final String SCRIPT = "device-drivers/src/main/launcher/new-driver/new-driver";
    private static final List<String> COPIED = List.of(
            "device-drivers/src/main/java/org/samokasa/driver",
            "device-drivers/src/main/java/org/samokasa/protocol/explain",
            "device-drivers/src/test/java/org/samokasa/protocol",
            "device-drivers/src/test/java/org/samokasa/driver",
            "simulator/src/main/java/org/samokasa/sim/app",
            "simulator/src/main/java/org/samokasa/sim/device",
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

    /** What was made, and what it is registered in. */
    private List<Path> sources() throws IOException {
        String registered =
                "Drivers|SerialScales|ScaleExplainer|UsualLine|MachineFactory|ScaleMakers|SerialScaleTwinTest|ReplugTest|FuzzSubjects";
        try (Stream<Path> files = Files.walk(copy)) {
            return files.filter(file ->
                            file.getFileName().toString().matches("(Acme.*|" + registered + "|package-info)\\.java"))
                    .filter(file -> !file.endsWith("package-info.java")
                            || file.toString().contains("acme"))
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
                copy.resolve("device-drivers/src/test/java") + ":" + copy.resolve("simulator/src/test/java") + ":"
                        + copy.resolve("device-drivers/src/main/java") + ":" + copy.resolve("simulator/src/main/java"),
                "-proc:none");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
            boolean good = compiler.getTask(complaints, files, null, options, null, units)
                    .call();
            assertThat(good).as(complaints.toString()).isTrue();
        }
    }

    /** Runs every test of the classes that were made; how many there were. */
    private int runTests(Path classes) throws Exception {
        int run = 0;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            for (String name : testClasses(classes)) {
                Class<?> test = loader.loadClass(name);
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
        }
        return run;
    }

    private static List<String> testClasses(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.matches(".*/Acme200[A-Za-z]*Test\\.class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .toList();
        }
    }

    /** Each of the files that drivers are registered in names the new one. */
    private void assertRegistered(String... files) throws IOException {
        for (Path source : sources()) {
            if (List.of(files).contains(source.getFileName().toString().replace(".java", ""))) {
                assertThat(source).content().contains("\"acme-200\"");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "scale, 4, 1, UsualLine SerialScales ScaleExplainer ScaleMakers SerialScaleTwinTest ReplugTest FuzzSubjects",
        "scanner, 11, 3, UsualLine Drivers MachineFactory ReplugTest FuzzSubjects",
        "light, 11, 3, Drivers MachineFactory ReplugTest FuzzSubjects",
    })
    void a_new_machine_compiles_everywhere_and_passes_its_tests(
            String kind, int tests, int testClasses, String registered) throws Exception {
        for (String folder : COPIED) {
            copyTree(ROOT.resolve(folder), copy.resolve(folder));
        }
        assertThat(script(kind, "acme-200")).startsWith("0 ").contains("mvn -q spotless:apply");
        Path classes = copy.resolve("classes");
        compile(sources(), classes);
        assertThat(testClasses(classes)).hasSize(testClasses);
        assertThat(runTests(classes)).isEqualTo(tests);
        assertRegistered(registered.split(" "));
        assertThat(copy.resolve("docs/drivers/quality/" + kind + "-acme-200.md"))
                .content()
                .contains("vectors with source");

        assertThat(script(kind, "acme-200")).startsWith("2 samokasa:").contains("is there already");
    }

    @ParameterizedTest
    @CsvSource({"scale, magellan", "scale, 8217", "scanner, ssi", "scanner, serial-text", "light, lcus"})
    void a_name_that_is_taken_is_refused(String kind, String name) throws Exception {
        for (String folder : COPIED) {
            copyTree(ROOT.resolve(folder), copy.resolve(folder));
        }
        assertThat(script(kind, name)).startsWith("2 samokasa:").hasLineCount(1);
    }

    @Test
    void a_wrong_use_is_one_line_and_changes_nothing() throws Exception {
        assertThat(script("scale", "Acme 200")).startsWith("2 samokasa: usage:");
        assertThat(script("toaster", "acme")).startsWith("2 samokasa: there is no scaffold for a 'toaster'");
        assertThat(script("printer", "acme"))
                .startsWith("2 samokasa: there is no scaffold for printers")
                .hasLineCount(1);
        assertThat(script("terminal", "acme"))
                .startsWith("2 samokasa: there is no scaffold for terminals")
                .hasLineCount(1);
        try (Stream<Path> files = Files.list(copy)) {
            assertThat(files).isEmpty();
        }
    }
}
