package org.samokasa.kiosk.lane;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.samokasa.kiosk.lane.CardPayment.CardTransaction;

/**
 * What the machines say right now and what the shopper was told last. Not durable: after a restart it is learnt anew.
 *
 * @param produce the produce scale, and since when it shows this
 * @param produceSold grams of the load that was sold last, 0 once the platter changed: each load is sold once
 * @param bag the bagging scale
 * @param touched last sign of the shopper, also those not worth a record
 * @param cancelWished the shopper asked the running payment to stop
 * @param lastCard the terminal's last transaction, when it is known
 * @param payWished the shopper wants to pay and the bagging area is not settled yet: it goes on by itself when it is
 */
public record Readings(
        Load produce,
        Instant produceSince,
        int produceSold,
        Load bag,
        Instant bagSince,
        Map<String, MachineState> machines,
        Optional<TerminalPrompt> prompt,
        Optional<Notice> notice,
        Instant touched,
        boolean cancelWished,
        Optional<CardTransaction> lastCard,
        boolean payWished) {

    /** Names of the machines a lane knows by their work. */
    public static final String SCANNER = "scanner";

    /** Two weighings of one load differ by less than this, whatever the noise; weighing law asks for a change between. */
    static final int LOAD_CHANGE_GRAMS = 10;

    public static final String PRODUCE_SCALE = "produce-scale";
    public static final String BAGGING_SCALE = "bagging-scale";
    public static final String TERMINAL = "terminal";
    public static final String PRINTER = "printer";

    /**
     * @param kind what the terminal asks, a name of the device API's prompts
     * @param text the terminal's own words, empty when it sent none
     */
    public record TerminalPrompt(String kind, String text, boolean wordForWord) {}

    /** Something the shopper was told: a refusal with its subject. */
    public record Notice(Refusal refusal, String subject, Instant at) {}

    public Readings {
        machines = Map.copyOf(machines);
    }

    public static Readings none() {
        return new Readings(
                new Load.Unknown(),
                Instant.EPOCH,
                0,
                new Load.Unknown(),
                Instant.EPOCH,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                false,
                Optional.empty(),
                false);
    }

    public Readings produce(Load load, Instant at) {
        boolean changed = load instanceof Load.Still still && Math.abs(still.grams() - produceSold) > LOAD_CHANGE_GRAMS;
        int stillSold = changed ? 0 : produceSold;
        Instant since = load.equals(produce) ? produceSince : at;
        return new Readings(
                load,
                since,
                stillSold,
                bag,
                bagSince,
                machines,
                prompt,
                notice,
                touched,
                cancelWished,
                lastCard,
                payWished);
    }

    public Readings produceSold(int grams) {
        return new Readings(
                produce,
                produceSince,
                grams,
                bag,
                bagSince,
                machines,
                prompt,
                notice,
                touched,
                cancelWished,
                lastCard,
                payWished);
    }

    public Readings bag(Load load, Instant at) {
        Instant since = load.equals(bag) ? bagSince : at;
        return new Readings(
                produce,
                produceSince,
                produceSold,
                load,
                since,
                machines,
                prompt,
                notice,
                touched,
                cancelWished,
                lastCard,
                payWished);
    }

    public Readings machine(MachineState state) {
        TreeMap<String, MachineState> all = new TreeMap<>(machines);
        all.put(state.machine(), state);
        return new Readings(
                produce,
                produceSince,
                produceSold,
                bag,
                bagSince,
                all,
                prompt,
                notice,
                touched,
                cancelWished,
                lastCard,
                payWished);
    }

    public Readings prompt(Optional<TerminalPrompt> next) {
        return new Readings(
                produce,
                produceSince,
                produceSold,
                bag,
                bagSince,
                machines,
                next,
                notice,
                touched,
                cancelWished,
                lastCard,
                payWished);
    }

    public Readings notice(Optional<Notice> next) {
        return new Readings(
                produce,
                produceSince,
                produceSold,
                bag,
                bagSince,
                machines,
                prompt,
                next,
                touched,
                cancelWished,
                lastCard,
                payWished);
    }

    public Readings touched(Instant at) {
        return new Readings(
                produce,
                produceSince,
                produceSold,
                bag,
                bagSince,
                machines,
                prompt,
                notice,
                at,
                cancelWished,
                lastCard,
                payWished);
    }

    public Readings cancelWished(boolean wished) {
        return new Readings(
                produce,
                produceSince,
                produceSold,
                bag,
                bagSince,
                machines,
                prompt,
                notice,
                touched,
                wished,
                lastCard,
                payWished);
    }

    public Readings lastCard(Optional<CardTransaction> last) {
        return new Readings(
                produce,
                produceSince,
                produceSold,
                bag,
                bagSince,
                machines,
                prompt,
                notice,
                touched,
                cancelWished,
                last,
                payWished);
    }

    public Readings payWished(boolean wished) {
        return new Readings(
                produce,
                produceSince,
                produceSold,
                bag,
                bagSince,
                machines,
                prompt,
                notice,
                touched,
                cancelWished,
                lastCard,
                wished);
    }

    public boolean isUsable(String machine) {
        return machine(machine).map(MachineState::usable).orElse(false);
    }

    public Optional<MachineState> machine(String name) {
        return Optional.ofNullable(machines.get(name));
    }
}
