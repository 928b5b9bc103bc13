package org.samokasa.kiosk.lane;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.samokasa.kiosk.domain.basket.Basket;
import org.samokasa.kiosk.domain.basket.Line;
import org.samokasa.kiosk.domain.catalogue.ItemKey;

/**
 * One visit's basket with all that hangs on it.
 *
 * @param number gapless within the lane
 * @param lastLine highest line number given out, also of lines removed since
 * @param ageApproved years a human has confirmed for this visit, 0 for none
 * @param weighing the goods waiting for the produce scale, empty when none
 * @param bagOffsetGrams what the bagging scale may show beyond the goods: own bags, approved differences; may be negative
 * @param bagLearnt weight found in the bagging area for lines whose weight the catalogue does not know
 * @param attempts payment attempts so far
 * @param receipt what became of the receipt
 */
public record Sale(
        long number,
        Instant startedAt,
        Basket basket,
        int lastLine,
        List<Problem> problems,
        int ageApproved,
        Optional<ItemKey> weighing,
        int bagOffsetGrams,
        Map<Integer, Integer> bagLearnt,
        int attempts,
        Optional<CardPayment> payment,
        ReceiptState receipt) {

    public enum ReceiptState {
        NOT_ASKED,
        PRINTING,
        PRINTED,
        DECLINED,
        /** Kept by the shop: the printer could not. */
        FAILED
    }

    public Sale {
        problems = List.copyOf(problems);
        bagLearnt = Map.copyOf(bagLearnt);
    }

    public static Sale started(long number, Instant at, int bagOffsetGrams) {
        return new Sale(
                number,
                at,
                Basket.EMPTY,
                0,
                List.of(),
                0,
                Optional.empty(),
                bagOffsetGrams,
                Map.of(),
                0,
                Optional.empty(),
                ReceiptState.NOT_ASKED);
    }

    public List<Problem> openProblems() {
        return problems.stream().filter(Problem::isOpen).toList();
    }

    public Optional<Problem> open(Problem.Kind kind) {
        return problems.stream().filter(p -> p.isOpen() && p.kind() == kind).findFirst();
    }

    public Optional<Problem> problem(String id) {
        return problems.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    public String nextProblemId() {
        return number + "-" + (problems.size() + 1);
    }

    public boolean isPaid() {
        return payment.map(CardPayment::isPaid).orElse(false);
    }

    /** What the bagging scale should show now. */
    public int bagExpectedGrams() {
        return bagOffsetGrams
                + basket.expectedGrams()
                + bagLearnt.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The oldest thing in the basket whose weight nobody knows yet. */
    public Optional<Line> unweighed() {
        return basket.lines().stream()
                .filter(line ->
                        line.countsAsItem() && line.expectedGrams() == 0 && !bagLearnt.containsKey(line.number()))
                .findFirst();
    }

    public Sale plus(Line line) {
        return copy(basket.plus(line), Math.max(lastLine, line.number()), problems, weighing, bagLearnt);
    }

    public Sale without(int line) {
        TreeMap<Integer, Integer> left = new TreeMap<>(bagLearnt);
        left.remove(line);
        return copy(basket.without(line), lastLine, problems, weighing, left);
    }

    public Sale plus(Problem problem) {
        return copy(
                basket,
                lastLine,
                Stream.concat(problems.stream(), Stream.of(problem)).toList(),
                weighing,
                bagLearnt);
    }

    public Sale resolved(String problemId, Problem.Resolution how) {
        return copy(
                basket,
                lastLine,
                problems.stream()
                        .map(p -> p.id().equals(problemId) && p.isOpen() ? p.resolved(how) : p)
                        .toList(),
                weighing,
                bagLearnt);
    }

    public Sale weighing(Optional<ItemKey> item) {
        return copy(basket, lastLine, problems, item, bagLearnt);
    }

    public Sale learnt(int line, int grams) {
        TreeMap<Integer, Integer> more = new TreeMap<>(bagLearnt);
        more.put(line, grams);
        return copy(basket, lastLine, problems, weighing, more);
    }

    public Sale withAgeApproved(int years) {
        return new Sale(
                number,
                startedAt,
                basket,
                lastLine,
                problems,
                years,
                weighing,
                bagOffsetGrams,
                bagLearnt,
                attempts,
                payment,
                receipt);
    }

    public Sale withBagOffset(int grams) {
        return new Sale(
                number,
                startedAt,
                basket,
                lastLine,
                problems,
                ageApproved,
                weighing,
                grams,
                bagLearnt,
                attempts,
                payment,
                receipt);
    }

    public Sale paying(CardPayment attempt) {
        return new Sale(
                number,
                startedAt,
                basket,
                lastLine,
                problems,
                ageApproved,
                weighing,
                bagOffsetGrams,
                bagLearnt,
                attempts + 1,
                Optional.of(attempt),
                receipt);
    }

    public Sale payment(UnaryOperator<CardPayment> change) {
        return new Sale(
                number,
                startedAt,
                basket,
                lastLine,
                problems,
                ageApproved,
                weighing,
                bagOffsetGrams,
                bagLearnt,
                attempts,
                payment.map(change),
                receipt);
    }

    public Sale receipt(ReceiptState state) {
        return new Sale(
                number,
                startedAt,
                basket,
                lastLine,
                problems,
                ageApproved,
                weighing,
                bagOffsetGrams,
                bagLearnt,
                attempts,
                payment,
                state);
    }

    private Sale copy(
            Basket newBasket,
            int newLastLine,
            List<Problem> newProblems,
            Optional<ItemKey> newWeighing,
            Map<Integer, Integer> newLearnt) {
        return new Sale(
                number,
                startedAt,
                newBasket,
                newLastLine,
                newProblems,
                ageApproved,
                newWeighing,
                bagOffsetGrams,
                newLearnt,
                attempts,
                payment,
                receipt);
    }
}
