package org.samokasa.kiosk.json;

/** The way from the root of a document to a value; rendered only when something is wrong there. */
record Path(Path parent, String step) {
    static final Path ROOT = new Path(null, "$");

    Path field(String name) {
        return new Path(this, "." + name);
    }

    Path index(int position) {
        return new Path(this, "[" + position + "]");
    }

    RecordJsonException wrong(String reason) {
        return new RecordJsonException(toString(), reason);
    }

    RecordJsonException wrong(String reason, Throwable cause) {
        return new RecordJsonException(toString(), reason, cause);
    }

    @Override
    public String toString() {
        return parent == null ? step : parent + step;
    }
}
