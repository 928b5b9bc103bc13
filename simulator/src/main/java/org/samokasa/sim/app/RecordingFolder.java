package org.samokasa.sim.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.samokasa.protocol.Bytes;
import org.samokasa.sim.record.Recording;
import org.samokasa.sim.record.Recording.Moment;
import org.samokasa.sim.record.Recording.What;
import org.samokasa.sim.transport.WireTap;

/**
 * Writes what goes over each wire to {@code MACHINE.rec}, moment by moment, so that nothing is lost when the process ends.
 * A disk that fails ends that recording, with a word on the error stream, and disturbs nobody else.
 */
final class RecordingFolder implements WireTap {
    private final Path folder;
    private final Map<String, File> files = new ConcurrentHashMap<>();

    /** One recording; without a writer it has failed, and somebody was told. */
    private static final class File {
        private final Instant began;
        private Optional<Writer> out;
        private Duration latest = Duration.ZERO;

        File(Optional<Writer> out, Instant began) {
            this.out = out;
            this.began = began;
        }

        /** A clock that somebody sets back does not turn a recording round. */
        Duration since(Instant at) {
            Duration now = Duration.between(began, at);
            latest = now.compareTo(latest) > 0 ? now : latest;
            return latest;
        }
    }

    private RecordingFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws IOException when there can be no such folder */
    static RecordingFolder open(Path folder) throws IOException {
        return new RecordingFolder(Files.createDirectories(folder));
    }

    @Override
    public void saw(Instant at, String machine, Direction direction, Bytes bytes) {
        keep(at, machine, direction == Direction.FROM_SHOP ? What.SHOP : What.MACHINE, bytes);
    }

    @Override
    public void opened(Instant at, String machine) {
        keep(at, machine, What.OPENED, Bytes.EMPTY);
    }

    @Override
    public void lost(Instant at, String machine) {
        keep(at, machine, What.LOST, Bytes.EMPTY);
    }

    private void keep(Instant at, String machine, What what, Bytes bytes) {
        File file = files.computeIfAbsent(machine, name -> create(name, at));
        synchronized (file) {
            Moment moment = new Moment(file.since(at), what, bytes);
            file.out = file.out.filter(out -> wrote(out, moment.toString(), machine));
        }
    }

    private File create(String machine, Instant at) {
        try {
            Writer out = Files.newBufferedWriter(folder.resolve(machine + ".rec"));
            boolean headed = wrote(out, Recording.head(machine), machine);
            return new File(headed ? Optional.of(out) : Optional.empty(), at);
        } catch (IOException e) {
            System.err.println("cannot record " + machine + ": " + e);
            return new File(Optional.empty(), at);
        }
    }

    private static boolean wrote(Writer out, String line, String machine) {
        try {
            out.write(line + "\n");
            out.flush();
            return true;
        } catch (IOException e) {
            System.err.println("the recording of " + machine + " ends here: " + e);
            return false;
        }
    }
}
