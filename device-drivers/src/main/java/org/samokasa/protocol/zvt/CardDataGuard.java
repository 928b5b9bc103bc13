package org.samokasa.protocol.zvt;

import java.util.Arrays;
import java.util.Set;

/**
 * Overwrites card data in a message before anybody else sees it (payment-rules section 2; section 5, last line).
 *
 * <p>Tracks, chip data and verification values become zeros, a card number keeps at most its first six and last four
 * digits. What follows a bitmap of unknown format may be any of these and becomes zeros, too.
 */
final class CardDataGuard {
    static final int PAN = 0x22;

    /** Tracks, synchronous chip data, CVV: never wanted. */
    private static final Set<Integer> FORBIDDEN = Set.of(0x23, 0x24, 0x2D, 0x2E, 0x3A);

    /** Tags 1F08 to 1F0A hold the tracks (section 5, last line). */
    private static final Set<Integer> FORBIDDEN_TAGS = Set.of(0x1F08, 0x1F09, 0x1F0A);

    private static final int STATUS_INFORMATION = 0x040F;
    private static final int COMPLETION = 0x060F;
    private static final int ABORT = 0x061E;

    private CardDataGuard() {}

    static boolean isForbidden(int number) {
        return FORBIDDEN.contains(number);
    }

    static boolean isForbiddenTag(int tag) {
        return FORBIDDEN_TAGS.contains(tag);
    }

    /** True when a card number came in clear, which a terminal must never do. */
    static boolean mask(int code, byte[] data, int from, int end) {
        return switch (code) {
            case STATUS_INFORMATION -> {
                Masking masking = new Masking(data);
                BmpScanner.Scan scan = masking.fields(from, end);
                scan.stop().ifPresent(stop -> Arrays.fill(data, stop.offset(), end, (byte) 0));
                yield masking.sawClearNumber;
            }
            // Its content depends on the running command and may be a version and a status: nothing zeroed at its end.
            case COMPLETION -> masked(data, from, end);
            case ABORT -> masked(data, Math.min(from + 1, end), end);
            default -> false;
        };
    }

    private static boolean masked(byte[] data, int from, int end) {
        Masking masking = new Masking(data);
        masking.fields(from, end);
        return masking.sawClearNumber;
    }

    private static final class Masking {
        private final byte[] data;
        private boolean sawClearNumber;

        Masking(byte[] data) {
            this.data = data;
        }

        BmpScanner.Scan fields(int from, int end) {
            BmpScanner.Scan scan = BmpScanner.scan(data, from, end);
            for (BmpScanner.Span span : scan.spans()) {
                int number = span.row().number();
                if (FORBIDDEN.contains(number)) {
                    Arrays.fill(data, span.from(), span.to(), (byte) 0);
                } else if (number == PAN) {
                    sawClearNumber |= MaskedPan.mask(data, span.from(), span.to());
                } else if (span.row().sizing() == BmpTable.Sizing.TLV) {
                    objects(span.from(), span.to(), 0);
                }
            }
            return scan;
        }

        private void objects(int from, int end, int depth) {
            TlvScanner.Scan scan = TlvScanner.scan(data, from, end);
            int readable = from;
            for (TlvScanner.Span span : scan.spans()) {
                readable = span.to();
                if (FORBIDDEN_TAGS.contains(span.tag())) {
                    Arrays.fill(data, span.from(), span.to(), (byte) 0);
                } else if (Tlv.isConstructed(span.tag())) {
                    inside(span, depth);
                }
            }
            if (scan.problem().isPresent()) {
                // FF reads as an unreadable object again, so that the problem is still seen behind the guard.
                Arrays.fill(data, readable, end, (byte) 0xFF);
            }
        }

        private void inside(TlvScanner.Span span, int depth) {
            if (depth < Tlv.DEPTH_MAX) {
                objects(span.from(), span.to(), depth + 1);
            } else {
                Arrays.fill(data, span.from(), span.to(), (byte) 0);
            }
        }
    }
}
