package org.samokasa.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Checks that it does not matter how a stream is cut into chunks. */
public final class Split {
    private Split() {}

    /** Feeds the stream whole, cut at each place, and byte by byte; all must give the same. */
    public static <T> List<T> everywhere(Bytes stream, Supplier<Function<Bytes, List<T>>> framers) {
        List<T> whole = framers.get().apply(stream);
        for (int cut = 0; cut <= stream.size(); cut++) {
            Function<Bytes, List<T>> framer = framers.get();
            List<T> both = new ArrayList<>(framer.apply(stream.slice(0, cut)));
            both.addAll(framer.apply(stream.slice(cut, stream.size())));
            assertThat(both).as("cut after byte %d of %s", cut, stream).isEqualTo(whole);
        }
        Function<Bytes, List<T>> framer = framers.get();
        List<T> single = new ArrayList<>();
        for (int i = 0; i < stream.size(); i++) {
            single.addAll(framer.apply(stream.slice(i, i + 1)));
        }
        assertThat(single).as("byte by byte").isEqualTo(whole);
        return whole;
    }

    /** All streams that differ from this one in a single bit. */
    public static List<Bytes> flipped(Bytes stream) {
        List<Bytes> all = new ArrayList<>();
        for (int bit = 0; bit < stream.size() * 8; bit++) {
            byte[] changed = stream.toArray();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            all.add(Bytes.copyOf(changed));
        }
        return all;
    }
}
