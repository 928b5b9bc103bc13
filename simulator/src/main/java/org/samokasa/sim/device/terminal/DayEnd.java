package org.samokasa.sim.device.terminal;

import java.util.ArrayList;
import java.util.List;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.Bcd;
import org.samokasa.protocol.zvt.Fields;
import org.samokasa.protocol.zvt.PtCommand;
import org.samokasa.protocol.zvt.TurnoverTotals;

/** 06 50: the terminal adds up what it has taken since it did so last, tells, prints and forgets it (sections 7.5, 8.2). */
final class DayEnd {
    private static final int CLOSING_DAY = 0x17;
    private static final List<String> CARD_NAMES =
            List.of("girocard", "JCB", "Mastercard", "American Express", "Visa", "Diners");

    private final Body body;

    DayEnd(Body body) {
        this.body = body;
    }

    void close() {
        body.intermediate(CLOSING_DAY, "Kassenschnitt");
        List<Turnover> day = body.store.ofTheDay();
        body.speech.pause(body.options.hostLatency(), now -> tell(day));
    }

    private void tell(List<Turnover> day) {
        TurnoverTotals totals = totals(day);
        long sum =
                totals.shares().stream().mapToLong(TurnoverTotals.Share::minor).sum();
        Fields fields = Fields.NONE
                .with(Fields.RESULT, Bytes.of(0x00))
                .with(Fields.AMOUNT, Bcd.encode(sum, 6))
                .with(Fields.TRACE, Bcd.encode(body.store.nextTrace()))
                .with(Fields.TOTALS, totals.encode());
        body.say(PtCommand.encode(new PtCommand.StatusInformation(fields)));
        body.say(body.slips().dayEnd(totals, sum));
        body.say(Body.completion());
        body.store.closeDay();
    }

    private static TurnoverTotals totals(List<Turnover> day) {
        List<TurnoverTotals.Share> shares = new ArrayList<>();
        for (int scheme = 0; scheme < TurnoverTotals.SCHEMES.size(); scheme++) {
            int at = scheme;
            List<Turnover> its = day.stream().filter(t -> schemeOf(t) == at).toList();
            long sum = its.stream().mapToLong(Turnover::minor).sum();
            shares.add(new TurnoverTotals.Share(its.size(), sum));
        }
        String first = day.isEmpty() ? "0000" : day.get(0).receipt();
        String last = day.isEmpty() ? "0000" : day.get(day.size() - 1).receipt();
        return new TurnoverTotals(first, last, shares);
    }

    private static int schemeOf(Turnover turnover) {
        for (int i = 0; i < CARD_NAMES.size(); i++) {
            if (turnover.card().name().contains(CARD_NAMES.get(i))) {
                return i;
            }
        }
        return CARD_NAMES.size();
    }
}
