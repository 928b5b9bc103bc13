package org.samokasa.protocol.zvt;

import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * What the till may say to the terminal (section 7). Passwords are six digits; {@code fields} may be
 * {@link Fields#NONE}.
 */
public sealed interface EcrCommand {
    int REGISTRATION = 0x0600;
    int AUTHORISATION = 0x0601;
    int LOG_OFF = 0x0602;
    int REPEAT_RECEIPT = 0x0620;
    int REVERSAL = 0x0630;
    int END_OF_DAY = 0x0650;
    int DIAGNOSIS = 0x0670;
    int INITIALISATION = 0x0693;
    int ABORT = 0x06B0;
    int STATUS_ENQUIRY = 0x0501;

    /**
     * 06 00.
     *
     * @param config config byte (section 7.1)
     * @param currency four digits of bitmap 49, empty when not sent
     * @param fields service byte and TLV container; only allowed together with a currency
     */
    record Registration(String password, int config, Optional<String> currency, Fields fields) implements EcrCommand {}

    /** 06 01, a payment. */
    record Authorisation(Fields fields) implements EcrCommand {}

    /** 06 30, by receipt number. */
    record Reversal(String password, Fields fields) implements EcrCommand {}

    /** 06 20; also the way to ask for the last transaction. */
    record RepeatReceipt(String password, Fields fields) implements EcrCommand {}

    /** 06 50. */
    record EndOfDay(String password, Fields fields) implements EcrCommand {}

    /** 05 01. */
    record StatusEnquiry(Optional<String> password, Fields fields) implements EcrCommand {}

    /** 06 93. */
    record Initialisation(String password, Fields fields) implements EcrCommand {}

    /** 06 70. */
    record Diagnosis(Fields fields) implements EcrCommand {}

    /** 06 B0, a wish (section 7.9). */
    record Abort() implements EcrCommand {}

    /** 06 02. */
    record LogOff() implements EcrCommand {}

    /** Well-formed and not one of ours. */
    record Other(Apdu apdu) implements EcrCommand {}

    /** One of ours whose data cannot be read. */
    record Unreadable(int code, String why) implements EcrCommand {}

    /** The message for a command. */
    static Apdu encode(EcrCommand command) {
        if (command instanceof Registration registration) {
            return new Apdu(REGISTRATION, registrationData(registration));
        }
        if (command instanceof Authorisation it) {
            return new Apdu(AUTHORISATION, it.fields().encode());
        }
        if (command instanceof Reversal it) {
            return withPassword(REVERSAL, it.password(), it.fields());
        }
        if (command instanceof RepeatReceipt it) {
            return withPassword(REPEAT_RECEIPT, it.password(), it.fields());
        }
        if (command instanceof EndOfDay it) {
            return withPassword(END_OF_DAY, it.password(), it.fields());
        }
        if (command instanceof Initialisation it) {
            return withPassword(INITIALISATION, it.password(), it.fields());
        }
        return encodeWithoutPassword(command);
    }

    private static Apdu encodeWithoutPassword(EcrCommand command) {
        if (command instanceof StatusEnquiry it) {
            Bytes password = it.password().map(Bcd::encode).orElse(Bytes.EMPTY);
            return new Apdu(STATUS_ENQUIRY, password.plus(it.fields().encode()));
        }
        if (command instanceof Diagnosis it) {
            return new Apdu(DIAGNOSIS, it.fields().encode());
        }
        if (command instanceof Abort) {
            return Apdu.of(ABORT);
        }
        if (command instanceof LogOff) {
            return Apdu.of(LOG_OFF);
        }
        if (command instanceof Other it) {
            return it.apdu();
        }
        throw new IllegalArgumentException("not a command to send: " + command);
    }

    private static Apdu withPassword(int code, String password, Fields fields) {
        return new Apdu(code, Bcd.encode(password).plus(fields.encode()));
    }

    private static Bytes registrationData(Registration registration) {
        return Bcd.encode(registration.password())
                .plus(Bytes.of(registration.config()))
                .plus(registration.currency().map(Bcd::encode).orElse(Bytes.EMPTY))
                .plus(registration.fields().encode());
    }
}
