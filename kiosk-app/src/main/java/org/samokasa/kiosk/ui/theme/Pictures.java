package org.samokasa.kiosk.ui.theme;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Bundled drawings, rendered once for each size and colour. Event thread only. */
public final class Pictures {
    /** Rendered images kept; a screen shows at most about forty. */
    private static final int KEPT_MAX = 256;

    private static final Map<Key, BufferedImage> KEPT = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, BufferedImage> eldest) {
            return size() > KEPT_MAX;
        }
    };

    /** @param rgb colour of a one-coloured icon, 0 for a picture in its own colours */
    private record Key(String path, int size, int rgb) {}

    private Pictures() {}

    public static boolean has(String name) {
        return url("pictures/" + name).isPresent();
    }

    public static boolean hasIcon(String name) {
        return url("icons/" + name).isPresent();
    }

    /** Paints a picture into this square; false when there is none of that name. */
    public static boolean paint(Graphics2D g, String name, int x, int y, int size) {
        return paint(g, "pictures/" + name, x, y, size, 0);
    }

    /** Paints a one-coloured icon into this square. */
    public static void icon(Graphics2D g, String name, int x, int y, int size, Color color) {
        if (!paint(g, "icons/" + name, x, y, size, color.getRGB())) {
            throw new IllegalStateException("icon " + name + " is missing");
        }
    }

    private static boolean paint(Graphics2D g, String path, int x, int y, int size, int rgb) {
        double scale = g.getTransform().getScaleX();
        Key key = new Key(path, (int) Math.ceil(size * scale), rgb);
        BufferedImage image = KEPT.get(key);
        if (image == null) {
            Optional<URL> url = url(path);
            if (url.isEmpty() || size <= 0) {
                return false;
            }
            image = render(url.get(), key);
            KEPT.put(key, image);
        }
        g.drawImage(image, x, y, size, size, null);
        return true;
    }

    /** Drawn at twice the size and halved: clipped edges come out smooth, which the SVG renderer alone does not do. */
    private static BufferedImage render(URL url, Key key) {
        FlatSVGIcon icon = new FlatSVGIcon(url).derive(2 * key.size(), 2 * key.size());
        if (key.rgb() != 0) {
            icon.setColorFilter(new FlatSVGIcon.ColorFilter(any -> new Color(key.rgb(), true)));
        }
        BufferedImage large = new BufferedImage(2 * key.size(), 2 * key.size(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = large.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        icon.paintIcon(null, g, 0, 0);
        g.dispose();
        BufferedImage image = new BufferedImage(key.size(), key.size(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D half = image.createGraphics();
        half.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        half.drawImage(large, 0, 0, key.size(), key.size(), null);
        half.dispose();
        return image;
    }

    private static Optional<URL> url(String path) {
        return path.matches("[a-z]+/[a-z0-9-]+")
                ? Optional.ofNullable(Pictures.class.getResource("/org/samokasa/kiosk/ui/" + path + ".svg"))
                : Optional.empty();
    }
}
