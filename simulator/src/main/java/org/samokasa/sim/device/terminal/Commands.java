package org.samokasa.sim.device.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.zvt.Apdu;
import org.samokasa.protocol.zvt.Bcd;
import org.samokasa.protocol.zvt.EcrCommand;
import org.samokasa.protocol.zvt.Fields;
import org.samokasa.protocol.zvt.PtCommand;
import org.samokasa.protocol.zvt.Response;
import org.samokasa.protocol.zvt.ResultCode;
import org.samokasa.protocol.zvt.Tlv;
import org.samokasa.protocol.zvt.ZvtCharset;
import org.samokasa.protocol.zvt.ZvtCodec;
import org.samokasa.protocol.zvt.ZvtCurrency;

/** What the terminal does when the till says something (section 7). */
final class Commands {
    private static final int READY = 0x00;
    private static final int BUSY = 0x9C;
    private static final int INITIALISATION_REQUIRED = 0x51;
    private static final int DIAGNOSIS_REQUIRED = 0xC2;
    private static final int END_OF_DAY_REQUIRED = 0xF0;
    private static final int CLOCK_WRONG = 0x62;
    private static final int REGISTRATION_REFUSED = 0x841E;
    private static final int WRONG_PASSWORD = 0x37;
    private static final int END_OF_DAY_NOT_POSSIBLE = 0x77;
    private static final int WITHOUT_VERSION = 0x02;
    private static final int SEND_STATUS = 0x01;
    private static final int PRINT_NOTHING = 0x02;
    private static final int PARTIAL_APPROVAL = 0x1F70;
    private static final int MIRROR = 0x1F1F;
    private static final String VERSION = "SK-PT 1.00";

    private final Body body;
    private final Consumer<Apdu> mouth;
    private PaymentProcess payment;
    private int status = READY;
    private boolean talking;
    private boolean isRegistering;
    private boolean lineIsUp;
    private boolean completed;

    /** @param mouth for answers, which wait for nothing */
    Commands(Body body, Consumer<Apdu> mouth) {
        this.body = body;
        this.mouth = mouth;
    }

    void status(int code) {
        status = code;
    }

    boolean isBusy() {
        return payment != null || !body.speech.isIdle();
    }

    boolean waitsForCard() {
        return payment != null && payment.waitsForCard();
    }

    void pressCancel() {
        if (waitsForCard()) {
            payment.stop();
        }
    }

    /** True once after each command that has ended. */
    boolean takeCompleted() {
        boolean was = completed;
        completed = false;
        return was;
    }

    void powerCycle() {
        payment = null;
        body.speech.fallSilent();
        body.till = body.till.forgotten();
        body.display = "Bereit";
    }

    /** The first time it is switched on its memory gets yesterday's last payment. */
    void remember(Instant now) {
        if (body.options.history() && body.store.all().isEmpty()) {
            Turnover yesterday = body.store.add(
                    1999,
                    body.clock(now).minusDays(1),
                    Turnover.Card.contactless(),
                    Turnover.State.BOOKED,
                    Optional.empty());
            body.store.isLast(yesterday);
        }
    }

    void lineLost() {
        lineIsUp = false;
        if (payment == null) {
            body.speech.fallSilent();
        } else {
            payment.lineLost();
        }
        end();
    }

    void poll(Instant now) {
        body.speech.poll(now);
        if (payment != null) {
            payment.poll(now);
            body.speech.poll(now);
        }
        end();
    }

    Optional<Instant> nextDue() {
        return payment == null ? Optional.empty() : payment.nextDue();
    }

    void take(Apdu apdu, Instant now) {
        EcrCommand command = ZvtCodec.readEcr(apdu);
        if (command instanceof EcrCommand.Abort) {
            abort();
        } else if (isBusy()
                && !(command instanceof EcrCommand.Registration)
                && apdu.code() != EcrCommand.STATUS_ENQUIRY) {
            mouth.accept(Response.negative(BUSY));
        } else {
            talking = true;
            isRegistering = command instanceof EcrCommand.Registration;
            carryOut(command);
        }
    }

