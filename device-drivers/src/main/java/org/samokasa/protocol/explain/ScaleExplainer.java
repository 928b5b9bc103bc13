package org.samokasa.protocol.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.scale.ScaleAnswer;
import org.samokasa.protocol.scale.ScaleFrame;
import org.samokasa.protocol.scale.ScaleFramer;
import org.samokasa.protocol.scale8217.Scale8217Codec;
import org.samokasa.protocol.scalecas.CasCodec;
import org.samokasa.protocol.scalecas.CasStreamCodec;
import org.samokasa.protocol.scaledialog.DialogCodec;
import org.samokasa.protocol.scaledialog.DialogReply;
import org.samokasa.protocol.scalenci.NciCodec;
import org.samokasa.protocol.scalesma.SmaCodec;
import org.samokasa.protocol.scaletext.AdamCodec;
import org.samokasa.protocol.scaletext.EpelsaCodec;

/** What a serial scale said, protocol by protocol. */
public final class ScaleExplainer {
    /** How one protocol is read. */
    private record Words(
            Supplier<ScaleFramer> framer, Function<Bytes, Map<String, Object>> frame, Map<Bytes, String> requests) {}

    private static final Map<String, Words> PROTOCOLS = protocols();

    private ScaleExplainer() {}

    /** The protocols that can be asked for. */
    public static Set<String> names() {
        return PROTOCOLS.keySet();
    }

    private static Map<String, Words> protocols() {
        Map<String, Words> all = new TreeMap<>();
        all.put(
                "8217",
                words(
                        Scale8217Codec::framer,
                        Scale8217Codec::decode,
                        Scale8217Codec.ASK_WEIGHT,
                        Scale8217Codec.ASK_ZERO));
        all.put("nci", words(NciCodec::framer, NciCodec::decode, NciCodec.ASK_WEIGHT, NciCodec.ASK_ZERO));
        all.put("sma", words(SmaCodec::framer, SmaCodec::decode, SmaCodec.ASK_WEIGHT, SmaCodec.ASK_ZERO));
        all.put("epelsa", new Words(EpelsaCodec::framer, body -> answer(EpelsaCodec.decode(body)), Map.of()));
        all.put("cas-stream", new Words(CasStreamCodec::framer, body -> answer(CasStreamCodec.decode(body)), Map.of()));
        Map<Bytes, String> adam = new LinkedHashMap<>();
        for (AdamCodec.Request request : AdamCodec.Request.values()) {
            adam.put(request.bytes(), "request for the weight");
        }
        all.put("adam", new Words(AdamCodec::framer, line -> answer(AdamCodec.decode(line)), adam));
        all.put(
                "cas",
                new Words(
                        CasCodec::framer,
                        ScaleExplainer::cas,
                        Map.of(CasCodec.ENQ, "enquiry", CasCodec.DC1, "request for the weight")));
        all.put(
                "dialog06",
                new Words(
                        DialogCodec::framer,
                        frame -> dialog(DialogCodec.decode(frame)),
                        Map.of(
                                DialogCodec.ASK_RESULT,
                                "request for the result",
                                DialogCodec.ASK_WHY,
                                "request for the reason")));
        // driver new scale: above this line
        return all;
    }

    private static Words words(
            Supplier<ScaleFramer> framer, Function<Bytes, ScaleAnswer> decoder, Bytes weight, Bytes zero) {
        return new Words(
                framer,
                body -> answer(decoder.apply(body)),
                Map.of(weight, "request for the weight", zero, "request to take the load as zero"));
    }

    /**
     * One map for each frame, at least one. Any bytes, never throws.
     *
     * @throws IllegalArgumentException naming the protocols when there is none of this name
     */
    public static List<Map<String, Object>> explain(String protocol, Bytes bytes) {
        Words words = PROTOCOLS.get(protocol);
        if (words == null) {
            throw new IllegalArgumentException("no protocol '" + protocol + "', known: " + PROTOCOLS.keySet());
        }
        String request = words.requests().get(bytes);
        if (request != null) {
            return List.of(Explained.fine(request, null));
        }
        List<Map<String, Object>> all = new ArrayList<>();
        ScaleFramer framer = words.framer().get();
        for (ScaleFrame frame : framer.feed(bytes)) {
            if (frame instanceof ScaleFrame.Whole whole) {
                all.add(words.frame().apply(whole.body()));
            } else if (frame instanceof ScaleFrame.Noise noise) {
                all.add(Explained.wrong("noise", "belongs to no frame: " + noise.bytes()));
            }
        }
        if (framer.pending() > 0) {
            all.add(Explained.incomplete(framer.pending()));
        }
        return all.isEmpty() ? List.of(Explained.wrong("nothing", "no bytes")) : all;
    }

