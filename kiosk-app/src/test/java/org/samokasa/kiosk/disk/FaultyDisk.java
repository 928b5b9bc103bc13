package org.samokasa.kiosk.disk;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.samokasa.kiosk.disk.DiskOperation.Kind;
import org.samokasa.kiosk.persistence.journal.JournalException;
import org.samokasa.kiosk.persistence.journal.JournalFiles;

/**
 * One directory of a disk that can lose power, fill up and fail.
 *
 * <ul>
 *   <li>{@link #crash} gives the disk as it may be after a power cut; this one is left as it is, so one moment can be
 *       crashed in many ways.
 *   <li>{@link #afterKill} gives the disk as a new process finds it when the old one died and the power stayed.
 *   <li>{@link #failNext} makes operations fail.
 *   <li>{@link #beforeEach} lets a test look at every operation before it is done.
 * </ul>
 * It is strict about its users: a file used after it was closed, read behind its end, written without the right to, or
 * left open is an error that names the place. Safe for several threads; they take turns.
 */
public final class FaultyDisk implements JournalFiles {
    private final Map<String, StoredFile> names = new HashMap<>();
    private final Map<String, StoredFile> forcedNames = new HashMap<>();
    private final List<Change> pending = new ArrayList<>();
    private final List<FaultyFile> open = new ArrayList<>();
    private final Map<Long, DiskFault> faults = new HashMap<>();
    private Consumer<DiskOperation> watcher = operation -> {};
    private long operations;
    private Throwable lockedAt;

    /** An empty disk. */
    public FaultyDisk() {}

    /** A disk that holds these files and nothing that is not forced; the arrays become the disk's. */
    public static FaultyDisk holding(Map<String, byte[]> files) {
        FaultyDisk disk = new FaultyDisk();
        files.forEach((name, bytes) -> disk.names.put(name, StoredFile.safe(new Bytes(bytes))));
        disk.forcedNames.putAll(disk.names);
        return disk;
    }

    /** The disk after a power cut now, with nobody using it. */
    public synchronized FaultyDisk crash(CrashPolicy policy, RandomGenerator chance) {
        FaultyDisk after = new FaultyDisk();
        after.names.putAll(new PowerCut(policy, chance, pending).strike(forcedNames));
        after.forcedNames.putAll(after.names);
        return after;
    }

    /** The disk when every program using it has been killed now: what was not forced is still in the cache. */
    public synchronized FaultyDisk afterKill() {
        FaultyDisk after = new FaultyDisk();
        Map<StoredFile, StoredFile> made = new IdentityHashMap<>();
        UnaryOperator<StoredFile> copies = file -> made.computeIfAbsent(file, StoredFile::copy);
        names.forEach((name, file) -> after.names.put(name, copies.apply(file)));
        forcedNames.forEach((name, file) -> after.forcedNames.put(name, copies.apply(file)));
        pending.forEach(change -> after.pending.add(change.on(copies)));
        return after;
    }

    /** Has the next so many operations fail. */
    public synchronized void failNext(int count, DiskFault fault) {
        for (int i = 0; i < count; i++) {
            faults.put(operations + i, fault);
        }
    }

    /** Has one operation fail, by its number in the life of this disk, from 0. */
    public synchronized void failAt(long operation, DiskFault fault) {
        faults.put(operation, fault);
    }

    /** From now on calls this before each operation, while the disk waits; it may crash or copy the disk. */
    public synchronized void beforeEach(Consumer<DiskOperation> newWatcher) {
        watcher = newWatcher;
    }

    /** How many operations were asked of this disk so far. */
    public synchronized long operations() {
        return operations;
    }

    /** How many changes a power cut now could undo. */
    public synchronized int unforcedChanges() {
        return pending.size();
    }

    /** What programs see in a file, or nothing if there is none of that name. */
    public synchronized byte[] contents(String name) {
        StoredFile file = names.get(name);
        return file == null ? new byte[0] : file.shown.toArray();
    }

    /**
     * Tells disks apart, by what programs see, what is safe and what can still be forced; two that differ have the same
     * number by chance only.
     */
    public synchronized long fingerprint() {
        long sum = 0;
        for (Map.Entry<String, StoredFile> entry : names.entrySet()) {
            sum += entry.getKey().hashCode() * entry.getValue().shown.fingerprint();
        }
        for (Map.Entry<String, StoredFile> entry : forcedNames.entrySet()) {
            sum += ~entry.getKey().hashCode() * entry.getValue().forced.fingerprint();
        }
        for (Change change : pending) {
            sum = sum * 31 + change.fingerprint();
        }
        return sum;
    }

    /** @throws AssertionError if a file is open or the lock is held, naming where that was done */
    public synchronized void assertNothingLeftOpen() {
        if (!open.isEmpty()) {
            throw open.get(0).misuse("was left open");
        }
        if (lockedAt != null) {
            throw new AssertionError("the lock was never given back", lockedAt);
        }
    }

    @Override
    public synchronized List<String> list() {
        return List.copyOf(names.keySet());
    }

    @Override
    public synchronized FaultyFile open(String name) throws IOException {
        return handle(name, existing(name), true);
    }

