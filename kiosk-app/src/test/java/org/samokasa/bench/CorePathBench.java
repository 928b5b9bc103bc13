package org.samokasa.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.kiosk.lane.LaneBench;
import org.samokasa.kiosk.lane.command.MachineCommand;
import org.samokasa.kiosk.lane.command.ShopperCommand;

/** P4: one scan into a basket of 100 lines, from command to new lane, no disk; against a map look-up and a list append. */
final class CorePathBench {
    private static final int LINES = 100;
    private static final int SCANS_A_ROUND = 20_000;

    private CorePathBench() {}

    static List<Figure> run() throws Exception {
        DurableSaleBench.Till till = new DurableSaleBench.Till(events -> 1);
        for (int line = 0; line < LINES; line++) {
            till.tell(new MachineCommand.Scanned(LaneBench.MILK));
        }
        Map<String, Long> prices = new HashMap<>(Map.of(LaneBench.MILK, 349L));
        List<Long> basket = new ArrayList<>();
        Pairs pairs = Pairs.of(
                8,
                15,
                () -> {
                    for (int scan = 0; scan < SCANS_A_ROUND / 2; scan++) {
                        till.tell(new MachineCommand.Scanned(LaneBench.MILK));
                        int last = till.engine().lane().sale().orElseThrow().lastLine();
                        till.tell(new ShopperCommand.RemoveLine(last));
                    }
                    return till.engine().lane().sale().orElseThrow().lastLine();
                },
                () -> {
                    long sum = 0;
                    for (int scan = 0; scan < SCANS_A_ROUND; scan++) {
                        basket.add(prices.get(LaneBench.MILK));
                        sum += basket.remove(basket.size() - 1);
                    }
                    return sum;
                });
        return List.of(new Figure(
                "P4",
                "core path of a scan or removal at 100 lines, no disk",
                pairs.ourMedian() / SCANS_A_ROUND * 1e6,
                "us",
                pairs.referenceMedian() / SCANS_A_ROUND * 1e6,
                pairs.medianRatio(),
                Optional.of("<= 5 us")));
    }
}
