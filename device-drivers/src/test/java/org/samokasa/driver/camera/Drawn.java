package org.samokasa.driver.camera;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import org.samokasa.protocol.Bytes;
import org.samokasa.protocol.greyframe.GreyFrame;
import org.samokasa.transport.picture.PictureFile;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.output.Java2DRenderer;

/** Camera frames with a code in them, drawn by a library that shares nothing with the decoder. */
final class Drawn {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private Drawn() {}

    static Symbol ean13(String twelve) {
        Ean ean = new Ean();
        ean.setContent(twelve);
        return ean;
    }

    static Symbol qr(String text) {
        QrCode qr = new QrCode();
        qr.setContent(text);
        return qr;
    }

    /** @param degrees clockwise */
    static GreyFrame frame(Symbol symbol, int modulePixels, int degrees) {
        symbol.setModuleWidth(1);
        symbol.setQuietZoneHorizontal(10);
        symbol.setQuietZoneVertical(10);
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D paper = picture.createGraphics();
        paper.setColor(Color.LIGHT_GRAY);
        paper.fillRect(0, 0, WIDTH, HEIGHT);
        AffineTransform place = AffineTransform.getTranslateInstance(WIDTH / 2.0, HEIGHT / 2.0);
        place.rotate(Math.toRadians(degrees));
        place.translate(-symbol.getWidth() * modulePixels / 2.0, -symbol.getHeight() * modulePixels / 2.0);
        paper.transform(place);
        new Java2DRenderer(
                        paper,
                        modulePixels,
                        uk.org.okapibarcode.graphics.Color.WHITE,
                        uk.org.okapibarcode.graphics.Color.BLACK)
                .render(symbol);
        paper.dispose();
        return PictureFile.grey(picture);
    }

    static GreyFrame empty() {
        byte[] grey = new byte[WIDTH * HEIGHT];
        java.util.Arrays.fill(grey, (byte) 0x80);
        return new GreyFrame(WIDTH, HEIGHT, grey);
    }

    static Bytes pgm(GreyFrame frame) {
        byte[] head = Bytes.ascii("P5\n" + frame.width() + " " + frame.height() + "\n255\n")
                .toArray();
        byte[] all = java.util.Arrays.copyOf(head, head.length + frame.pixels().length);
        System.arraycopy(frame.pixels(), 0, all, head.length, frame.pixels().length);
        return Bytes.copyOf(all);
    }
}
