package org.samokasa.kiosk.persistence.journal;

import java.util.Optional;

/**
 * What a walk through a journal found.
 *
 * @param records        intact records before the first damage
 * @param frames         intact frames before the first damage
 * @param segments       segment files seen
 * @param unfinishedTail whether the last write is half there: left by a power cut, or still going on
 * @param firstBad       the first damage; empty when the journal is sound
 */
public record Verification(
        long records, long frames, int segments, boolean unfinishedTail, Optional<Damage> firstBad) {}
