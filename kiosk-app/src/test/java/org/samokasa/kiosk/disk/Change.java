package org.samokasa.kiosk.disk;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Something a program did that no force has made safe yet. */
sealed interface Change {
    StoredFile file();

    /** Tells changes apart that were made to the same file. */
    default int fingerprint() {
        return getClass().getName().hashCode();
    }

    /** The same change to a copy of the disk. */
    Change on(UnaryOperator<StoredFile> copies);

    /** To the contents of a file: made safe by forcing the file. */
    sealed interface ToContents extends Change {
        void apply(Bytes contents);

        @Override
        ToContents on(UnaryOperator<StoredFile> copies);
    }

    /** To the directory: made safe by forcing the directory. */
    sealed interface ToNames extends Change {
        void apply(Map<String, StoredFile> names);

        @Override
        ToNames on(UnaryOperator<StoredFile> copies);
    }

    record Written(StoredFile file, int offset, byte[] bytes) implements ToContents {
        @Override
        public void apply(Bytes contents) {
            contents.write(offset, bytes, 0, bytes.length);
        }

        @Override
        public int fingerprint() {
            return 31 * offset + Arrays.hashCode(bytes);
        }

        @Override
        public Written on(UnaryOperator<StoredFile> copies) {
            return new Written(copies.apply(file), offset, bytes);
        }
    }

    record Shortened(StoredFile file, int length) implements ToContents {
        @Override
        public void apply(Bytes contents) {
            contents.cut(length);
        }

        @Override
        public Shortened on(UnaryOperator<StoredFile> copies) {
            return new Shortened(copies.apply(file), length);
        }
    }

    record Named(StoredFile file, String name) implements ToNames {
        @Override
        public void apply(Map<String, StoredFile> names) {
            names.put(name, file);
        }

        @Override
        public Named on(UnaryOperator<StoredFile> copies) {
            return new Named(copies.apply(file), name);
        }
    }

    /** In one step: there is never both name or neither because of it. */
    record Renamed(StoredFile file, String from, String to) implements ToNames {
        @Override
        public void apply(Map<String, StoredFile> names) {
            names.remove(from, file);
            names.put(to, file);
        }

        @Override
        public Renamed on(UnaryOperator<StoredFile> copies) {
            return new Renamed(copies.apply(file), from, to);
        }
    }

    record Removed(StoredFile file, String name) implements ToNames {
        @Override
        public void apply(Map<String, StoredFile> names) {
            names.remove(name, file);
        }

        @Override
        public Removed on(UnaryOperator<StoredFile> copies) {
            return new Removed(copies.apply(file), name);
        }
    }
}
