package org.samokasa.kiosk.json;

/**
 * The way from the root of a document to a value; rendered only when something is wrong there.
 *
 * @param name of the field; empty for a place in a list
 * @param index in the list
 */
record Path(Path parent, String name, int index) {
    static final Path ROOT = new Path(null, "$", 0);

    Path field(String field) {
        return new Path(this, field, 0);
    }

    Path index(int position) {
        return new Path(this, "", position);
    }

    RecordJsonException wrong(String reason) {
        return new RecordJsonException(toString(), reason);
    }

    RecordJsonException wrong(String reason, Throwable cause) {
        return new RecordJsonException(toString(), reason, cause);
    }

    @Override
    public String toString() {
        if (parent == null) {
            return name;
        }
        return name.isEmpty() ? parent + "[" + index + "]" : parent + "." + name;
    }
}
