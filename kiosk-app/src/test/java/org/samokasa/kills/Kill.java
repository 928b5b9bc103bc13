package org.samokasa.kills;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One kill as it was drawn.
 *
 * @param victims processes in the order in which they are killed and started again
 * @param step the moment of the activity after which the kill comes, from 0
 * @param delayMillis and so long after it
 * @param againMillis so long after the restart began the first victim is killed once more
 * @param chance seed of what shopper and attendant do meanwhile
 */
record Kill(
        int number,
        Activity activity,
        List<String> victims,
        int step,
        int delayMillis,
        Optional<Integer> againMillis,
        long chance) {

    static final String LANE = "lane";
    static final String HUB = "hub";

    private static final int LANE_ONLY_PERCENT = 60;
    private static final int HUB_ONLY_PERCENT = 20;
    private static final int AGAIN_PERCENT = 20;

    /** A lane on this machine takes one to three seconds to start, a hub three to five: the second kill is well within. */
    private static final int AGAIN_MILLIS_MIN = 100;

    private static final int AGAIN_MILLIS_MAX = 2_500;

    static List<Kill> drawn(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Kill> kills = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            kills.add(drawn(number, random));
        }
        return kills;
    }

    private static Kill drawn(int number, SplittableRandom random) {
        Activity activity = activity(random.nextInt(100));
        return new Kill(
                number,
                activity,
                victims(random),
                random.nextInt(activity.steps),
                // Half of them close to the moment: what happens between two steps is short.
                random.nextInt(random.nextBoolean() ? activity.delayMillisMax : activity.delayMillisMax / 10),
                random.nextInt(100) < AGAIN_PERCENT
                        ? Optional.of(random.nextInt(AGAIN_MILLIS_MIN, AGAIN_MILLIS_MAX))
                        : Optional.empty(),
                random.nextLong());
    }

    private static Activity activity(int percent) {
        int left = percent;
        for (Activity each : Activity.values()) {
            left -= each.share;
            if (left < 0) {
                return each;
            }
        }
        throw new AssertionError("the shares of the activities are not a hundred");
    }

    private static List<String> victims(SplittableRandom random) {
        int percent = random.nextInt(100);
        if (percent < LANE_ONLY_PERCENT) {
            return List.of(LANE);
        }
        if (percent < LANE_ONLY_PERCENT + HUB_ONLY_PERCENT) {
            return List.of(HUB);
        }
        return random.nextBoolean() ? List.of(LANE, HUB) : List.of(HUB, LANE);
    }

    boolean hits(String process) {
        return victims.contains(process);
    }
}
