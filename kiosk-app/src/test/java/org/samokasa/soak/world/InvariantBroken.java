package org.samokasa.soak.world;

/** Something that must never be so is so. */
public final class InvariantBroken extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final String invariant;

    /** @param invariant its number in the design, for instance {@code I2} */
    public InvariantBroken(String invariant, String detail) {
        super(invariant + ": " + detail);
        this.invariant = invariant;
    }

    public InvariantBroken(String invariant, String detail, Throwable cause) {
        super(invariant + ": " + detail, cause);
        this.invariant = invariant;
    }

    public String invariant() {
        return invariant;
    }
}
