package org.samokasa.sim.device.scale;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scaledialog.DialogCodec;
import org.samokasa.protocol.scaledialog.DialogKey;

/**
 * Dialog 06; sheet scale-serial, section 4. With a key it wants the proof after power-on and every fifty weighings, and is
 * blocked by a wrong one until its power goes.
 */
public final class TalkDialog implements ScaleTalk {
    private static final int EOT = 0x04;
    private static final int ENQ = 0x05;
    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    private static final int REQUEST_BYTES_MAX = 64;
    private static final int WEIGHINGS_PER_PROOF = 50;

    private final Optional<DialogKey> key;
    private final RandomGenerator chance;
    private Bytes collected = Bytes.EMPTY;
    private Optional<Integer> price = Optional.empty();
    private Optional<String> proof = Optional.empty();
    private boolean proofWanted;
    private boolean blocked;
    private int random;
    private int weighings;
    private int soldMovements = -1;
    private int status;

    /** @param key empty for a scale that trusts any till */
    public TalkDialog(Optional<DialogKey> key, RandomGenerator chance) {
        this.key = key;
        this.chance = chance;
        proofWanted = key.isPresent();
    }

    /** A pulled cable is no power cut: what it wants to be proven and what it sold stays. */
    @Override
    public void fresh() {
        collected = Bytes.EMPTY;
        price = Optional.empty();
        proof = Optional.empty();
    }

    /** EOT begins every telegram and ends the one before it. */
    @Override
    public List<Bytes> requests(Bytes bytes) {
        List<Bytes> requests = new ArrayList<>();
        for (int i = 0; i < bytes.size(); i++) {
            int octet = bytes.at(i);
            if (octet == EOT) {
                collected = Bytes.EMPTY;
            } else if (octet == ENQ && collected.isEmpty()) {
                requests.add(DialogCodec.ASK_RESULT);
            } else if (octet == ETX && !collected.isEmpty() && collected.at(0) == STX) {
                requests.add(collected.slice(1, collected.size()));
                collected = Bytes.EMPTY;
            } else if (collected.size() < REQUEST_BYTES_MAX) {
                collected = collected.plus(Bytes.of(octet));
            }
        }
        return requests;
    }

    @Override
    public Bytes answer(Bytes request, Instrument scale, Instant now) {
        if (request.equals(DialogCodec.ASK_RESULT)) {
            return result(scale, now);
        }
        String record = request.toText(StandardCharsets.US_ASCII);
        if (record.matches("01\u001B[0-9]{6}\u001B")) {
            return take(Integer.parseInt(record.substring(3, 9)));
        }
        if (record.matches("10\u001B[0-9A-F]{8}")) {
            proof = Optional.of(record.substring(3));
            return DialogCodec.ACK;
        }
        if (record.equals("08")) {
            return DialogCodec.encodeStatus(status);
        }
        return refuse(10);
    }

    private Bytes take(int newPrice) {
        if (newPrice == 0) {
            return refuse(DialogCodec.INVALID_PRICE);
        }
        price = Optional.of(newPrice);
        return DialogCodec.ACK;
    }

    private Bytes refuse(int why) {
        status = why;
        return DialogCodec.NAK;
    }

    private Bytes result(Instrument scale, Instant now) {
        if (proof.isPresent()) {
            boolean right =
                    key.isPresent() && !blocked && proof.get().equals(key.get().proof(random));
            proof = Optional.empty();
            blocked |= !right;
            proofWanted = !right;
            return DialogCodec.encodeVerdict(right);
        }
        if (proofWanted || blocked) {
            random = chance.nextInt(0x100);
            return DialogCodec.encodeProofWanted(random);
        }
        if (price.isEmpty()) {
            return refuse(DialogCodec.INVALID_PRICE);
        }
        return weigh(scale, scale.read(now));
    }

    private Bytes weigh(Instrument scale, Instrument.Reading reading) {
        switch (reading.state()) {
            case MOVING:
                return refuse(DialogCodec.IN_MOTION);
            case UNDER_ZERO, NEEDS_ZERO:
                return refuse(DialogCodec.BELOW_ZERO);
            case OVER:
                return refuse(DialogCodec.OVERLOAD);
            default:
                break;
        }
        if (reading.grams() < scale.leastGrams()) {
            return refuse(DialogCodec.BELOW_MINIMUM);
        }
        if (scale.movements() == soldMovements) {
            return refuse(DialogCodec.NO_MOVEMENT);
        }
        soldMovements = scale.movements();
        weighings++;
        proofWanted = key.isPresent() && weighings % WEIGHINGS_PER_PROOF == 0;
        int unitPrice = price.orElseThrow();
        price = Optional.empty();
        return DialogCodec.encodeResult(reading.grams(), unitPrice, DialogCodec.amount(reading.grams(), unitPrice));
    }
}
