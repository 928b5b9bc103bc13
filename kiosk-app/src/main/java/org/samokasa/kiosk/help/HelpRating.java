package org.samokasa.kiosk.help;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a shopper says of the help they had. Everything may be skipped.
 *
 * @param solved  the answer to "was that solved?"
 * @param faces   1, the saddest, to {@value #FACES}; empty when no face was touched
 * @param reasons keys of the reasons touched, from a small vocabulary that the console has words for
 */
public record HelpRating(Optional<Boolean> solved, OptionalInt faces, List<String> reasons) {
    /** Faces on the screen: an even number, so that there is no middle to hide in (UX, S24). */
    public static final int FACES = 4;

    private static final int REASONS_MAX = 8;
    private static final int REASON_LENGTH_MAX = 40;

    public HelpRating {
        reasons = List.copyOf(reasons);
        boolean facesFit = faces.isEmpty() || faces.getAsInt() >= 1 && faces.getAsInt() <= FACES;
        boolean reasonsFit = reasons.size() <= REASONS_MAX
                && reasons.stream().allMatch(r -> !r.isBlank() && r.length() <= REASON_LENGTH_MAX);
        if (!facesFit || !reasonsFit) {
            throw new IllegalArgumentException("a rating has 1 to " + FACES + " faces and a few short reasons");
        }
    }

    /** This rating with what a later one adds or changes. */
    HelpRating with(HelpRating later) {
        return new HelpRating(
                later.solved.or(() -> solved),
                later.faces.isPresent() ? later.faces : faces,
                later.reasons.isEmpty() ? reasons : later.reasons);
    }
}
