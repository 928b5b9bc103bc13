package org.samokasa.bench;

import java.util.Arrays;

/** Runs ours and the reference in turn, A B A B .., and keeps the seconds of each. */
final class Pairs {
    /** One measured piece of work. */
    interface Work {
        /** @return what was done, so that no compiler can leave it out */
        long run() throws Exception;
    }

    private final double[] ours;
    private final double[] reference;
    private long sink;

    private Pairs(int rounds) {
        ours = new double[rounds];
        reference = new double[rounds];
    }

    /** @param warmUp rounds not counted, first */
    static Pairs of(int warmUp, int rounds, Work ours, Work reference) throws Exception {
        Pairs pairs = new Pairs(rounds);
        for (int round = -warmUp; round < rounds; round++) {
            double a = pairs.seconds(ours);
            double b = pairs.seconds(reference);
            if (round >= 0) {
                pairs.ours[round] = a;
                pairs.reference[round] = b;
            }
        }
        return pairs;
    }

    private double seconds(Work work) throws Exception {
        long began = System.nanoTime();
        sink += work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    double ourMedian() {
        return median(ours);
    }

    double referenceMedian() {
        return median(reference);
    }

    /** Median of ours divided by the reference of the same round. */
    double medianRatio() {
        double[] ratios = new double[ours.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ours[i] / reference[i];
        }
        return median(ratios);
    }

    /** What all the work added up to; printed by nobody, kept from being left out. */
    long sink() {
        return sink;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
