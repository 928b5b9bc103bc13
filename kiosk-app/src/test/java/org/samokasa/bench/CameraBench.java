package org.samokasa.bench;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.HybridBinarizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samokasa.driver.camera.CodeReader;
import org.samokasa.driver.camera.SeenCode;
import org.samokasa.protocol.greyframe.GreyFrame;

/**
 * P13: codes in single pictures, right, wrong and the time for one, against ZXing looking for everything as hard as it can.
 * The system property {@code samokasa.pictures} names a folder of pictures with texts to measure instead of drawn ones.
 */
final class CameraBench {
    private static final int PICTURES = 240;
    private static final long SEED = 42;
    private static final int WARM_UP = 40;

    private CameraBench() {}

    private interface Reader {
        Optional<String> read(GreyFrame picture);
    }

    private static final class Score {
        private final List<Double> millis = new ArrayList<>();
        private int right;
        private int wrong;

        void take(Reader reader, CameraFrames.Shown shown, boolean counts) {
            long began = System.nanoTime();
            Optional<String> read = reader.read(shown.frame()).map(CameraFrames::plain);
            double took = (System.nanoTime() - began) / 1e6;
            if (counts) {
                millis.add(took);
                right += read.filter(shown.data()::equals).isPresent() ? 1 : 0;
                wrong += read.filter(text -> !text.equals(shown.data())).isPresent() ? 1 : 0;
            }
        }

        double median() {
            return Pairs.median(millis.stream().mapToDouble(each -> each).toArray());
        }
    }

    static List<Figure> run() throws IOException {
        String folder = System.getProperty("samokasa.pictures", "");
        List<CameraFrames.Shown> all =
                folder.isEmpty() ? CameraFrames.drawn(PICTURES, SEED) : CameraFrames.files(Path.of(folder));
        CodeReader reader = new CodeReader(false);
        Reader ours = picture -> reader.read(picture).map(SeenCode::text);
        Score own = new Score();
        Score reference = new Score();
        for (int i = -Math.min(WARM_UP, all.size()); i < all.size(); i++) {
            CameraFrames.Shown shown = all.get(i < 0 ? i + all.size() : i);
            boolean first = i % 2 == 0;
            // In turn, so that neither always finds the picture in the processor's cache.
            (first ? own : reference).take(first ? ours : CameraBench::zxing, shown, i >= 0);
            (first ? reference : own).take(first ? CameraBench::zxing : ours, shown, i >= 0);
        }
        String what = " of " + all.size() + " pictures";
        return List.of(
                figure("P13", "codes read right" + what, own.right, "codes", reference.right, "> 1"),
                figure("P13b", "codes read wrong" + what, own.wrong, "codes", reference.wrong, "< 1"),
                figure("P13c", "time for a picture, p50", own.median(), "ms", reference.median(), "< 1"));
    }

    private static Figure figure(String metric, String what, double ours, String unit, double reference, String goal) {
        return new Figure(metric, what, ours, unit, reference, ours / Math.max(reference, 1e-3), Optional.of(goal));
    }

    private static Optional<String> zxing(GreyFrame picture) {
        Map<DecodeHintType, Object> hints = Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.ASSUME_GS1, true);
        try {
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new Plain(picture)));
            return Optional.of(new MultiFormatReader().decode(bitmap, hints).getText());
        } catch (NotFoundException nothing) {
            return Optional.empty();
        }
    }

    /** The frame as ZXing wants it, turned when it asks: that is how it finds bars that stand. */
    private static final class Plain extends LuminanceSource {
        private final GreyFrame frame;

        Plain(GreyFrame frame) {
            super(frame.width(), frame.height());
            this.frame = frame;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] into = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
            System.arraycopy(frame.pixels(), y * getWidth(), into, 0, getWidth());
            return into;
        }

        @Override
        public byte[] getMatrix() {
            return frame.pixels();
        }

        @Override
        public boolean isRotateSupported() {
            return true;
        }

        @Override
        public LuminanceSource rotateCounterClockwise() {
            int width = getHeight();
            int height = getWidth();
            byte[] turned = new byte[width * height];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    turned[y * width + x] = frame.pixels()[x * getWidth() + getWidth() - 1 - y];
                }
            }
            return new Plain(new GreyFrame(width, height, turned));
        }
    }
}
