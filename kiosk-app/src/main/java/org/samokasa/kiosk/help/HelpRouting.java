package org.samokasa.kiosk.help;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.samokasa.kiosk.help.Helper.Role;

/**
 * Who is alerted. First the one person who fits best: whoever helped the same shopper before, or was asked to take it
 * over, or can deal with the cause, looks after the lane, speaks the shopper's language and has the least to do. Then all
 * others on the floor, then the duty managers and the help centre.
 */
public record HelpRouting(HelpFloor floor) {
    /** @return names to be alerted beside those that were; empty when everybody who can hear it is meant */
    public List<String> next(HelpRequest request, HelpClocks.AcceptLevel level) {
        List<Helper> chosen = switch (level) {
            case FRESH, LATE -> first(request).stream().toList();
            case NEXT_PERSON -> floor(request);
            case DUTY_MANAGER -> everybodyElse(request);
        };
        return chosen.stream()
                .map(Helper::name)
                .filter(name -> !request.alert().to().contains(name))
                .sorted()
                .toList();
    }

    /** The duty managers, for what takes too long. */
    public List<String> managers() {
        return with(Role.MANAGER, Role.SUPERVISOR).map(Helper::name).sorted().toList();
    }

    /** Who is likeliest to come. */
    Optional<Helper> first(HelpRequest request) {
        Optional<Helper> asked = request.alert()
                .handOver()
                .flatMap(HelpRequest.HandOver::to)
                .map(name -> floor.onDuty().get(name));
        return asked.or(() -> floor.helpedBefore(request))
                .filter(helper -> !gaveItAway(helper, request))
                .or(() -> best(request));
    }

    private Optional<Helper> best(HelpRequest request) {
        if (!floor.open()) {
            Optional<Helper> remote = leastBusy(remote(request), request);
            if (remote.isPresent()) {
                return remote;
            }
        }
        List<Predicate<Helper>> wishes = List.of(
                helper -> helper.looksAfter(request.call().lane()) && hasTime(helper), this::hasTime, helper -> true);
        return wishes.stream()
                .map(wish -> leastBusy(able(request).filter(wish), request))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> leastBusy(with(Role.MANAGER), request))
                .or(() -> leastBusy(remote(request), request));
    }

    /** Whoever walks the floor and can deal with it. Machines first go to who looks after machines. */
    private Stream<Helper> able(HelpRequest request) {
        HelpCause cause = request.call().cause();
        boolean machine = cause == HelpCause.DEVICE_FAULT;
        return with(Role.ATTENDANT, Role.SUPERVISOR, Role.TECHNICIAN)
                .filter(helper -> helper.canDealWith(cause) && !gaveItAway(helper, request))
                .filter(helper -> machine || helper.role() != Role.TECHNICIAN);
    }

    private List<Helper> floor(HelpRequest request) {
        return able(request).toList();
    }

    private List<Helper> everybodyElse(HelpRequest request) {
        return floor.onDuty().values().stream()
                .filter(helper -> helper.role() != Role.REMOTE || floor.mayBeRemote(request))
                .toList();
    }

    private Stream<Helper> remote(HelpRequest request) {
        return floor.mayBeRemote(request) ? with(Role.REMOTE) : Stream.empty();
    }

    private Stream<Helper> with(Role... roles) {
        return floor.onDuty().values().stream().filter(helper -> List.of(roles).contains(helper.role()));
    }

    private boolean hasTime(Helper helper) {
        return floor.load(helper) < HelpFloor.LANES_MOST;
    }

    private static boolean gaveItAway(Helper helper, HelpRequest request) {
        return request.alert()
                .handOver()
                .map(wish -> wish.by().equals(helper.name()))
                .orElse(false);
    }

    private Optional<Helper> leastBusy(Stream<Helper> helpers, HelpRequest request) {
        String language = request.call().language().orElse("");
        return helpers.min(Comparator.comparing((Helper helper) -> !helper.speaks(language))
                .thenComparing(
                        helper -> request.call().cause() != HelpCause.DEVICE_FAULT || helper.role() != Role.TECHNICIAN)
                .thenComparing(floor::load)
                .thenComparing(Helper::name));
    }
}
