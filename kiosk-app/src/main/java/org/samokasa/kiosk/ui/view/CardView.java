package org.samokasa.kiosk.ui.view;

import java.awt.Dimension;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.SwingConstants;
import org.samokasa.kiosk.ui.model.Control;
import org.samokasa.kiosk.ui.model.ViewState.Card;
import org.samokasa.kiosk.ui.theme.Look;
import org.samokasa.kiosk.ui.theme.Token;
import org.samokasa.kiosk.ui.theme.Type;

/**
 * One thing to read and do, from top to bottom. Laid out by hand: heights follow from how text wraps at the width, which
 * no layout manager at hand carries through.
 */
final class CardView extends Placed {
    static final double OTHER_MM = 20;
    static final double PRIMARY_MM = 25;

    private static final double BUTTONS_GAP_MM = 6;
    private static final double PICTURE_MAX_MM = 140;
    private static final double NARROW_MM = 150;

    /** Of the width, for a code beside its words. */
    private static final double CODE_SHARE = 0.4;

    private final transient Look look;
    private final PictureView picture = new PictureView();
    private final CodeView code;
    private final Label headline;
    private final Label text;
    private final Label figure;
    private final Label note;
    private final ThumbRow thumbs;
    private final AnswerRow answers;
    private final StepsView steps;
    private final RingView ring;
    private final ControlGrid others;
    private final ControlGrid primary;
    private boolean bigRing;
    /** Controls without words, as faces, stand in one row. */
    private boolean pictured;
    /** All buttons in one row: a low window has no room for two above which there is a row of answers or of steps. */
    private boolean inOneRow;

    private final boolean dialogWide;

    /**
     * @param page whether it fills the window: then its words are larger
     * @param wide whether the window lies
     */
    CardView(Look look, Consumer<Control> presses, boolean page, boolean wide) {
        // A part without a layout manager would ask for the size it has, and never shrink again for what comes beside
        // it.
        setMinimumSize(new Dimension());
        setPreferredSize(new Dimension());
        this.look = look;
        dialogWide = wide && !page;
        setOpaque(false);
        headline = new Label(look, page ? Type.PAGE : Type.HEADLINE, Token.TEXT, SwingConstants.CENTER);
        text = new Label(look, page ? Type.LEAD : Type.BODY, Token.TEXT_2, SwingConstants.CENTER);
        figure = new Label(look, Type.FIGURE, Token.TEXT, SwingConstants.CENTER);
        note = new Label(look, Type.BODY, Token.TEXT_2, SwingConstants.CENTER);
        thumbs = new ThumbRow(look);
        answers = new AnswerRow(look, presses);
        steps = new StepsView(look, wide);
        ring = new RingView(look);
        code = new CodeView(look);
        others = new ControlGrid(look, presses, this::columns, look.mm(OTHER_MM));
        primary = new ControlGrid(look, presses, count -> 1, look.mm(PRIMARY_MM));
        List.of(picture, code, headline, text, figure, note, thumbs, answers, steps, ring, others, primary)
                .forEach(this::add);
    }

    private int columns(int count) {
        if (pictured || inOneRow) {
            return count;
        }
        return getWidth() < look.mm(NARROW_MM) ? 1 : Math.min(2, count);
    }

    void show(Card card) {
        picture.show(card.picture());
        code.show(card.code(), card.headline());
        headline.show(card.headline());
        text.show(card.text());
        figure.show(card.figure());
        note.show(card.note());
        thumbs.show(card.items());
        answers.show(card.answers());
        steps.show(card.steps());
        bigRing = card.picture().isEmpty() && code.isEmpty() && card.items().isEmpty();
        ring.show(card.ring(), bigRing);
        pictured = card.others().stream().allMatch(control -> control.label().isEmpty());
        boolean guided = !card.answers().isEmpty() || !card.steps().isEmpty();
        inOneRow = dialogWide
                && guided
                && !card.others().isEmpty()
                && card.primary().isPresent();
        others.show(card.others());
        primary.show(card.primary().map(List::of).orElse(List.of()));
        invalidate();
        doLayout();
        repaint();
    }

