package org.samokasa.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A camera through a program that writes its pictures to standard output: no native code in this process, and a camera
 * driver that hangs or crashes takes only its own process with it.
 */
final class CameraLine implements Line {
    private final DeviceAddress.Camera address;
    private volatile Process process;
    private volatile boolean closed;

    CameraLine(DeviceAddress.Camera address) {
        this.address = address;
    }

    /** ffmpeg reads Video4Linux and writes one grey picture (PGM) behind the other. */
    private List<String> command() {
        return List.of(
                address.program(),
                "-nostdin",
                "-loglevel",
                "error",
                "-f",
                "v4l2",
                "-framerate",
                String.valueOf(address.framesPerSecond()),
                "-video_size",
                address.width() + "x" + address.height(),
                "-i",
                address.path(),
                "-f",
                "image2pipe",
                "-c:v",
                "pgm",
                "-");
    }

    @Override
    public void open() throws IOException {
        process = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        if (closed) {
            process.destroyForcibly();
        }
    }

    @Override
    public int read(byte[] into) throws IOException {
        InputStream pictures = process.getInputStream();
        int count = pictures.read(into);
        if (count < 0) {
            throw new IOException(address.program() + " for " + address.path() + " ended");
        }
        return count;
    }

    /** A camera is told nothing. */
    @Override
    public void write(byte[] all) {}

    @Override
    public void close() {
        closed = true;
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
