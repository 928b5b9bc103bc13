package org.samokasa.kiosk.persistence.journal;

/**
 * The first place at which a journal does not hold together.
 *
 * @param file     name of the segment file
 * @param offset   in bytes from the start of that file
 * @param sequence number of the record that was expected there
 * @param reason   one sentence
 */
public record Damage(String file, long offset, long sequence, String reason) {
    @Override
    public String toString() {
        return file + " at byte " + offset + ", record " + sequence + ": " + reason;
    }
}
