package org.samokasa.kiosk.disk;

/**
 * One thing a program asked of the disk that changes something or makes something safe.
 *
 * @param number position in the life of this disk, from 0
 * @param kind   what is to be done
 * @param name   the file, by its name at that time; empty for the directory
 * @param offset of a write, or new length, in bytes; otherwise 0
 * @param bytes  length of a write; otherwise 0
 */
public record DiskOperation(long number, Kind kind, String name, long offset, int bytes) {
    /** What a disk can be asked. */
    public enum Kind {
        CREATE,
        WRITE,
        SHORTEN,
        FORCE,
        RENAME,
        REMOVE,
        FORCE_DIRECTORY
    }

    @Override
    public String toString() {
        String where = kind == Kind.WRITE ? " " + bytes + " bytes at " + offset : "";
        return "operation " + number + " (" + kind + " " + name + where + ")";
    }
}
