package org.samokasa.kiosk.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.samokasa.kiosk.domain.language.Amounts;
import org.samokasa.kiosk.domain.language.Language;
import org.samokasa.kiosk.domain.language.Words;

/** Ranks the goods that stop shoppers and says which field of the catalogue is most likely wrong. */
public final class ItemDoctor {
    /** Fewer are chance: a wrong weight stops somebody nearly every time. */
    static final int STOPS_LEAST = 3;

    /** Age checks are the law; only goods that were checked so often and never refused are worth a look. */
    static final int AGE_CHECKS_LEAST = 20;

    /** The difference that a bag never looks at: weights that agree better than this cannot be told apart. */
    private static final int AGREE_GRAMS = 25;

    private static final int SAMPLES = 5;

    private ItemDoctor() {}

    /** The field that should be looked at. */
    public enum Edit {
        WEIGHT,
        BARCODE,
        PRICE,
        PICTURE,
        AGE_FLAG
    }

    /**
     * Goods that stop shoppers.
     *
     * @param stops      requests in which they were the trouble
     * @param sales      in which they were sold
     * @param weight     grams of one piece that the scale speaks for; empty where the lanes named no weight of the catalogue
     * @param difference middle of measured minus expected grams; empty when no scale was involved
     * @param codes      that were scanned and not known
     * @param samples    requests to look at
     */
    public record Finding(
            String goods,
            String kind,
            Edit edit,
            long stops,
            long sales,
            OptionalLong weight,
            OptionalLong difference,
            List<String> codes,
            List<String> samples) {
        /** Stops for each hundred sales, with one decimal; empty when they were never sold. */
        public String perHundredSales() {
            return Tally.perHundred(stops, sales);
        }

        /** What speaks for the edit, in a few plain words. */
        public String evidence(Words words) {
            return switch (edit) {
                case WEIGHT ->
                    difference.isEmpty() ? words.say("evidence.differs") : scale(words, difference.getAsLong());
                case BARCODE -> words.say("evidence.codes", String.join(" ", codes));
                case PRICE -> words.say("evidence.price");
                case PICTURE -> words.say("evidence.picture");
                case AGE_FLAG -> words.say("evidence.age", stops);
            };
        }

        private String scale(Words words, long beyond) {
            String signed = signed(beyond, words.language());
            return weight.isEmpty()
                    ? words.say("evidence.scale", signed)
                    : words.say(
                            "evidence.scaleOne",
                            signed,
                            Amounts.number(Long.toString(weight.getAsLong()), words.language()));
        }

        private static String signed(long grams, Language language) {
            return (grams < 0 ? "" : "+") + Amounts.number(Long.toString(grams), language);
        }
    }

    private record Stop(String goods, String kind, String request, Intervention.Trouble trouble) {}

    /** The findings of a period, those with the most stops for each sale in front; age checks come last, they are wanted. */
    public static List<Finding> findings(Period period) {
        Map<String, Long> sales =
                period.goods().stream().collect(Collectors.toMap(SoldGoods::name, SoldGoods::sales, Long::sum));
        Map<List<String>, List<Stop>> stops = new LinkedHashMap<>();
        for (Intervention one : period.interventions()) {
            for (Intervention.Trouble trouble : one.troubles()) {
                trouble.goods()
                        .filter(goods -> !wasNotPutDown(trouble))
                        .ifPresent(
                                goods -> stops.computeIfAbsent(List.of(goods, trouble.kind()), key -> new ArrayList<>())
                                        .add(new Stop(goods, trouble.kind(), one.id(), trouble)));
            }
        }
        return stops.values().stream()
                .flatMap(same -> finding(same, sales.getOrDefault(same.get(0).goods(), 0L)).stream())
                .sorted(Comparator.comparing((Finding f) -> f.edit() == Edit.AGE_FLAG)
                        .thenComparing(
                                Comparator.comparingLong((Finding f) -> f.stops() * 10_000 / Math.max(1, f.sales()))
                                        .reversed())
                        .thenComparing(Finding::goods))
                .toList();
    }

    /** Goods that are missing weigh nothing, which says nothing about what they weigh. */
    private static boolean wasNotPutDown(Intervention.Trouble trouble) {
        return trouble.goodsGrams().isPresent()
                && difference(trouble).stream()
                        .anyMatch(grams -> 2 * grams < -trouble.goodsGrams().getAsInt());
    }

    /** A wrong weight is wrong in the same way each time; chance is not. */
    private static boolean agree(List<Long> differences) {
        long middle = Tally.median(differences);
        return differences.stream()
                        .filter(grams -> Math.abs(grams - middle) <= AGREE_GRAMS)
                        .count()
                >= STOPS_LEAST;
    }

    private static OptionalLong difference(Intervention.Trouble trouble) {
        return trouble.expected().isPresent() && trouble.measured().isPresent()
                ? OptionalLong.of((long) trouble.measured().getAsInt()
                        - trouble.expected().getAsInt())
                : OptionalLong.empty();
    }

    /** The middle of what the catalogue said, put right by the middle of what the scale said. */
    private static OptionalLong weight(List<Stop> stops, List<Long> differences) {
        List<Long> catalogue = stops.stream()
                .flatMap(stop -> stop.trouble().goodsGrams().stream().boxed())
                .map(Integer::longValue)
                .toList();
        return catalogue.isEmpty() || differences.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Tally.median(catalogue) + Tally.median(differences));
    }

    private static Optional<Finding> finding(List<Stop> stops, long sales) {
        Stop first = stops.get(0);
        Optional<Edit> edit = edit(first.kind());
        long requests = stops.stream().map(Stop::request).distinct().count();
        boolean neverRefused =
                stops.stream().noneMatch(stop -> stop.trouble().decision().equals(Optional.of("REJECTED")));
        boolean worth = edit.isPresent() && edit.get() == Edit.AGE_FLAG
                ? requests >= AGE_CHECKS_LEAST && neverRefused
                : requests >= STOPS_LEAST;
        if (edit.isEmpty() || !worth) {
            return Optional.empty();
        }
        List<Long> differences = stops.stream()
                .flatMap(stop -> difference(stop.trouble()).stream().boxed())
                .toList();
        OptionalLong weight = weight(stops, differences);
        if (weight.isPresent() && !agree(differences)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                first.goods(),
                first.kind(),
                edit.get(),
                requests,
                sales,
                weight,
                differences.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Tally.median(differences)),
                stops.stream()
                        .flatMap(stop -> stop.trouble().code().stream())
                        .distinct()
                        .limit(SAMPLES)
                        .toList(),
                stops.stream().map(Stop::request).distinct().limit(SAMPLES).toList()));
    }

    private static Optional<Edit> edit(String kind) {
        return switch (kind) {
            case "WEIGHT_MISMATCH" -> Optional.of(Edit.WEIGHT);
            case "UNKNOWN_ITEM" -> Optional.of(Edit.BARCODE);
            case "PRICE_QUERY" -> Optional.of(Edit.PRICE);
            case "STUCK_SHOPPER" -> Optional.of(Edit.PICTURE);
            case "AGE_CHECK" -> Optional.of(Edit.AGE_FLAG);
            default -> Optional.empty();
        };
    }
}
