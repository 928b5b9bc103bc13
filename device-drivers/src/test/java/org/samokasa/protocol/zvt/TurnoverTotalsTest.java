package org.samokasa.protocol.zvt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.Split;

/** Bitmap 60 as in F31, taken apart by hand in the sheet of the protocol. */
class TurnoverTotalsTest {
    private static final Bytes VALUE = Bytes.hex(
            "03 01 03 19" // receipts 0301 to 0319
                    + "04 00 00 00 00 51 20" // girocard: 4, 51.20
                    + "00 00 00 00 00 00 00" // JCB
                    + "06 00 00 00 00 99 55" // Mastercard: 6, 99.55
                    + "01 00 00 00 00 12 00" // American Express: 1, 12.00
                    + "03 00 00 00 00 40 10" // Visa: 3, 40.10
                    + "00 00 00 00 00 00 00" // Diners
                    + "00 00 00 00 00 00 00"); // others

    @Test
    void f31_is_read_share_by_share() {
        TurnoverTotals totals = TurnoverTotals.read(VALUE).orElseThrow();
        assertThat(totals.firstReceipt()).isEqualTo("0301");
        assertThat(totals.lastReceipt()).isEqualTo("0319");
        assertThat(totals.shares().get(0)).isEqualTo(new TurnoverTotals.Share(4, 5120));
        assertThat(totals.shares().get(2)).isEqualTo(new TurnoverTotals.Share(6, 9955));
        assertThat(totals.shares().get(4)).isEqualTo(new TurnoverTotals.Share(3, 4010));
        assertThat(totals.shares().stream()
                        .mapToLong(TurnoverTotals.Share::minor)
                        .sum())
                .isEqualTo(20285);
        assertThat(totals.encode()).isEqualTo(VALUE);
    }

    @Test
    void a_value_of_another_length_gives_no_totals() {
        for (int size = 0; size < VALUE.size(); size++) {
            assertThat(TurnoverTotals.read(VALUE.slice(0, size)))
                    .as("%d bytes", size)
                    .isEmpty();
        }
        assertThat(TurnoverTotals.read(VALUE.plus(Bytes.of(0)))).isEmpty();
    }

    /** A changed bit gives other figures or none, and what was read is written again: never figures out of thin air. */
    @Test
    void a_flipped_bit_is_seen_or_makes_no_digits() {
        for (Bytes flipped : Split.flipped(VALUE)) {
            TurnoverTotals.read(flipped)
                    .ifPresent(totals -> assertThat(totals.encode()).isEqualTo(flipped));
        }
        assertThat(Split.flipped(VALUE).stream()
                        .filter(flipped -> TurnoverTotals.read(flipped).isEmpty())
                        .count())
                .isPositive();
    }
}