    private void carryOut(EcrCommand command) {
        if (command instanceof EcrCommand.Registration it) {
            register(it);
        } else if (command instanceof EcrCommand.StatusEnquiry it) {
            tellStatus(it);
        } else if (command instanceof EcrCommand.Unreadable) {
            mouth.accept(Response.negative(ResultCode.PROTOCOL_ERROR));
        } else if (command instanceof EcrCommand.LogOff) {
            body.till = body.till.forgotten();
            mouth.accept(Response.OK);
        } else if (status == BUSY) {
            mouth.accept(Response.negative(BUSY));
        } else if (command instanceof EcrCommand.Initialisation) {
            heal(INITIALISATION_REQUIRED);
        } else if (command instanceof EcrCommand.Diagnosis) {
            heal(DIAGNOSIS_REQUIRED);
        } else if (!body.till.registered()) {
            mouth.accept(Response.negative(ResultCode.NOT_REGISTERED));
        } else {
            carryOutRegistered(command);
        }
    }

    private void carryOutRegistered(EcrCommand command) {
        if (command instanceof EcrCommand.Authorisation it) {
            pay(it.fields());
        } else if (command instanceof EcrCommand.Reversal it && isPassword(it.password())) {
            mirror(it.fields().tlv());
            lineIsUp = true;
            accept();
            if (lineIsUp) {
                new ReversalProcess(body).start(it.fields());
            }
        } else if (command instanceof EcrCommand.RepeatReceipt it && isPassword(it.password())) {
            repeat(it.fields());
        } else if (command instanceof EcrCommand.EndOfDay it && isPassword(it.password())) {
            endDay();
        } else {
            boolean known = command instanceof EcrCommand.Reversal
                    || command instanceof EcrCommand.RepeatReceipt
                    || command instanceof EcrCommand.EndOfDay;
            mouth.accept(Response.negative(known ? WRONG_PASSWORD : ResultCode.FUNCTION_UNKNOWN));
        }
    }

    private void endDay() {
        accept();
        if (body.has(Quirk.END_OF_DAY_FAILS)) {
            body.say(Body.abort(END_OF_DAY_NOT_POSSIBLE));
            return;
        }
        if (status == END_OF_DAY_REQUIRED) {
            status = READY;
        }
        new DayEnd(body).close();
    }

    private boolean isPassword(String password) {
        return password.equals(body.options.password());
    }

    private void accept() {
        if (!body.has(Quirk.MISSING_OK)) {
            mouth.accept(Response.OK);
        }
        if (body.has(Quirk.DOUBLE_OK)) {
            mouth.accept(Response.OK);
        }
    }

    private void register(EcrCommand.Registration registration) {
        String own = ZvtCurrency.numeric(body.options.currency());
        if (!isPassword(registration.password())) {
            mouth.accept(Response.negative(WRONG_PASSWORD));
        } else if (registration.currency().filter(c -> !c.equals(own)).isPresent()) {
            Bytes reason = Bytes.of(ResultCode.WRONG_CURRENCY).plus(Bcd.encode(own));
            mouth.accept(new Apdu(REGISTRATION_REFUSED, reason));
        } else {
            body.till = Till.of(registration);
            mouth.accept(Response.OK);
            body.say(PtCommand.encode(new PtCommand.Completion(registered(own).encode())));
        }
    }

    private Fields registered(String currency) {
        List<Tlv.TlvObject> objects = new ArrayList<>();
        objects.add(Tlv.object(Till.PRINTER_WIDTH, Bcd.encode(body.till.columns(), 1)));
        if (body.till.charset() != ZvtCharset.CP437) {
            Bytes set = Bytes.of(body.till.charset().tagValue());
            objects.add(Tlv.object(Till.CHARSETS, Tlv.object(Till.CHARSET, set)));
        }
        objects.add(Tlv.object(
                Till.COMMANDS,
                Tlv.object(Till.COMMAND, Bytes.of(0x06, 0xD3)),
                Tlv.object(Till.COMMAND, Bytes.of(0x06, 0xB0))));
        int needs = status == INITIALISATION_REQUIRED ? 0x01 : status == DIAGNOSIS_REQUIRED ? 0x02 : 0x00;
        return Fields.NONE
                .with(Fields.STATUS, Bytes.of(needs))
                .with(Fields.TERMINAL_ID, Bcd.encode(body.options.terminalId()))
                .with(Fields.CURRENCY, Bcd.encode(currency))
                .with(Fields.TLV, Tlv.of(objects.toArray(Tlv.TlvObject[]::new)));
    }

