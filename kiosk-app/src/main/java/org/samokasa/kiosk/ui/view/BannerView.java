package org.samokasa.kiosk.ui.view;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState.Banner;
import org.samokasa.kiosk.ui.model.ViewState.Mood;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Pictures;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/** One line under the status bar; answers to it stand beside it, or below where that leaves the words no room. */
final class BannerView extends Drawn {
    /** Room for two answers, each of two lines in any language. */
    private static final double ANSWERS_MM = 120;

    /** Narrower than this a question breaks into too many lines. */
    private static final double WORDS_MM = 110;

    /** Left of the words, with the icon. */
    private static final double BEFORE_MM = 19;

    private static final double EDGE_MM = 7;

    private final transient Look look;
    private final ControlGrid answers;
    private transient Optional<Banner> shown = Optional.empty();

    BannerView(Look look, Consumer<Control> presses) {
        this.look = look;
        answers = new ControlGrid(look, presses, count -> count, look.mm(CardView.OTHER_MM));
        add(answers);
        setVisible(false);
    }

    void show(Optional<Banner> next) {
        if (wouldChange(next)) {
            shown = next;
            setVisible(next.isPresent());
            answers.show(next.map(Banner::controls).orElse(List.of()));
            answers.setVisible(answers.height() > 0);
            next.ifPresent(banner -> getAccessibleContext().setAccessibleName(banner.text()));
            repaint();
        }
    }

    boolean wouldChange(Optional<Banner> next) {
        return !next.equals(shown);
    }

    int heightFor(int width) {
        if (shown.isEmpty()) {
            return 0;
        }
        int words = wordsHeight(width);
        int pressed = answers.height();
        if (pressed == 0) {
            return words;
        }
        return isBeside(width) ? Math.max(words, pressed + look.mm(6)) : words + pressed + look.mm(3);
    }

    private boolean isBeside(int width) {
        return width - look.mm(BEFORE_MM + ANSWERS_MM + 2 * EDGE_MM) >= look.mm(WORDS_MM);
    }

    private int wordsHeight(int width) {
        FontMetrics metrics = getFontMetrics(look.font(Type.STRONG));
        return lines(metrics, width).size() * Ink.lineHeight(metrics) + look.mm(6);
    }

    private List<String> lines(FontMetrics metrics, int width) {
        int taken = answers.height() > 0 && isBeside(width) ? look.mm(ANSWERS_MM + EDGE_MM) : 0;
        return Ink.wrap(shown.orElseThrow().text(), metrics, width - look.mm(BEFORE_MM + EDGE_MM) - taken);
    }

    @Override
    public void doLayout() {
        int height = answers.height();
        if (isBeside(getWidth())) {
            int wide = look.mm(ANSWERS_MM);
            answers.setBounds(getWidth() - wide - look.mm(EDGE_MM), (getHeight() - height) / 2, wide, height);
        } else {
            int edge = look.mm(EDGE_MM);
            answers.setBounds(edge, getHeight() - height - look.mm(3), getWidth() - 2 * edge, height);
        }
        answers.doLayout();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (shown.isEmpty()) {
            return;
        }
        Graphics2D g = Ink.smooth(graphics);
        boolean calm = shown.get().mood() == Mood.CALM;
        Color ink = (calm ? Token.ON_CALM : Token.ON_ATTENTION).color();
        g.setColor((calm ? Token.CALM : Token.ATTENTION).color());
        Ink.plain(g, 0, 0, getWidth(), getHeight());
        g.setColor(Token.LINE.color());
        Ink.plain(g, 0, getHeight() - look.border(), getWidth(), look.border());
        int icon = look.mm(8);
        // Answers that stand below take their height from the words.
        int below = answers.height() > 0 && !isBeside(getWidth()) ? answers.height() + look.mm(3) : 0;
        int words = getHeight() - below;
        Pictures.icon(g, shown.get().icon(), look.mm(7), (words - icon) / 2, icon, ink);
        g.setFont(look.font(Type.STRONG));
        g.setColor(ink);
        FontMetrics metrics = g.getFontMetrics();
        List<String> lines = lines(metrics, getWidth());
        int lineHeight = Ink.lineHeight(metrics);
        int baseline =
                (words - lineHeight * lines.size()) / 2 + (lineHeight + metrics.getAscent() - metrics.getDescent()) / 2;
        for (String line : lines) {
            g.drawString(line, look.mm(BEFORE_MM), baseline);
            baseline += lineHeight;
        }
        g.dispose();
    }
}