    /** Height of what is read, without the picture. */
    private int wordsHeight(int width) {
        int gap = look.gap();
        int words = 0;
        words += plus(headline.heightFor(width), look.mm(2));
        words += plus(text.heightFor(width), gap);
        words += plus(figure.heightFor(width), 0);
        words += plus(note.heightFor(width), gap);
        words += plus(thumbs.heightFor(width), gap);
        words += plus(answers.heightFor(width), gap);
        words += plus(steps.heightFor(width), gap);
        return words + plus(ring.height(), gap);
    }

    /** Height of what is pressed, with the space above it. */
    private int buttonsHeight() {
        if (inOneRow) {
            return plus(primary.height(), look.mm(BUTTONS_GAP_MM));
        }
        int buttons = plus(others.height(), primary.height() == 0 ? 0 : look.gap()) + primary.height();
        return plus(buttons, look.mm(BUTTONS_GAP_MM));
    }

    private static int plus(int height, int gap) {
        return height == 0 ? 0 : height + gap;
    }

    /** Height of the whole card with a picture of this height. */
    int heightFor(int width, int pictureHeight) {
        // Columns depend on the width this is asked for.
        setSize(width, getHeight());
        answers.fit(Integer.MAX_VALUE, width);
        int drawn = plus(isDrawn() ? Math.max(pictureHeight, code.leastHeight()) : 0, look.gap());
        return drawn + wordsHeight(width) + buttonsHeight();
    }

    @Override
    public void doLayout() {
        int width = getWidth();
        int gap = look.gap();
        if (width == 0) {
            return;
        }
        if (inOneRow) {
            oneRow();
        } else {
            int bottom = fromBottom(primary, primary.height(), getHeight(), gap);
            fromBottom(others, others.height(), bottom, gap);
        }
        int room = getHeight() - buttonsHeight();
        answers.fit(room - wordsHeight(width) + answers.heightFor(width), width);
        int spare = room - wordsHeight(width) - gap;
        boolean beside = !code.isEmpty() && spare < code.leastHeight();
        if (beside) {
            // Where a code above its words would be too small to read, it stands beside them.
            int side = Math.max(code.leastHeight(), Math.min(room, (int) (width * CODE_SHARE)));
            code.setBounds(0, Math.max(0, (room - side) / 2), side, side);
            int words = wordsHeight(width - side - gap);
            place(side + gap, Math.max(0, (room - words) / 2));
        } else {
            JComponent drawn = code.isEmpty() ? picture : code;
            int most = Math.min(width, look.mm(PICTURE_MAX_MM));
            int height = isDrawn() ? Math.max(code.leastHeight(), Math.min(spare, most)) : 0;
            int y = Math.max(0, (room - wordsHeight(width) - plus(height, gap)) / 2);
            place(0, place(drawn, 0, height, y, gap));
        }
    }

    /** The one thing to do stands at the right, where it is on every lying screen. */
    private void oneRow() {
        int count = others.count() + 1;
        int cell = (getWidth() - (count - 1) * look.gap()) / count;
        int high = primary.height();
        int y = getHeight() - high;
        others.setBounds(0, y, getWidth() - cell - look.gap(), high);
        primary.setBounds(getWidth() - cell, y, cell, high);
        others.doLayout();
        primary.doLayout();
    }

    /** Everything that is read, from here down. */
    private void place(int x, int from) {
        int width = getWidth() - x;
        int gap = look.gap();
        int y = bigRing ? place(ring, x, ring.height(), from, gap) : from;
        y = place(headline, x, headline.heightFor(width), y, look.mm(2));
        y = place(text, x, text.heightFor(width), y, gap);
        y = place(figure, x, figure.heightFor(width), y, 0);
        y = place(note, x, note.heightFor(width), y, gap);
        y = place(thumbs, x, thumbs.heightFor(width), y, gap);
        y = place(answers, x, answers.heightFor(width), y, gap);
        answers.doLayout();
        y = place(steps, x, steps.heightFor(width), y, gap);
        if (!bigRing) {
            place(ring, x, ring.height(), y, gap);
        }
    }

    private boolean isDrawn() {
        return !picture.isEmpty() || !code.isEmpty();
    }

    private int place(JComponent part, int x, int height, int y, int gap) {
        part.setBounds(x, y, getWidth() - x, height);
        return height == 0 ? y : y + height + gap;
    }

    private int fromBottom(ControlGrid grid, int height, int bottom, int gap) {
        grid.setBounds(0, bottom - height, getWidth(), height);
        grid.doLayout();
        return height == 0 ? bottom : bottom - height - gap;
    }
}
