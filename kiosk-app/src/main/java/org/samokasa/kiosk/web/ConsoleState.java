package org.samokasa.kiosk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.samokasa.kiosk.help.Evidence;
import org.samokasa.kiosk.help.HelpCause;
import org.samokasa.kiosk.help.HelpClocks;
import org.samokasa.kiosk.help.HelpPhase;
import org.samokasa.kiosk.help.HelpRequest;
import org.samokasa.kiosk.network.LaneState;
import org.samokasa.kiosk.store.StaffBook;
import org.samokasa.kiosk.store.SuspendedSales;

/**
 * Everything a console shows.
 *
 * @param brokerUp whether the hub hears its lanes at all
 * @param onDuty   who helps now, by name
 * @param lanes    by number
 * @param requests open ones, the most urgent first
 * @param ended    the last ones, newest first
 * @param suspended baskets that were put aside, the oldest first
 */
public record ConsoleState(
        String shop,
        boolean brokerUp,
        List<ConsoleStaff.Person> onDuty,
        List<LaneTile> lanes,
        List<RequestCard> requests,
        List<RequestCard> ended,
        List<SuspendedCard> suspended) {
    public static final ConsoleState EMPTY =
            new ConsoleState("", false, List.of(), List.of(), List.of(), List.of(), List.of());

    /** How a lane looks from afar; each has a colour, a shape and a word of its own. */
    public enum TileState {
        READY,
        IN_USE,
        NEEDS_HELP,
        FAULT,
        /** Staff have it stand still. */
        PAUSED,
        CLOSED,
        /** Nothing is heard of it. */
        GONE
    }

    /**
     * A lane on the map.
     *
     * @param phase      as the lane says; {@code UNKNOWN} if it never said
     * @param language   the shopper's, in which they are written to
     * @param saleNumber of the visit, if there is one and the lane says it
     * @param problems   kinds of what is open there, each once
     * @param requestId  its open request
     * @param seenAt     on the lane's clock; empty if it never said
     * @param unreadable why the last message of this lane could not be read, if so
     * @param sales      completed since the hub's journal began
     * @param paused     who has it stand still, and since when
     * @param closing    who has it close after the present shopper
     */
    public record LaneTile(
            int lane,
            TileState state,
            String phase,
            String language,
            OptionalLong saleNumber,
            int itemCount,
            long totalMinor,
            Optional<String> currency,
            List<LaneState.StateLine> lines,
            List<LaneState.DeviceState> devices,
            List<String> problems,
            Optional<String> requestId,
            Optional<Instant> seenAt,
            Optional<String> unreadable,
            long sales,
            Optional<LaneState.Order> paused,
            Optional<LaneState.Order> closing) {}

    /**
     * A request for help.
     *
     * @param handOver        what its last owner wishes
     * @param alerted         who was alerted
     * @param level           how far the alarm has gone: the one who fits best, all others, the managers
     * @param overdue         how far behind its solution is
     * @param forecastSeconds in which the shopper was told that somebody would be there; 0 if nothing was said
     */
    public record RequestCard(
            String id,
            int lane,
            HelpCause cause,
            String title,
            HelpPhase phase,
            Instant openedAt,
            Instant waitSince,
            Optional<HelpRequest.Owner> owner,
            List<Evidence> evidence,
            List<ProblemCard> problems,
            Optional<HelpRequest.HandOver> handOver,
            List<String> alerted,
            Optional<HelpClocks.AcceptLevel> level,
            HelpClocks.SolveLevel overdue,
            int forecastSeconds,
            Optional<HelpRequest.Ending> ending) {}

    /**
     * A basket that was put aside.
     *
     * @param lane      where that was
     * @param since     when, on that lane's clock
     * @param lines     what is in it
     * @param going     the lane it was sent to and who sent it, until that lane answers
     * @param refusedBy the lane that could not take it last
     */
    public record SuspendedCard(
            String id,
            int lane,
            Instant since,
            String by,
            int itemCount,
            long totalMinor,
            String currency,
            List<LaneState.StateLine> lines,
            Optional<SuspendedSales.Going> going,
            Optional<Integer> refusedBy) {}

    /**
     * A problem inside a request.
     *
     * @param first what the first of two people decided, while the second is waited for
     */
    public record ProblemCard(
            String problemId,
            String kind,
            String title,
            Optional<String> lineName,
            boolean consoleSolvable,
            List<Evidence> evidence,
            Optional<HelpRequest.Decided> decided,
            Optional<StaffBook.FirstWord> first,
            boolean settled) {}
}