    private void tellStatus(EcrCommand.StatusEnquiry enquiry) {
        if (body.has(Quirk.STATUS_UNKNOWN)) {
            mouth.accept(Response.negative(ResultCode.FUNCTION_UNKNOWN));
            return;
        }
        int code = payment != null ? BUSY : status;
        int service = enquiry.fields().octet(Fields.SERVICE).orElse(0);
        Bytes version = (service & WITHOUT_VERSION) != 0
                ? Bytes.EMPTY
                : Bytes.of(0xF0, 0xF0 + VERSION.length() / 10, 0xF0 + VERSION.length() % 10)
                        .plus(Bytes.ascii(VERSION));
        mouth.accept(Response.OK);
        body.say(PtCommand.encode(new PtCommand.Completion(version.plus(Bytes.of(code)))));
    }

    private void heal(int healed) {
        accept();
        if (status == healed || status == CLOCK_WRONG && healed == DIAGNOSIS_REQUIRED) {
            status = READY;
        }
        body.speech.pause(body.options.hostLatency(), now -> {});
        body.say(Body.completion());
    }

    private void pay(Fields fields) {
        Optional<Long> amount = fields.amountMinor().filter(minor -> minor > 0);
        String own = ZvtCurrency.numeric(body.options.currency());
        if (amount.isEmpty()) {
            mouth.accept(Response.negative(ResultCode.PROTOCOL_ERROR));
        } else if (fields.digits(Fields.CURRENCY).filter(c -> !c.equals(own)).isPresent()) {
            accept();
            body.say(PtCommand.encode(
                    new PtCommand.Abort(Optional.of(ResultCode.WRONG_CURRENCY), Optional.of(own), Fields.NONE)));
        } else {
            mirror(fields.tlv());
            boolean partial =
                    fields.tlv().octet(PARTIAL_APPROVAL).filter(v -> v == 1).isPresent();
            Duration wait = PaymentProcess.cardWait(fields.tlv()).orElse(body.options.cardWait());
            payment = new PaymentProcess(body, amount.get(), partial, wait);
            accept();
            if (payment != null) {
                payment.start();
            }
        }
    }

    /** Section 12.4: one less than ours means that the till never learnt of our last transaction. */
    private void mirror(Tlv tlv) {
        Optional<Integer> known = tlv.find(MIRROR)
                .flatMap(object -> Bcd.digits(object.value()))
                .filter(digits -> digits.length() == 4)
                .map(Integer::parseInt);
        Optional<Turnover> last = body.store.last();
        if (body.options.commit() == ZvtTerminalOptions.Commit.KEEP && known.isPresent() && last.isPresent()) {
            int ours = Integer.parseInt(last.get().receipt());
            if (known.get() == ours - 1) {
                body.store.mark(last.get(), Turnover.State.AUTO_REVERSED);
            }
        }
    }

    private void repeat(Fields fields) {
        if (body.has(Quirk.REPEAT_UNKNOWN)) {
            mouth.accept(Response.negative(ResultCode.FUNCTION_UNKNOWN));
            return;
        }
        mouth.accept(Response.OK);
        Optional<Turnover> last = body.store.last();
        if (last.isEmpty()) {
            body.say(Body.abort(ResultCode.FUNCTION_UNKNOWN));
            return;
        }
        int service = fields.octet(Fields.SERVICE).orElse(0);
        if ((service & SEND_STATUS) != 0 && !body.has(Quirk.REPEAT_WITHOUT_RESULT)) {
            body.say(body.status.of(last.get()));
        }
        if ((service & PRINT_NOTHING) == 0) {
            body.say(body.slips().merchant(last.get(), false, false));
            body.say(body.slips().customer(last.get(), false));
        }
        body.say(Body.completion());
    }

    private void abort() {
        if (body.has(Quirk.ABORT_IGNORED)) {
            return;
        }
        boolean possible = payment == null || payment.waitsForCard();
        if (body.has(Quirk.ABORT_REFUSED) || !possible) {
            mouth.accept(Response.negative(ResultCode.FUNCTION_UNKNOWN));
            return;
        }
        mouth.accept(Response.OK);
        if (!body.has(Quirk.ABORT_WITHOUT_EFFECT)) {
            pressCancel();
        }
    }

    private void end() {
        if (payment != null && payment.isOver()) {
            payment = null;
        }
        if (talking && !isBusy()) {
            talking = false;
            completed = true;
            body.display = "Bereit";
            if (body.has(Quirk.FORGETS_REGISTRATION) && !isRegistering) {
                body.till = body.till.forgotten();
            }
        }
    }
}