    @Override
    public synchronized FaultyFile openForReading(String name) throws IOException {
        return handle(name, existing(name), false);
    }

    @Override
    public synchronized FaultyFile create(String name) throws IOException {
        StoredFile there = names.get(name);
        StoredFile file = there == null ? new StoredFile() : there;
        Change change = there == null ? new Change.Named(file, name) : new Change.Shortened(file, 0);
        carryOut(Kind.CREATE, name, change);
        return handle(name, file, true);
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        carryOut(Kind.RENAME, to, new Change.Renamed(existing(from), from, to));
    }

    /** Takes a name away; a file that is open can still be used. */
    public synchronized void remove(String name) throws IOException {
        carryOut(Kind.REMOVE, name, new Change.Removed(existing(name), name));
    }

    @Override
    public synchronized void forceDirectory() throws IOException {
        Attempt attempt = begin(Kind.FORCE_DIRECTORY, "", 0, 0);
        List<Change> here =
                pending.stream().filter(Change.ToNames.class::isInstance).toList();
        makeSafe(attempt, here);
        attempt.end();
    }

    /** @throws JournalException if it is locked already; its cause says where that was done */
    @Override
    public synchronized Closeable lock() throws IOException {
        if (lockedAt != null) {
            throw new JournalException("the disk is locked already", lockedAt);
        }
        lockedAt = new Throwable("locked here");
        return () -> {
            synchronized (this) {
                lockedAt = null;
            }
        };
    }

    private StoredFile existing(String name) throws IOException {
        StoredFile file = names.get(name);
        if (file == null) {
            throw new FileNotFoundException(name);
        }
        return file;
    }

    /** A file that was renamed while it was open goes by its new name. */
    private String nameOf(StoredFile file, String nameWhenOpened) {
        if (names.get(nameWhenOpened) == file) {
            return nameWhenOpened;
        }
        return names.entrySet().stream()
                .filter(entry -> entry.getValue() == file)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(nameWhenOpened);
    }

    private FaultyFile handle(String name, StoredFile file, boolean writable) {
        FaultyFile handle = new FaultyFile(this, name, file, writable);
        open.add(handle);
        return handle;
    }

    void closed(FaultyFile file) {
        open.remove(file);
    }

    /** A change that happens as a whole or not at all. */
    private void carryOut(Kind kind, String name, Change change) throws IOException {
        Attempt attempt = begin(kind, name, 0, 0);
        if (attempt.fault == null || attempt.fault == DiskFault.DONE) {
            remember(change);
        }
        attempt.end();
    }

    void shorten(String name, StoredFile file, int length) throws IOException {
        Attempt attempt = begin(Kind.SHORTEN, nameOf(file, name), length, 0);
        if (attempt.fault == null || attempt.fault == DiskFault.DONE) {
            remember(new Change.Shortened(file, length));
        }
        attempt.end();
    }

    void write(String name, StoredFile file, int offset, byte[] bytes) throws IOException {
        Attempt attempt = begin(Kind.WRITE, nameOf(file, name), offset, bytes.length);
        int taken = attempt.fault == null || attempt.fault == DiskFault.DONE
                ? bytes.length
                : attempt.fault == DiskFault.HALF_DONE ? bytes.length / 2 : 0;
        if (taken > 0) {
            byte[] kept = new byte[taken];
            System.arraycopy(bytes, 0, kept, 0, taken);
            remember(new Change.Written(file, offset, kept));
        }
        attempt.end();
    }

    void force(String name, StoredFile file) throws IOException {
        Attempt attempt = begin(Kind.FORCE, nameOf(file, name), 0, 0);
        List<Change> here = pending.stream()
                .filter(change -> change instanceof Change.ToContents && change.file() == file)
                .toList();
        makeSafe(attempt, here);
        if (attempt.fault == DiskFault.FORGOTTEN) {
            pending.removeAll(here);
        }
        attempt.end();
    }

    private void makeSafe(Attempt attempt, List<Change> changes) {
        int done = attempt.fault == null || attempt.fault == DiskFault.DONE
                ? changes.size()
                : attempt.fault == DiskFault.HALF_DONE ? changes.size() / 2 : 0;
        for (Change change : changes.subList(0, done)) {
            if (change instanceof Change.ToContents toContents) {
                toContents.apply(change.file().forced);
            } else if (change instanceof Change.ToNames toNames) {
                toNames.apply(forcedNames);
            }
            pending.remove(change);
        }
    }

    private void remember(Change change) {
        if (change instanceof Change.ToContents toContents) {
            toContents.apply(change.file().shown);
        } else if (change instanceof Change.ToNames toNames) {
            toNames.apply(names);
        }
        pending.add(change);
    }

    private Attempt begin(Kind kind, String name, long offset, int bytes) {
        DiskOperation operation = new DiskOperation(operations, kind, name, offset, bytes);
        watcher.accept(operation);
        DiskFault fault = faults.remove(operations);
        operations++;
        return new Attempt(operation, fault);
    }

    /** An operation under way; no fault means that it goes well. */
    private record Attempt(DiskOperation operation, DiskFault fault) {
        void end() throws IOException {
            if (fault != null) {
                throw new IOException(operation + " failed: " + fault);
            }
        }
    }
}
