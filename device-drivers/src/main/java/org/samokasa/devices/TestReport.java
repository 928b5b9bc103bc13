package org.samokasa.devices;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a test of a payment terminal went.
 *
 * @param passed false also when nobody knows: then {@code detail} says so
 * @param detail for whoever looks after the machine; no card data
 * @param slip what the terminal had printed
 * @param totals what it says it has taken, after an end of day that told it
 */
public record TestReport(boolean passed, String detail, List<PaperLine> slip, Optional<Totals> totals) {
    public TestReport {
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(totals, "totals");
        slip = List.copyOf(slip);
    }

    /** One that ended without paper and figures. */
    public static TestReport of(boolean passed, String detail) {
        return new TestReport(passed, detail, List.of(), Optional.empty());
    }

    /** @param shares only schemes with payments */
    public record Totals(Amount sum, List<Share> shares) {
        public Totals {
            shares = List.copyOf(shares);
        }
    }

    /** @param scheme as the protocol names it, for instance {@code Visa} */
    public record Share(String scheme, int count, Amount sum) {}
}
