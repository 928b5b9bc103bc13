package org.samokasa.kiosk.persistence.journal;

/** Something in the journal is neither intact nor the unfinished last write: a person has to look at it. */
public final class JournalCorruptException extends JournalException {
    private static final long serialVersionUID = 1L;

    private final transient Damage damage;

    JournalCorruptException(Damage damage) {
        super(damage.toString());
        this.damage = damage;
    }

    /** Where and what; never null unless the exception was serialized. */
    public Damage damage() {
        return damage;
    }
}
