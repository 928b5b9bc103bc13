package org.samokasa.kiosk.lane;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.samokasa.kiosk.lane.CardPayment.CardTransaction;

/**
 * What the machines say right now and what the shopper was told last. Not durable: after a restart it is learnt anew.
 *
 * @param produceScale the produce scale
 * @param baggingScale the bagging scale
 * @param machines how each machine is, by its name
 * @param terminal what is known of the payment terminal
 * @param shopper what is known of the shopper
 * @param tests of the machines
 */
public record Readings(
        ScaleReading produceScale,
        ScaleReading baggingScale,
        Map<String, MachineState> machines,
        Terminal terminal,
        Shopper shopper,
        MachineTests tests) {

    /** Names of the machines a lane knows by their work. */
    public static final String SCANNER = "scanner";

    public static final String PRODUCE_SCALE = "produce-scale";
    public static final String BAGGING_SCALE = "bagging-scale";
    public static final String TERMINAL = "terminal";
    public static final String PRINTER = "printer";
    public static final String LIGHT = "light";

    /** Two weighings of one load differ by less than this, whatever the noise; weighing law asks for a change between. */
    static final int LOAD_CHANGE_GRAMS = 10;

    /**
     * @param since when it began to show this
     * @param soldGrams the load that was sold last, 0 once the platter changed: each load is sold once
     */
    public record ScaleReading(Load load, Instant since, int soldGrams) {
        static final ScaleReading NONE = new ScaleReading(new Load.Unknown(), Instant.EPOCH, 0);

        ScaleReading shows(Load next, Instant at) {
            boolean changed =
                    next instanceof Load.Still still && Math.abs(still.grams() - soldGrams) > LOAD_CHANGE_GRAMS;
            return new ScaleReading(next, next.equals(load) ? since : at, changed ? 0 : soldGrams);
        }
    }

    /**
     * @param cancelWished the shopper asked the running payment to stop
     * @param lastCard its last transaction, when it is known
     */
    public record Terminal(Optional<TerminalPrompt> prompt, boolean cancelWished, Optional<CardTransaction> lastCard) {}

    /**
     * @param touched last sign of the shopper, also those not worth a record
     * @param notice what the shopper was told last
     * @param payWished the shopper wants to pay and the bagging area is not settled yet: it goes on by itself when it is
     * @param friction what goes less well than it should
     * @param bagTrail what came into the bagging area
     */
    public record Shopper(
            Instant touched, Optional<Notice> notice, boolean payWished, Friction friction, BagTrail bagTrail) {}

    /**
     * @param kind what the terminal asks, a name of the device API's prompts
     * @param text the terminal's own words, empty when it sent none; of {@link #SHOW_CODE} what the code says
     * @param valid from when until when a code is good; empty for what is no code
     */
    public record TerminalPrompt(String kind, String text, boolean wordForWord, Optional<Span> valid) {
        public static final String SHOW_CODE = "SHOW_CODE";

        public TerminalPrompt(String kind, String text, boolean wordForWord) {
            this(kind, text, wordForWord, Optional.empty());
        }

        public static TerminalPrompt code(String text, Instant from, Instant until) {
            return new TerminalPrompt(SHOW_CODE, text, false, Optional.of(new Span(from, until)));
        }
    }

    public record Span(Instant from, Instant until) {}

    /** Something the shopper was told: a refusal with its subject. */
    public record Notice(Refusal refusal, String subject, Instant at) {}

    public Readings {
        machines = Map.copyOf(machines);
    }

    public static Readings none() {
        return new Readings(
                ScaleReading.NONE,
                ScaleReading.NONE,
                Map.of(),
                new Terminal(Optional.empty(), false, Optional.empty()),
                new Shopper(Instant.EPOCH, Optional.empty(), false, Friction.NONE, BagTrail.LOST),
                MachineTests.NONE);
    }

    public Load produce() {
        return produceScale.load();
    }

    public Instant produceSince() {
        return produceScale.since();
    }

    public int produceSold() {
        return produceScale.soldGrams();
    }

    public Load bag() {
        return baggingScale.load();
    }

    public Instant bagSince() {
        return baggingScale.since();
    }

    public Optional<TerminalPrompt> prompt() {
        return terminal.prompt();
    }

    public boolean cancelWished() {
        return terminal.cancelWished();
    }

    public Optional<CardTransaction> lastCard() {
        return terminal.lastCard();
    }

    public Instant touched() {
        return shopper.touched();
    }

    public Optional<Notice> notice() {
        return shopper.notice();
    }

    public boolean payWished() {
        return shopper.payWished();
    }

    public boolean isUsable(String machine) {
        return machine(machine).map(MachineState::usable).orElse(false);
    }

    public Optional<MachineState> machine(String name) {
        return Optional.ofNullable(machines.get(name));
    }

    public Readings produce(Load load, Instant at) {
        return with(produceScale.shows(load, at));
    }

    public Readings produceSold(int grams) {
        return with(new ScaleReading(produce(), produceSince(), grams));
    }

    private Readings with(ScaleReading produce) {
        return new Readings(produce, baggingScale, machines, terminal, shopper, tests);
    }

    public Readings bag(Load load, Instant at) {
        return new Readings(produceScale, baggingScale.shows(load, at), machines, terminal, shopper, tests);
    }

    public Readings machine(MachineState state) {
        TreeMap<String, MachineState> all = new TreeMap<>(machines);
        all.put(state.machine(), state);
        return new Readings(produceScale, baggingScale, all, terminal, shopper, tests);
    }

    public Readings prompt(Optional<TerminalPrompt> next) {
        return with(new Terminal(next, cancelWished(), lastCard()));
    }

    public Readings cancelWished(boolean wished) {
        return with(new Terminal(prompt(), wished, lastCard()));
    }

    public Readings lastCard(Optional<CardTransaction> last) {
        return with(new Terminal(prompt(), cancelWished(), last));
    }

    private Readings with(Terminal next) {
        return new Readings(produceScale, baggingScale, machines, next, shopper, tests);
    }

    public Readings notice(Optional<Notice> next) {
        return with(new Shopper(touched(), next, payWished(), friction(), bagTrail()));
    }

    public Readings touched(Instant at) {
        return with(new Shopper(at, notice(), payWished(), friction(), bagTrail()));
    }

    public Readings payWished(boolean wished) {
        return with(new Shopper(touched(), notice(), wished, friction(), bagTrail()));
    }

    public Friction friction() {
        return shopper.friction();
    }

    public Readings friction(Friction next) {
        return with(new Shopper(touched(), notice(), payWished(), next, bagTrail()));
    }

    public BagTrail bagTrail() {
        return shopper.bagTrail();
    }

    public Readings bagTrail(BagTrail next) {
        return with(new Shopper(touched(), notice(), payWished(), friction(), next));
    }

    private Readings with(Shopper next) {
        return new Readings(produceScale, baggingScale, machines, terminal, next, tests);
    }

    public Readings begun(MachineTests.Running test) {
        return with(tests.begun(test));
    }

    public Readings ended(Instant at, MachineTests.Result result) {
        return with(tests.ended(at, result));
    }

    public Readings tested(String machine, MachineTests.Done done) {
        return with(tests.done(machine, done));
    }

    private Readings with(MachineTests next) {
        return new Readings(produceScale, baggingScale, machines, terminal, shopper, next);
    }
}
