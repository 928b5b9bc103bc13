package org.samokasa.kiosk.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.store.fs.FilePath;

/**
 * Lets H2 keep its files on a {@link FaultyDisk}: {@code jdbc:h2:powerloss:7/catalogue} is the database {@code
 * catalogue} on the disk that was mounted as number 7.
 */
public final class PowerLossPath extends FilePath {
    private static final String SCHEME = "powerloss";
    private static final Map<String, FaultyDisk> MOUNTED = new ConcurrentHashMap<>();
    private static final AtomicInteger MOUNTS = new AtomicInteger();

    private PowerLossPath(String name) {
        this.name = name;
    }

    /**
     * Makes a disk known to H2.
     *
     * @return what goes before the name of a database in its URL, up to and including the slash
     */
    public static String mount(FaultyDisk disk) {
        FilePath.register(new PowerLossPath(SCHEME + ":"));
        String number = String.valueOf(MOUNTS.incrementAndGet());
        MOUNTED.put(number, disk);
        return SCHEME + ":" + number + "/";
    }

    /** Forgets a disk; no database may be open on it. */
    public static void unmount(String mount) {
        MOUNTED.remove(mount.substring(SCHEME.length() + 1, mount.length() - 1));
    }

    private int slash() {
        return name.indexOf('/') < 0 ? name.length() : name.indexOf('/');
    }

    private FaultyDisk disk() {
        FaultyDisk disk = MOUNTED.get(name.substring(SCHEME.length() + 1, slash()));
        if (disk == null) {
            throw DbException.get(ErrorCode.IO_EXCEPTION_1, "no disk is mounted for " + name);
        }
        return disk;
    }

    /** Empty for the directory itself. */
    private String fileName() {
        return name.substring(Math.min(name.length(), slash() + 1));
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FilePath getPath(String path) {
        return new PowerLossPath(path);
    }

    @Override
    public boolean exists() {
        return isDirectory() || disk().list().contains(fileName());
    }

    @Override
    public long size() {
        return disk().contents(fileName()).length;
    }

    @Override
    public void moveTo(FilePath newName, boolean atomicReplace) {
        carryOut(() -> disk().rename(fileName(), ((PowerLossPath) newName).fileName()));
    }

    @Override
    public boolean createFile() {
        if (exists()) {
            return false;
        }
        carryOut(() -> disk().create(fileName()).close());
        return true;
    }

    @Override
    public void delete() {
        if (exists()) {
            carryOut(() -> disk().remove(fileName()));
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private void carryOut(Task task) {
        try {
            task.run();
        } catch (IOException e) {
            throw DbException.convertIOException(e, name);
        }
    }

    @Override
    public List<FilePath> newDirectoryStream() {
        String directory = name.substring(0, slash());
        return disk().list().stream()
                .map(file -> getPath(directory + "/" + file))
                .toList();
    }

    @Override
    public FilePath toRealPath() {
        return this;
    }

    @Override
    public FilePath getParent() {
        return fileName().isEmpty() ? null : getPath(name.substring(0, slash()));
    }

    @Override
    public boolean isDirectory() {
        return fileName().isEmpty();
    }

    @Override
    public boolean isRegularFile() {
        return !isDirectory() && exists();
    }

    @Override
    public boolean isAbsolute() {
        return true;
    }

    @Override
    public long lastModified() {
        return 0;
    }

    @Override
    public boolean canWrite() {
        return true;
    }

    @Override
    public void createDirectory() {
        if (!isDirectory()) {
            throw new AssertionError("a faulty disk has one directory, not also " + name);
        }
    }

    @Override
    public boolean setReadOnly() {
        return false;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FaultyDisk disk = disk();
        boolean there = disk.list().contains(fileName());
        if (mode.equals("r")) {
            return new PowerLossChannel(disk.openForReading(fileName()));
        }
        if (mode.equals("rwx") && there) {
            throw new FileAlreadyExistsException(name);
        }
        return new PowerLossChannel(there ? disk.open(fileName()) : disk.create(fileName()));
    }
}
