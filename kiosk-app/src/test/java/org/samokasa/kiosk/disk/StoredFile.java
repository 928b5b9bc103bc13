package org.samokasa.kiosk.disk;

/** A file apart from its names: what programs see in it, and what of that is safe. */
final class StoredFile {
    final Bytes shown;
    final Bytes forced;

    StoredFile() {
        this(new Bytes(), new Bytes());
    }

    private StoredFile(Bytes shown, Bytes forced) {
        this.shown = shown;
        this.forced = forced;
    }

    /** A file of which everything is on the disk. */
    static StoredFile safe(Bytes contents) {
        return new StoredFile(contents.copy(), contents);
    }

    StoredFile copy() {
        return new StoredFile(shown.copy(), forced.copy());
    }
}
