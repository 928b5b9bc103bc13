package org.samokasa.kiosk.help;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a lane says when it calls for help. Saying it again with the same id is the same call; with other contents it
 * brings the call up to date.
 *
 * @param requestId  unique in the shop for ever: made of lane, journal and event number by the lane
 * @param lane       number on the lane's sign, from 1
 * @param saleNumber sale that is waiting; 0 when there is none
 * @param cause      why
 * @param title      at most three words for the attendant's card
 * @param evidence   what concerns the call as a whole
 * @param openedAt   when the need arose, on the lane's clock
 * @param problems   what must be settled; may be empty when the shopper just wants somebody
 * @param language   BCP 47 tag of the language the shopper has chosen; empty while there is none
 * @param selfHelp   what the shopper made of the self-help cards so far; empty when none was shown
 */
public record HelpCall(
        String requestId,
        int lane,
        long saleNumber,
        HelpCause cause,
        String title,
        List<Evidence> evidence,
        Instant openedAt,
        List<HelpProblem> problems,
        Optional<String> language,
        Optional<SelfHelpUse> selfHelp) {
    /** More would not fit any screen; the lane sends the oldest first. */
    public static final int PROBLEMS_MAX = 50;

    /** A call of somebody whose language is not known. */
    public HelpCall(
            String requestId,
            int lane,
            long saleNumber,
            HelpCause cause,
            String title,
            List<Evidence> evidence,
            Instant openedAt,
            List<HelpProblem> problems) {
        this(requestId, lane, saleNumber, cause, title, evidence, openedAt, problems, Optional.empty());
    }

    /** A call without cards. */
    public HelpCall(
            String requestId,
            int lane,
            long saleNumber,
            HelpCause cause,
            String title,
            List<Evidence> evidence,
            Instant openedAt,
            List<HelpProblem> problems,
            Optional<String> language) {
        this(requestId, lane, saleNumber, cause, title, evidence, openedAt, problems, language, Optional.empty());
    }

    public HelpCall {
        Objects.requireNonNull(cause);
        Objects.requireNonNull(title);
        Objects.requireNonNull(openedAt);
        evidence = List.copyOf(evidence);
        problems = List.copyOf(problems);
        if (requestId.isBlank() || lane < 1 || saleNumber < 0 || problems.size() > PROBLEMS_MAX) {
            throw new IllegalArgumentException("a call needs an id, a lane from 1 and at most 50 problems");
        }
    }
}
