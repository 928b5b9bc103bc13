package org.samokasa.kiosk.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.language.Amounts;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.help.HelpProblem;
import org.samokasa.kiosk.help.HelpRequest;
import org.samokasa.kiosk.network.LaneState;
import org.samokasa.kiosk.store.Shop;
import org.samokasa.kiosk.store.SuspendedSale;
import org.samokasa.kiosk.store.SuspendedSales;
import org.samokasa.kiosk.web.ConsoleState.LaneTile;
import org.samokasa.kiosk.web.ConsoleState.ProblemCard;
import org.samokasa.kiosk.web.ConsoleState.RequestCard;
import org.samokasa.kiosk.web.ConsoleState.TileState;

/**
 * Makes what the console shows out of what the hub knows.
 *
 * @param shop       name of the shop
 * @param brokerUp   whether the hub hears its lanes
 * @param unreadable by lane, why its last message could not be read
 */
public record ConsoleView(String shop, boolean brokerUp, Map<Integer, String> unreadable) {
    private static final int ENDED_SHOWN = 20;
    private static final String DOWN = "DOWN";

    /** The state of the console. */
    public ConsoleState of(Shop model, Map<Integer, LaneState> lanes, Instant now) {
        Set<Integer> numbers = new TreeSet<>(lanes.keySet());
        numbers.addAll(unreadable.keySet());
        model.openRequests().forEach(request -> numbers.add(request.call().lane()));
        return new ConsoleState(
                shop,
                brokerUp,
                model.onDuty().values().stream()
                        .map(helper -> new ConsoleStaff.Person(helper.name(), helper.role()))
                        .sorted(Comparator.comparing(ConsoleStaff.Person::name))
                        .toList(),
                numbers.stream()
                        .map(lane -> tile(lane, model, Optional.ofNullable(lanes.get(lane))))
                        .toList(),
                model.openRequests().stream()
                        .map(request -> card(request, model, now))
                        .toList(),
                model.endedRequests().stream()
                        .limit(ENDED_SHOWN)
                        .map(request -> card(request, model, now))
                        .toList(),
                model.suspended().all().stream().map(ConsoleView::card).toList());
    }

    private static ConsoleState.SuspendedCard card(SuspendedSales.Kept kept) {
        SuspendedSale sale = kept.sale();
        return new ConsoleState.SuspendedCard(
                sale.id(),
                sale.lane(),
                sale.at(),
                sale.by(),
                sale.itemCount(),
                sale.totalMinor(),
                sale.currency(),
                sale.lines().stream()
                        .map(line -> new LaneState.StateLine(
                                line.name(""), quantity(line), line.amount().minor()))
                        .toList(),
                kept.going(),
                kept.refusedBy());
    }

    private static String quantity(Line line) {
        return line.grams() == 0 ? "1" : Amounts.kilograms(line.grams(), Language.EN);
    }

    private LaneTile tile(int lane, Shop model, Optional<LaneState> state) {
        Optional<String> request = model.openRequests().stream()
                .filter(r -> r.call().lane() == lane)
                .map(HelpRequest::id)
                .findFirst();
        long sales =
                Optional.ofNullable(model.sales().get(lane)).map(s -> s.count()).orElse(0L);
        return new LaneTile(
                lane,
                tileState(request.isPresent(), state),
                state.map(LaneState::phase).orElse("UNKNOWN"),
                state.map(LaneState::language).orElse("en"),
                state.map(LaneState::saleNumber).orElse(OptionalLong.empty()),
                state.map(LaneState::itemCount).orElse(0),
                state.map(LaneState::totalMinor).orElse(0L),
                state.flatMap(LaneState::currency),
                state.map(LaneState::lines).orElse(List.of()),
                state.map(LaneState::devices).orElse(List.of()),
                state.map(LaneState::problems).orElse(List.of()).stream()
                        .map(HelpProblem::kind)
                        .distinct()
                        .toList(),
                request,
                state.map(LaneState::at),
                Optional.ofNullable(unreadable.get(lane)),
                sales,
                state.flatMap(LaneState::paused),
                state.flatMap(LaneState::closing));
    }

    private static TileState tileState(boolean needsHelp, Optional<LaneState> state) {
        if (needsHelp) {
            return TileState.NEEDS_HELP;
        }
        if (state.isEmpty() || !state.get().online()) {
            return TileState.GONE;
        }
        if (state.get().paused().isPresent()) {
            return TileState.PAUSED;
        }
        boolean fault = state.get().devices().stream()
                .anyMatch(device -> device.health().equals(DOWN));
        return switch (state.get().phase()) {
            case "OUT_OF_SERVICE" -> TileState.FAULT;
            case "CLOSED" -> TileState.CLOSED;
            case "ATTRACT" -> fault ? TileState.FAULT : TileState.READY;
            default -> fault ? TileState.FAULT : TileState.IN_USE;
        };
    }

    private static RequestCard card(HelpRequest request, Shop model, Instant now) {
        return new RequestCard(
                request.id(),
                request.call().lane(),
                request.call().cause(),
                request.call().title(),
                request.phase(),
                request.call().openedAt(),
                request.waitSince(),
                request.owner(),
                request.call().evidence(),
                request.call().problems().stream()
                        .map(problem -> problem(request, problem, model, now))
                        .toList(),
                request.alert().handOver(),
                request.alert().to(),
                request.alert().level(),
                request.alert().overdue(),
                request.alert().forecast(),
                request.ending());
    }

    private static ProblemCard problem(HelpRequest request, HelpProblem problem, Shop model, Instant now) {
        return new ProblemCard(
                problem.problemId(),
                problem.kind(),
                problem.title(),
                problem.lineName(),
                problem.consoleSolvable(),
                problem.evidence(),
                Optional.ofNullable(request.decisions().get(problem.problemId())),
                model.staff().first(request.call().lane(), problem.problemId(), now),
                request.settled().contains(problem.problemId()));
    }
}
