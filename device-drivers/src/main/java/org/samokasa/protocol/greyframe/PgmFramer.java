package org.samokasa.protocol.greyframe;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.samokasa.protocol.Bytes;

/**
 * Cuts a stream of binary PGM pictures ({@code P5}, width, height, 255, pixels) into frames. What lies between pictures
 * and what is no picture is skipped up to the next one.
 */
public final class PgmFramer {
    /** 3840 x 2160: more than any reader at a till has, and less than memory holds. */
    private static final int PIXELS_MAX = 3840 * 2160;

    /** Longest header we believe: four words, and a comment that some programs add. */
    private static final int HEADER_MAX = 256;

    private static final Pattern HEADER =
            Pattern.compile("P5\\s+(?:#[^\n]*\n\\s*)?([0-9]{1,5})\\s+([0-9]{1,5})\\s+255\\s");

    private byte[] waiting = new byte[1 << 16];
    private int count;
    private int skipped;

    /**
     * Takes bytes as they come and answers the newest whole frame among them: one that is older is out of date before it
     * could be looked at.
     */
    public Optional<GreyFrame> feed(Bytes chunk) {
        append(chunk.toArray());
        GreyFrame newest = null;
        for (GreyFrame next = next(); next != null; next = next()) {
            newest = next;
        }
        return Optional.ofNullable(newest);
    }

    /** Bytes that belonged to no picture, since the beginning. */
    public int skippedBytes() {
        return skipped;
    }

    /** Forgets half a picture: the stream began anew. */
    public void reset() {
        count = 0;
    }

    private void append(byte[] more) {
        if (count + more.length > waiting.length) {
            byte[] larger = new byte[Math.max(waiting.length * 2, count + more.length)];
            System.arraycopy(waiting, 0, larger, 0, count);
            waiting = larger;
        }
        System.arraycopy(more, 0, waiting, count, more.length);
        count += more.length;
    }

    private GreyFrame next() {
        while (count >= 2) {
            if (waiting[0] != 'P' || waiting[1] != '5') {
                skip(nextMagic());
                continue;
            }
            String text = new String(waiting, 0, Math.min(count, HEADER_MAX), StandardCharsets.ISO_8859_1);
            Matcher header = HEADER.matcher(text);
            if (!header.lookingAt()) {
                if (count < HEADER_MAX) {
                    return null;
                }
                skip(2);
                continue;
            }
            int width = Integer.parseInt(header.group(1));
            int height = Integer.parseInt(header.group(2));
            if (width == 0 || height == 0 || (long) width * height > PIXELS_MAX) {
                skip(2);
                continue;
            }
            return frame(header.end(), width, height);
        }
        return null;
    }

    private GreyFrame frame(int begin, int width, int height) {
        int size = width * height;
        if (count < begin + size) {
            return null;
        }
        byte[] pixels = new byte[size];
        System.arraycopy(waiting, begin, pixels, 0, size);
        drop(begin + size);
        return new GreyFrame(width, height, pixels);
    }

    /** Where the next picture may begin; a P at the very end may be half of it. */
    private int nextMagic() {
        for (int i = 1; i < count; i++) {
            if (waiting[i] == 'P' && (i + 1 == count || waiting[i + 1] == '5')) {
                return i;
            }
        }
        return count;
    }

    private void skip(int bytes) {
        skipped += bytes;
        drop(bytes);
    }

    private void drop(int bytes) {
        System.arraycopy(waiting, bytes, waiting, 0, count - bytes);
        count -= bytes;
    }
}