    /** Weights are in grams. */
    static Map<String, Object> answer(ScaleAnswer answer) {
        if (answer instanceof ScaleAnswer.Weight weight) {
            return Explained.fine(weight.net() ? "net weight in grams" : "weight in grams", weight.grams());
        }
        if (answer instanceof ScaleAnswer.Pounds pounds) {
            return Explained.wrong("weight in another unit", "not kilograms: " + pounds.digits());
        }
        if (answer instanceof ScaleAnswer.NotReady not) {
            return Explained.fine("not ready", not.why());
        }
        if (answer instanceof ScaleAnswer.Refused refused) {
            return Explained.fine("refusal", refused.why());
        }
        if (answer instanceof ScaleAnswer.Fault fault) {
            return Explained.fine("fault", fault.why());
        }
        if (answer instanceof ScaleAnswer.Unreadable unreadable) {
            return Explained.wrong("unreadable", unreadable.why());
        }
        return Explained.fine(plain(answer), null);
    }

    private static String plain(ScaleAnswer answer) {
        if (answer instanceof ScaleAnswer.Zero) {
            return "zero";
        }
        if (answer instanceof ScaleAnswer.Moving) {
            return "in motion";
        }
        if (answer instanceof ScaleAnswer.UnderZero) {
            return "below zero";
        }
        if (answer instanceof ScaleAnswer.UnderMinimum) {
            return "below the least load";
        }
        if (answer instanceof ScaleAnswer.OverCapacity) {
            return "overload";
        }
        return answer instanceof ScaleAnswer.NothingNew ? "nothing new" : "switched on with a load, needs zeroing";
    }

    private static Map<String, Object> cas(Bytes frame) {
        if (frame.size() == 1) {
            return Explained.fine(frame.equals(CasCodec.ACK) ? "ready" : "not ready", null);
        }
        Map<String, Object> map = answer(CasCodec.decode(frame));
        if (!CasCodec.amount(frame).isEmpty() && Boolean.TRUE.equals(map.get("valid"))) {
            map.put("amount", CasCodec.amount(frame));
            map.put("unitPrice", CasCodec.unitPrice(frame));
        }
        return map;
    }

    private static Map<String, Object> dialog(DialogReply reply) {
        if (reply instanceof DialogReply.Result result) {
            Map<String, Object> map = Explained.fine(
                    result.unit() == DialogCodec.UNIT_KG ? "result in grams" : "result in unit " + result.unit(),
                    result.weight());
            map.put("unitPrice", result.unitPrice());
            map.put("amount", result.amount());
            return map;
        }
        if (reply instanceof DialogReply.Status status) {
            return Explained.fine("status " + status.code(), DialogCodec.meaning(status.code()));
        }
        if (reply instanceof DialogReply.ProofWanted wanted) {
            return Explained.fine("proof wanted", String.format("%02X", wanted.random()));
        }
        if (reply instanceof DialogReply.Unreadable unreadable) {
            return Explained.wrong("unreadable", unreadable.why());
        }
        return Explained.fine(word(reply), null);
    }

    private static String word(DialogReply reply) {
        if (reply instanceof DialogReply.Ack) {
            return "taken";
        }
        if (reply instanceof DialogReply.Nak) {
            return "not possible";
        }
        if (reply instanceof DialogReply.ProofAccepted) {
            return "proof accepted";
        }
        if (reply instanceof DialogReply.ProofRefused) {
            return "proof refused, the scale is blocked";
        }
        return reply instanceof DialogReply.Negative ? "below zero" : "no weight yet";
    }
}
