package org.samokasa.driver.camera;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.samokasa.protocol.greyframe.GreyFrame;

/**
 * Finds the code in a picture. Cheap looks come first and most codes need no other; formats that no till sells from are
 * never tried, which is what most wrong reads of an open search are. Stateless between pictures.
 */
public final class CodeReader {
    /** Wider pictures are looked at in half size first: a quarter of the work, and codes held to a camera are large. */
    private static final int HALVE_FROM = 800;

    /** Narrower ones are also looked at in twice their size: bars of less than two pixels are read badly. */
    private static final int DOUBLE_BELOW = 900;

    private static final Set<BarcodeFormat> LINEAR = EnumSet.of(
            BarcodeFormat.EAN_13,
            BarcodeFormat.EAN_8,
            BarcodeFormat.ITF,
            BarcodeFormat.CODE_128,
            BarcodeFormat.RSS_14,
            BarcodeFormat.RSS_EXPANDED);
    private static final Set<BarcodeFormat> MATRIX = EnumSet.of(BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX);

    private final Map<DecodeHintType, Object> fast;
    private final Map<DecodeHintType, Object> thorough;
    private final Map<DecodeHintType, Object> matrix;

    /** One way of looking. */
    private record Look(
            UnaryOperator<FrameSource> prepared,
            Function<FrameSource, Binarizer> binarizer,
            Map<DecodeHintType, Object> hints) {}

    /** @param upcE whether the shop sells goods with UPC-E: off, because parts of an EAN-13 at an angle look like one */
    public CodeReader(boolean upcE) {
        Set<BarcodeFormat> linear = EnumSet.copyOf(LINEAR);
        if (upcE) {
            linear.add(BarcodeFormat.UPC_E);
        }
        Set<BarcodeFormat> all = EnumSet.copyOf(linear);
        all.addAll(MATRIX);
        fast = hints(all, false);
        thorough = hints(all, true);
        matrix = hints(MATRIX, true);
    }

    private static Map<DecodeHintType, Object> hints(Set<BarcodeFormat> formats, boolean tryHarder) {
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.POSSIBLE_FORMATS, formats);
        hints.put(DecodeHintType.ASSUME_GS1, Boolean.TRUE);
        hints.put(DecodeHintType.ALLOWED_LENGTHS, new int[] {14});
        if (tryHarder) {
            hints.put(DecodeHintType.TRY_HARDER, Boolean.TRUE);
        }
        return hints;
    }

    /** The code in a still picture, however long it takes (some tenths of a second when there is none). */
    public Optional<SeenCode> read(GreyFrame picture) {
        FrameSource source = FrameSource.of(picture);
        for (Look look : looks(picture)) {
            Optional<SeenCode> seen = look(source, look);
            if (seen.isPresent()) {
                return seen;
            }
        }
        return Optional.empty();
    }

    /**
     * The code in one frame of many: a fast look, then one costlier one, another with each frame, so that a code that the
     * camera goes on seeing is found in any position within some frames.
     *
     * @param number of the frame, counted from anywhere
     */
    public Optional<SeenCode> read(GreyFrame frame, int number) {
        FrameSource source = FrameSource.of(frame);
        List<Look> looks = looks(frame);
        Optional<SeenCode> seen = look(source, looks.get(0));
        return seen.isPresent() ? seen : look(source, looks.get(1 + Math.floorMod(number, looks.size() - 1)));
    }

    private List<Look> looks(GreyFrame picture) {
        boolean large = picture.width() >= HALVE_FROM;
        UnaryOperator<FrameSource> asIs = UnaryOperator.identity();
        UnaryOperator<FrameSource> small = large ? FrameSource::halved : asIs;
        UnaryOperator<FrameSource> eighth = FrameSource::turnedAnEighth;
        UnaryOperator<FrameSource> scaled = picture.width() < DOUBLE_BELOW ? FrameSource::doubled : asIs;
        return List.of(
                new Look(small, HybridBinarizer::new, fast),
                new Look(asIs, HybridBinarizer::new, thorough),
                new Look(source -> eighth.apply(small.apply(source)), HybridBinarizer::new, thorough),
                new Look(small, GlobalHistogramBinarizer::new, thorough),
                new Look(scaled, HybridBinarizer::new, thorough),
                new Look(source -> source.halved().halved(), HybridBinarizer::new, matrix),
                new Look(asIs, GlobalHistogramBinarizer::new, matrix));
    }

    /** A reader made anew for each look: a used one remembers halves of earlier pictures. */
    private static Optional<SeenCode> look(FrameSource source, Look look) {
        MultiFormatReader reader = new MultiFormatReader();
        try {
            FrameSource prepared = look.prepared().apply(source);
            Result found = reader.decode(new BinaryBitmap(look.binarizer().apply(prepared)), look.hints());
            return SeenCode.of(found);
        } catch (NotFoundException nothing) {
            return Optional.empty();
        }
    }
}
