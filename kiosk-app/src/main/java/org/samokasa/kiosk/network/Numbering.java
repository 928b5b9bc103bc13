package org.samokasa.kiosk.network;

/** The bounds that all numbered messages share. */
final class Numbering {
    private static final int STREAM_LENGTH_MAX = 64;

    private Numbering() {}

    static void check(int lane, String stream, long sequence, long previous) {
        if (lane < 1 || lane > Topics.LANE_MAX) {
            throw new IllegalArgumentException("lane must be 1.." + Topics.LANE_MAX);
        }
        if (stream.isBlank() || stream.length() > STREAM_LENGTH_MAX) {
            throw new IllegalArgumentException("stream must have 1 to " + STREAM_LENGTH_MAX + " characters");
        }
        if (previous < 0 || sequence <= previous) {
            throw new IllegalArgumentException("sequence must be above previous, and previous not below 0");
        }
    }
}
