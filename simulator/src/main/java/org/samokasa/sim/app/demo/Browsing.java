package org.samokasa.sim.app.demo;

import java.awt.Desktop;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows a page in the browser of whoever sits here, when there is one. */
final class Browsing {
    /** Browsers that show a page as a window of its own where they are told to. */
    private static final List<String> WITH_WINDOWS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge");

    private Browsing() {}

    /**
     * A window of its own at the right of the others.
     *
     * @param profile folder for what the browser remembers: the demo does not touch anybody's own
     * @return its process; empty when there is no such browser, the page then opens in the usual one
     */
    static Optional<Process> beside(String address, DemoWindows windows, Path profile) throws IOException {
        Optional<File> browser = windows.hasPage() ? installed() : Optional.empty();
        if (browser.isEmpty()) {
            open(address);
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(List.of(
                browser.get().getPath(),
                "--app=" + address,
                "--user-data-dir=" + profile,
                "--window-position=" + windows.pageLeft() + ",0",
                "--window-size=" + windows.pageWidth() + "," + windows.height(),
                "--no-first-run",
                "--no-default-browser-check"));
        if ("root".equals(System.getProperty("user.name"))) {
            // Root cannot be put into a sandbox; the second word spares the window a bar that says so.
            command.addAll(List.of("--no-sandbox", "--test-type"));
        }
        ProcessBuilder page = new ProcessBuilder(command);
        page.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return Optional.of(page.start());
    }

    private static Optional<File> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> WITH_WINDOWS.stream().map(name -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    private static void open(String address) {
        if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            return;
        }
        try {
            Desktop.getDesktop().browse(URI.create(address));
        } catch (IOException noBrowser) {
            System.out.println("No browser opened by itself; the address above works in any.");
        }
    }
}
