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
 * @param bag what is known of the bagging area
 * @param paying payment attempts
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
        Bag bag,
        Paying paying,
        ReceiptState receipt) {

    /**
     * @param offsetGrams what the scale may show beyond the goods: own bags, approved differences; may be negative
     * @param learnt weight found in the bagging area for lines whose weight the catalogue does not know
     */
    public record Bag(int offsetGrams, Map<Integer, Integer> learnt) {
        public Bag {
            learnt = Map.copyOf(learnt);
        }
    }

    /**
     * @param attempts payment attempts so far
     * @param payment the latest, empty before the first
     */
    public record Paying(int attempts, Optional<CardPayment> payment) {}

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
                new Bag(bagOffsetGrams, Map.of()),
                new Paying(0, Optional.empty()),
                ReceiptState.NOT_ASKED);
    }

    public int bagOffsetGrams() {
        return bag.offsetGrams();
    }

    public Map<Integer, Integer> bagLearnt() {
        return bag.learnt();
    }

    public int attempts() {
        return paying.attempts();
    }

    public Optional<CardPayment> payment() {
        return paying.payment();
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
        return payment().map(CardPayment::isPaid).orElse(false);
    }

    /** What the bagging scale should show now. */
    public int bagExpectedGrams() {
        return bagOffsetGrams()
                + basket.expectedGrams()
                + bagLearnt().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The oldest thing in the basket whose weight nobody knows yet. */
    public Optional<Line> unweighed() {
        return basket.lines().stream()
                .filter(line -> line.countsAsItem()
                        && line.expectedGrams() == 0
                        && !bagLearnt().containsKey(line.number()))
                .findFirst();
    }

    public Sale plus(Line line) {
        return with(basket.plus(line), Math.max(lastLine, line.number()), bag);
    }

    public Sale without(int line) {
        TreeMap<Integer, Integer> left = new TreeMap<>(bagLearnt());
        left.remove(line);
        return with(basket.without(line), lastLine, new Bag(bagOffsetGrams(), left));
    }

    public Sale learnt(int line, int grams) {
        TreeMap<Integer, Integer> more = new TreeMap<>(bagLearnt());
        more.put(line, grams);
        return with(basket, lastLine, new Bag(bagOffsetGrams(), more));
    }

    public Sale withBagOffset(int grams) {
        return with(basket, lastLine, new Bag(grams, bagLearnt()));
    }

    private Sale with(Basket newBasket, int newLastLine, Bag newBag) {
        return new Sale(
                number, startedAt, newBasket, newLastLine, problems, ageApproved, weighing, newBag, paying, receipt);
    }

    public Sale plus(Problem problem) {
        return with(Stream.concat(problems.stream(), Stream.of(problem)).toList(), ageApproved, weighing);
    }

    public Sale resolved(String problemId, Problem.Resolution how) {
        List<Problem> changed = problems.stream()
                .map(p -> p.id().equals(problemId) && p.isOpen() ? p.resolved(how) : p)
                .toList();
        return with(changed, ageApproved, weighing);
    }

    public Sale withAgeApproved(int years) {
        return with(problems, years, weighing);
    }

    public Sale weighing(Optional<ItemKey> item) {
        return with(problems, ageApproved, item);
    }

    private Sale with(List<Problem> newProblems, int newAge, Optional<ItemKey> newWeighing) {
        return new Sale(number, startedAt, basket, lastLine, newProblems, newAge, newWeighing, bag, paying, receipt);
    }

    public Sale paying(CardPayment attempt) {
        return with(new Paying(attempts() + 1, Optional.of(attempt)), receipt);
    }

    public Sale payment(UnaryOperator<CardPayment> change) {
        return with(new Paying(attempts(), payment().map(change)), receipt);
    }

    public Sale receipt(ReceiptState state) {
        return with(paying, state);
    }

    private Sale with(Paying newPaying, ReceiptState newReceipt) {
        return new Sale(
                number, startedAt, basket, lastLine, problems, ageApproved, weighing, bag, newPaying, newReceipt);
    }
}
