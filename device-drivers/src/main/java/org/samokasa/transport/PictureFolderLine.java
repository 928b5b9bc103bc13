package org.samokasa.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.samokasa.protocol.greyframe.GreyFrame;
import org.samokasa.transport.picture.PictureFile;

/** A folder as a camera: each picture that is put into it is shown once, for as many frames as a reader wants to agree. */
final class PictureFolderLine implements Line {
    /** How often the folder is looked at. */
    private static final long LOOK_MILLIS = 100;

    /** Frames for which a picture is shown: a reader of short codes wants three that agree. */
    private static final int SHOWN = 3;

    private final Path folder;
    private final Map<Path, Long> shown = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private ByteArrayInputStream showing = new ByteArrayInputStream(new byte[0]);
    private byte[] picture = new byte[0];
    private int left;

    PictureFolderLine(DeviceAddress.Folder address) {
        folder = Path.of(address.path());
    }

    /** What lies in the folder already is not shown: nobody holds it up now. */
    @Override
    public void open() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
        while (next().isPresent()) {
            continue;
        }
    }

    @Override
    public int read(byte[] into) throws IOException {
        if (showing.available() > 0) {
            return showing.read(into);
        }
        if (pause()) {
            return -1;
        }
        if (left == 0) {
            next().ifPresent(this::show);
        }
        if (left == 0) {
            return 0;
        }
        left--;
        showing = new ByteArrayInputStream(picture);
        return showing.read(into);
    }

    private void show(Path file) {
        try {
            GreyFrame frame = PictureFile.read(file);
            ByteArrayOutputStream pgm = new ByteArrayOutputStream();
            pgm.writeBytes(
                    ("P5\n" + frame.width() + " " + frame.height() + "\n255\n").getBytes(StandardCharsets.US_ASCII));
            pgm.writeBytes(frame.pixels());
            picture = pgm.toByteArray();
            left = SHOWN;
        } catch (IOException stillBeingWritten) {
            shown.remove(file);
        }
    }

    /** Waits as long as a camera does between frames; true when closed meanwhile. */
    private boolean pause() throws IOException {
        try {
            return closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            throw new IOException("interrupted", asked);
        }
    }

    private Optional<Path> next() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(PictureFile::isOne).sorted().toList()) {
                long changed = Files.getLastModifiedTime(file).toMillis();
                Long before = shown.put(file, changed);
                if (before == null || before != changed) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    /** A camera is told nothing. */
    @Override
    public void write(byte[] all) {}

    @Override
    public void close() {
        closed.countDown();
    }
}
