package org.samokasa.protocol.zvt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.protocol.Bytes;

/**
 * Explains bytes of either line, TCP or serial, to people: one ordered map for each message, holding strings, numbers,
 * booleans, lists and maps of the same, ready for JSON.
 *
 * <p>Keys: {@code command}, {@code name}, what is special to the command, {@code bmp}, {@code tlv}, {@code serial},
 * {@code valid}, {@code error}. Card numbers are masked, tracks, expiry dates and passwords hidden. Texts are read as
 * CP437, the set that is spoken unless another was agreed.
 */
public final class ZvtExplainer {
    private static final int ACK = 0x06;
    private static final int NAK = 0x15;

    private ZvtExplainer() {}

    /** One map for each message in it, at least one. Never throws. */
    public static List<Map<String, Object>> explain(Bytes bytes) {
        List<Map<String, Object>> all = new ArrayList<>();
        if (bytes.isEmpty()) {
            all.add(problem("no bytes"));
        } else if (bytes.size() == 1 && (bytes.at(0) == ACK || bytes.at(0) == NAK)) {
            all.add(signal(bytes.at(0)));
        } else if (SerialFrame.startsAt(bytes, 0)) {
            serial(bytes, all);
        } else {
            stream(bytes, all);
        }
        all.forEach(ZvtExplainer::verdictLast);
        return all;
    }

    private static void verdictLast(Map<String, Object> map) {
        Object valid = map.remove("valid");
        Object error = map.remove("error");
        map.put("valid", valid);
        if (error != null) {
            map.put("error", error);
        }
    }

    private static void stream(Bytes bytes, List<Map<String, Object>> all) {
        ZvtFramer framer = new ZvtFramer();
        for (ZvtFramer.Inbound inbound : framer.feed(bytes)) {
            if (inbound instanceof ZvtFramer.Received received) {
                all.add(message(received.apdu()));
            } else if (inbound instanceof ZvtFramer.Malformed malformed) {
                all.add(problem(malformed.why()));
            }
        }
        if (framer.pending() > 0) {
            all.add(problem("incomplete: " + framer.pending() + " bytes of a longer message"));
        }
    }

    private static void serial(Bytes bytes, List<Map<String, Object>> all) {
        int position = 0;
        while (position < bytes.size()) {
            int octet = bytes.at(position);
            if (octet == ACK || octet == NAK) {
                all.add(signal(octet));
                position++;
            } else if (!SerialFrame.startsAt(bytes, position)) {
                all.add(problem(String.format("no block starts with %02X", octet)));
                return;
            } else {
                SerialFrame.Reading reading = SerialFrame.read(bytes, position);
                if (reading instanceof SerialFrame.Broken broken) {
                    all.add(problem(broken.why()));
                    return;
                }
                SerialFrame frame = ((SerialFrame.Found) reading).frame();
                all.add(block(frame));
                position = frame.end();
            }
        }
    }

    private static Map<String, Object> block(SerialFrame frame) {
        List<Map<String, Object>> inside = new ArrayList<>();
        stream(frame.message(), inside);
        Map<String, Object> first = inside.isEmpty() ? problem("an empty block") : inside.get(0);
        if (inside.size() > 1) {
            fail(first, "the block is longer than its message");
        }
        Map<String, Object> serial = new LinkedHashMap<>();
        serial.put("crc", String.format("%04X", frame.crc()));
        serial.put("crcValid", frame.isSound());
        first.put("serial", serial);
        if (!frame.isSound()) {
            fail(first, String.format("check value %04X expected, got %04X", frame.crcExpected(), frame.crc()));
        }
        return first;
    }

