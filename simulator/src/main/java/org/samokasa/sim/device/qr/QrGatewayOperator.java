package org.samokasa.sim.device.qr;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.samokasa.sim.device.Operator;
import org.samokasa.sim.device.qr.SimulatedQrProvider.Payer;
import org.samokasa.sim.fault.Fault;
import org.samokasa.sim.script.ScriptException;
import org.samokasa.sim.script.Step;
import org.samokasa.sim.script.Verb;

/** The people with phones before the code, and whoever runs the gateway. */
public final class QrGatewayOperator implements Operator {
    private final QrGatewayMachine machine;

    public QrGatewayOperator(QrGatewayMachine machine) {
        this.machine = machine;
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.CARD);
    }

    @Override
    public void perform(Step step, Instant now) {
        switch (step.first()) {
            case "approve", "wrong-pin" -> machine.payer(Payer.PAYS, now);
            case "decline" -> machine.payer(Payer.IS_REFUSED, now);
            case "timeout", "cancel" -> machine.payer(Payer.NEVER_PAYS, now);
            case "late" -> machine.payer(Payer.PAYS_LATE, now);
            case "twice" -> machine.payer(Payer.PAYS_TWICE, now);
            case "wrong-amount" -> machine.payer(Payer.PAYS_WRONG_AMOUNT, now);
            case "silent" -> machine.trouble(GatewayTrouble.SILENT);
            case "busy" -> machine.trouble(GatewayTrouble.SAYS_503);
            case "vanish" -> machine.powerCycle();
            default -> throw new ScriptException("nobody with a phone can '" + step.first() + "'");
        }
    }

    @Override
    public void inflict(Fault.OfMachine fault, Instant now) {
        throw new ScriptException("a gateway has no " + fault.getClass().getSimpleName());
    }

    @Override
    public void heal(Instant now) {
        machine.heal();
    }

    @Override
    public Map<String, String> facts(Instant now) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("display", machine.isShown() ? "A code is open" : "No code is open");
        facts.put("waits for a card", machine.isShown() ? "yes" : "no");
        facts.put("transactions", String.valueOf(machine.payments()));
        facts.put("taken", machine.keptMinor(now) + " minor units");
        return facts;
    }
}
