package org.samokasa.kiosk.persistence.journal;

/**
 * The end of an intact stretch of journal: what the next frame has to carry.
 *
 * @param nextSequence number of the next record
 * @param hash         SHA-256 of the last frame, chained; 32 zeros before the first
 */
record ChainPoint(long nextSequence, byte[] hash) {
    static final int HASH_BYTES = 32;
    static final ChainPoint START = new ChainPoint(1, new byte[HASH_BYTES]);
}