    private static Map<String, Object> message(Apdu apdu) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("command", apdu.name());
        map.put("name", ZvtNames.command(apdu));
        map.put("valid", true);
        if (apdu.isResponse()) {
            response(apdu, map);
        } else if (apdu.classByte() == 0x04 || isFromTerminal(apdu.code())) {
            fromTerminal(ZvtCodec.readPt(apdu), map);
        } else {
            fromTill(ZvtCodec.readEcr(apdu), map);
        }
        return map;
    }

    private static boolean isFromTerminal(int code) {
        return code == PtCommand.COMPLETION
                || code == PtCommand.ABORT
                || code == PtCommand.PRINT_LINE
                || code == PtCommand.PRINT_TEXT_BLOCK;
    }

    private static void response(Apdu apdu, Map<String, Object> map) {
        Optional<Response> response = Response.read(apdu);
        if (response.filter(r -> !r.isPositive()).isPresent()) {
            map.put(
                    "result",
                    code(
                            response.get().code(),
                            ResultCode.meaning(response.get().code())));
        }
        if (apdu.data().isEmpty()) {
            return;
        }
        if (apdu.code() == 0x841E) {
            int reason = apdu.data().at(0);
            map.put("reason", code(reason, ResultCode.meaning(reason)));
            if (reason == ResultCode.WRONG_CURRENCY && apdu.data().size() >= 3) {
                putCurrency(Bcd.digits(apdu.data().slice(1, 3)), map);
            }
        } else {
            fields(Fields.read(apdu.data()), map);
        }
    }

    private static void fromTill(EcrCommand command, Map<String, Object> map) {
        if (command instanceof EcrCommand.Registration it) {
            map.put("password", "hidden");
            map.put("config", code(it.config(), config(it.config())));
            putCurrency(it.currency(), map);
            fields(it.fields(), map);
        } else if (command instanceof EcrCommand.Authorisation it) {
            fields(it.fields(), map);
        } else if (command instanceof EcrCommand.Diagnosis it) {
            fields(it.fields(), map);
        } else if (command instanceof EcrCommand.Reversal it) {
            withPassword(it.fields(), map);
        } else if (command instanceof EcrCommand.RepeatReceipt it) {
            withPassword(it.fields(), map);
        } else if (command instanceof EcrCommand.EndOfDay it) {
            withPassword(it.fields(), map);
        } else if (command instanceof EcrCommand.Initialisation it) {
            withPassword(it.fields(), map);
        } else if (command instanceof EcrCommand.StatusEnquiry it) {
            it.password().ifPresent(password -> map.put("password", "hidden"));
            fields(it.fields(), map);
        } else if (command instanceof EcrCommand.Unreadable it) {
            fail(map, it.why());
        } else if (command instanceof EcrCommand.Other it) {
            other(it.apdu(), map);
        }
    }

    private static void fromTerminal(PtCommand command, Map<String, Object> map) {
        if (command instanceof PtCommand.IntermediateStatus it) {
            String text = IntermediateText.of(it.status())
                    .map(IntermediateText::english)
                    .orElse("text in tag 24");
            map.put("status", code(it.status(), text));
            it.minutes().ifPresent(minutes -> map.put("minutes", minutes));
            container(it.tlv(), map);
        } else if (command instanceof PtCommand.StatusInformation it) {
            fields(it.fields(), map);
        } else if (command instanceof PtCommand.Completion it) {
            completion(it, map);
        } else if (command instanceof PtCommand.Abort it) {
            it.result().ifPresent(result -> map.put("result", code(result, ResultCode.meaning(result))));
            putCurrency(it.currency(), map);
            fields(it.fields(), map);
        } else if (command instanceof PtCommand.PrintLine it) {
            map.put("attribute", String.format("%02X", it.attribute()));
            map.put("text", it.attribute() == 0xFF ? it.text().toHex() : FieldExplainer.text(it.text()));
        } else if (command instanceof PtCommand.PrintTextBlock it) {
            container(it.tlv(), map);
        } else if (command instanceof PtCommand.SetClock it) {
            fields(it.fields(), map);
        } else {
            other(((PtCommand.Other) command).apdu(), map);
        }
    }

    /** Bitmaps, or version and status as after a status enquiry: whichever can be read to the end. */
    private static void completion(PtCommand.Completion completion, Map<String, Object> map) {
        Fields asBitmaps = completion.fields();
        Optional<TerminalStatus> asStatus = completion.terminalStatus();
        boolean bare = completion.data().size() == 1
                || !asStatus.map(TerminalStatus::version).orElse("").isEmpty();
        if (asStatus.isPresent() && (bare || asBitmaps.unread().isPresent())) {
            TerminalStatus status = asStatus.get();
            if (!status.version().isEmpty()) {
                map.put("version", status.version());
            }
            map.put("status", code(status.code(), status.meaning()));
            container(status.tlv(), map);
        } else {
            fields(asBitmaps, map);
        }
    }

    private static void other(Apdu apdu, Map<String, Object> map) {
        Fields fields = Fields.read(apdu.data());
        if (fields.unread().isEmpty()) {
            fields(fields, map);
        } else {
            // May hold card data: only its size is told.
            map.put("dataBytes", apdu.data().size());
        }
    }

    private static void withPassword(Fields fields, Map<String, Object> map) {
        map.put("password", "hidden");
        fields(fields, map);
    }

    private static void fields(Fields fields, Map<String, Object> map) {
        Map<String, Object> bmp = FieldExplainer.bmp(fields);
        if (!bmp.isEmpty()) {
            map.put("bmp", bmp);
        }
        container(fields.tlv(), map);
        fields.unread().ifPresent(why -> fail(map, why));
        if (!fields.damaged().isEmpty()) {
            List<String> numbers = fields.damaged().stream()
                    .sorted()
                    .map(number -> String.format("%02X", number))
                    .toList();
            fail(map, "unusable bitmaps: " + String.join(", ", numbers));
        }
    }

    private static void container(Tlv tlv, Map<String, Object> map) {
        if (!tlv.objects().isEmpty()) {
            map.put("tlv", FieldExplainer.tlv(tlv.objects()));
        }
        tlv.problem().ifPresent(problem -> fail(map, problem));
    }

    private static void putCurrency(Optional<String> numeric, Map<String, Object> map) {
        numeric.ifPresent(digits -> {
            Map<String, Object> currency = new LinkedHashMap<>();
            currency.put("value", digits);
            ZvtCurrency.letters(digits).ifPresent(letters -> currency.put("meaning", letters));
            map.put("currency", currency);
        });
    }

    /** Section 7.1. */
    private static String config(int config) {
        List<String> bits = new ArrayList<>();
        addBit(bits, config, 0x02, "till prints payment receipts");
        addBit(bits, config, 0x04, "till prints administrative receipts");
        addBit(bits, config, 0x08, "intermediate status wanted");
        addBit(bits, config, 0x10, "amounts only from the till");
        addBit(bits, config, 0x20, "administration only from the till");
        addBit(bits, config, 0x80, "terminal formats receipts");
        return String.join(", ", bits);
    }

    private static void addBit(List<String> bits, int config, int bit, String meaning) {
        if ((config & bit) != 0) {
            bits.add(meaning);
        }
    }

    private static Map<String, Object> code(int code, String meaning) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("value", String.format("%02X", code));
        map.put("meaning", meaning);
        return map;
    }

    private static Map<String, Object> signal(int octet) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("command", String.format("%02X", octet));
        map.put("name", octet == ACK ? "ACK" : "NAK");
        map.put("valid", true);
        return map;
    }

    private static Map<String, Object> problem(String why) {
        Map<String, Object> map = new LinkedHashMap<>();
        fail(map, why);
        return map;
    }

    private static void fail(Map<String, Object> map, String why) {
        map.put("valid", false);
        map.merge("error", why, (before, more) -> before + "; " + more);
    }
}
