package org.samokasa.driver.camera;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    private final Map<DecodeHintType, Object> fastBars;
    private final Map<DecodeHintType, Object> bars;
    private final Map<DecodeHintType, Object> fastSquares;
    private final Map<DecodeHintType, Object> squares;
    private final Map<DecodeHintType, Object> all;

    /** One way of looking. */
    private interface Look {
        Optional<SeenCode> at(FrameSource picture);
    }

    /** @param upcE whether the shop sells goods with UPC-E: off, because parts of an EAN-13 at an angle look like one */
    public CodeReader(boolean upcE) {
        Set<BarcodeFormat> linear = EnumSet.copyOf(LINEAR);
        if (upcE) {
            linear.add(BarcodeFormat.UPC_E);
        }
        Set<BarcodeFormat> any = EnumSet.copyOf(linear);
        any.addAll(MATRIX);
        fastBars = hints(linear, false);
        bars = hints(linear, true);
        fastSquares = hints(MATRIX, false);
        squares = hints(MATRIX, true);
        all = hints(any, true);
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

    /**
     * The code in a still picture, however long it takes (some tenths of a second when there is none). There is no second
     * frame to agree with it, so codes that are easily misread want two different looks that agree.
     */
    public Optional<SeenCode> read(GreyFrame picture) {
        FrameSource source = FrameSource.of(picture);
        Set<String> once = new HashSet<>();
        for (Look look :
                Stream.concat(quick(source).stream(), costlier(source).stream()).toList()) {
            Optional<SeenCode> seen = look.at(source);
            if (seen.isPresent()
                    && (!wantsTwo(seen.get()) || !once.add(seen.get().text()))) {
                return seen;
            }
        }
        return Optional.empty();
    }

    /** All codes in a still picture, the one that {@link #read} finds first; several packs, or bars and a square of one. */
    public List<SeenCode> readAll(GreyFrame picture) {
        Map<String, SeenCode> found = new LinkedHashMap<>();
        read(picture).ifPresent(code -> found.put(code.text(), code));
        if (found.isEmpty()) {
            return List.of();
        }
        CodeLocator locator = new CodeLocator(FrameSource.of(picture));
        for (FrameSource strip : locator.bars()) {
            Optional<SeenCode> upper = bars(strip.upperHalf());
            upper.filter(code -> !wantsTwo(code) || bars(strip.lowerHalf()).equals(upper))
                    .ifPresent(code -> found.putIfAbsent(code.text(), code));
        }
        for (FrameSource part : locator.squares()) {
            squares(part).ifPresent(code -> found.putIfAbsent(code.text(), code));
        }
        return List.copyOf(found.values());
    }

    private static boolean wantsTwo(SeenCode code) {
        return !code.sure() || code.symbology().equals(BarcodeFormat.CODE_128.name());
    }

    /**
     * The code in one frame of many: quick looks, then one costlier one, another with each frame, so that a code that the
     * camera goes on seeing is found in any position within some frames.
     *
     * @param number of the frame, counted from anywhere
     */
    public Optional<SeenCode> read(GreyFrame frame, int number) {
        FrameSource source = FrameSource.of(frame);
        List<Look> looks = new ArrayList<>(quick(source));
        List<Look> costlier = costlier(source);
        looks.add(costlier.get(Math.floorMod(number, costlier.size())));
        return looks.stream()
                .map(look -> look.at(source))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Looks at the whole picture, then where gradients say that a code may be: bars turned upright, squares cut out. */
    private List<Look> quick(FrameSource source) {
        BinaryBitmap small = new BinaryBitmap(new HybridBinarizer(isLarge(source) ? source.halved() : source));
        CodeLocator locator = new CodeLocator(source);
        return List.of(
                picture -> decoded(small, isLarge(picture) ? fastSquares : squares),
                picture -> decoded(small, fastBars),
                picture -> first(locator.bars(), strip -> bars(strip.upperHalf())),
                picture -> first(locator.bars(), strip -> bars(strip.lowerHalf())),
                picture -> first(locator.bars(), this::bars),
                picture -> first(locator.squares(), this::squares));
    }

    private static Optional<SeenCode> first(List<FrameSource> parts, Look look) {
        return parts.stream().map(look::at).flatMap(Optional::stream).findFirst();
    }

    private Optional<SeenCode> bars(FrameSource strip) {
        return decoded(new BinaryBitmap(new GlobalHistogramBinarizer(strip)), bars);
    }

    private Optional<SeenCode> squares(FrameSource part) {
        return decoded(new BinaryBitmap(new HybridBinarizer(part)), squares)
                .or(() -> decoded(new BinaryBitmap(new HybridBinarizer(part.doubled())), squares))
                .or(() -> decoded(new BinaryBitmap(new GlobalHistogramBinarizer(part)), squares));
    }

    private List<Look> costlier(FrameSource source) {
        boolean small = source.getWidth() < DOUBLE_BELOW;
        return List.of(
                picture -> decoded(new BinaryBitmap(new HybridBinarizer(picture)), all),
                picture -> decoded(
                        new BinaryBitmap(
                                new HybridBinarizer((isLarge(picture) ? picture.halved() : picture).turnedAnEighth())),
                        all),
                picture -> decoded(new BinaryBitmap(new GlobalHistogramBinarizer(picture)), squares),
                picture -> decoded(
                        new BinaryBitmap(new HybridBinarizer(small ? picture.doubled() : picture.halved())), all),
                picture -> decoded(
                        new BinaryBitmap(new HybridBinarizer(picture.halved().halved())), squares));
    }

    private static boolean isLarge(FrameSource source) {
        return source.getWidth() >= HALVE_FROM;
    }

    /** A reader made anew for each look: a used one remembers halves of earlier pictures. */
    private static Optional<SeenCode> decoded(BinaryBitmap picture, Map<DecodeHintType, Object> hints) {
        try {
            return SeenCode.of(new MultiFormatReader().decode(picture, hints));
        } catch (NotFoundException nothing) {
            return Optional.empty();
        }
    }
}
