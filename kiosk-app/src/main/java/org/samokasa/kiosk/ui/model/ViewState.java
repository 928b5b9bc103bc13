package org.samokasa.kiosk.ui.model;

import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.domain.language.Language;

/**
 * Everything one screen shows, as ready text.
 *
 * @param page what fills the window
 * @param dialog a card above the page; while it is there the page takes no presses
 */
public record ViewState(
        ScreenId screen,
        Language language,
        StatusBar status,
        Optional<Banner> banner,
        Page page,
        Optional<Card> dialog,
        boolean highContrast) {

    /**
     * The line at the top of every screen.
     *
     * @param steps Scan, Pay, Receipt; empty while nobody shops
     * @param controls language, contrast, help: the same on every screen
     */
    public record StatusBar(String lane, String shop, List<Step> steps, List<Control> controls) {}

    public record Step(String text, Progress progress) {}

    public enum Progress {
        DONE,
        NOW,
        LATER
    }

    /**
     * One line under the status bar: who is coming, what does not work, what one would like to know.
     *
     * @param controls answers to it, two at most; whoever has none may pass it over
     */
    public record Banner(String icon, String text, Mood mood, List<Control> controls) {
        /** A line that only says something. */
        public Banner(String icon, String text, Mood mood) {
            this(icon, text, mood, List.of());
        }
    }

    public enum Mood {
        /** Somebody cares already. */
        CALM,
        /** The shopper should look. */
        ATTENTION
    }

    public sealed interface Page permits AttractPage, ShopPage, LookUpPage, CardPage, StaffPage {}

    /** @param accepted what can be paid with, each an icon with a word */
    public record AttractPage(
            String welcome,
            String headline,
            String text,
            String picture,
            List<Control> languages,
            String acceptedTitle,
            List<Mark> accepted,
            Control start)
            implements Page {}

    /** An icon with a word. */
    public record Mark(String icon, String text) {}

    public record ShopPage(Headline headline, BasketView basket, List<Control> actions, Control pay) implements Page {}

    /** @param notice true when it answers something the shopper just did */
    public record Headline(String text, String picture, boolean notice) {}

    /**
     * @param category the chosen shelf, empty while searching
     * @param typed what was typed so far, with its prompt
     * @param keys rows of letters, empty while a shelf is shown
     */
    public record LookUpPage(
            String headline,
            List<Control> shelves,
            String category,
            String typed,
            List<List<Control>> keys,
            List<Tile> tiles,
            String nothing,
            int wantedPage,
            Pager pager,
            BasketView basket,
            Control back)
            implements Page {}

    public record Tile(Control control, String name, String price, String picture) {}

    /** One thing to read and do. In landscape the basket stands beside it; empty for none. */
    public record CardPage(Card card, Optional<BasketView> basket) implements Page {}

    /**
     * A page for those who work here: denser than a shopper's, with the same sizes for fingers.
     *
     * @param figure large, in one line; empty for none
     * @param facts one line each, cut where they do not fit
     * @param controls side by side in so many columns
     * @param wire newest bytes, as many lines as there is room for; empty for none
     * @param bottom the ways off this page
     */
    public record StaffPage(
            String headline,
            String text,
            String figure,
            List<String> facts,
            List<Control> controls,
            int columns,
            List<String> wire,
            List<Control> bottom)
            implements Page {}

    /**
     * @param picture name of a picture, empty for none
     * @param figure an amount or a weight in large digits, empty for none
     * @param note a small line under the figure
     * @param items goods it is about
     * @param primary the one thing to do, empty when there is only waiting
     * @param code what a code in place of the picture says, for a phone to read
     * @param answers self-help cards to choose from
     * @param steps what to do, one picture with a sentence after the other
     */
    public record Card(
            String picture,
            String headline,
            String text,
            String figure,
            String note,
            List<Thumb> items,
            Optional<Ring> ring,
            List<Control> others,
            Optional<Control> primary,
            Optional<String> code,
            List<Tile> answers,
            List<Thumb> steps) {
        /** One that only says something. */
        public static Card of(String picture, String headline, String text) {
            return new Card(
                    picture,
                    headline,
                    text,
                    "",
                    "",
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of());
        }

        public Card withFigure(String figure, String note) {
            return new Card(picture, headline, text, figure, note, items, ring, others, primary, code, answers, steps);
        }

        public Card withItems(List<Thumb> items) {
            return new Card(picture, headline, text, figure, note, items, ring, others, primary, code, answers, steps);
        }

        public Card withRing(Optional<Ring> ring) {
            return new Card(picture, headline, text, figure, note, items, ring, others, primary, code, answers, steps);
        }

        public Card withOthers(List<Control> others) {
            return new Card(picture, headline, text, figure, note, items, ring, others, primary, code, answers, steps);
        }

        public Card withPrimary(Control control) {
            return new Card(
                    picture,
                    headline,
                    text,
                    figure,
                    note,
                    items,
                    ring,
                    others,
                    Optional.of(control),
                    code,
                    answers,
                    steps);
        }

        public Card withCode(Optional<String> code) {
            return new Card(picture, headline, text, figure, note, items, ring, others, primary, code, answers, steps);
        }

        public Card withAnswers(List<Tile> answers) {
            return new Card(picture, headline, text, figure, note, items, ring, others, primary, code, answers, steps);
        }

        public Card withSteps(List<Thumb> steps) {
            return new Card(picture, headline, text, figure, note, items, ring, others, primary, code, answers, steps);
        }
    }

    public record Thumb(String name, String picture) {}

    /** Time that is running, as a ring that empties. */
    public record Ring(int secondsLeft, int secondsAll, String text) {}

    /**
     * @param rows newest first, a deposit under the goods it belongs to
     * @param wantedPage page the shopper turned to; how many there are depends on the window
     */
    public record BasketView(
            String title,
            String count,
            List<Row> rows,
            String empty,
            String totalLabel,
            String total,
            int wantedPage,
            Pager pager) {}

    /** Controls and words for turning pages. {@code of} has {0} for the page and {1} for how many there are. */
    public record Pager(Control previous, Control next, String of) {}

    /**
     * @param detail how the amount came about ({@code 0.785 kg x 5.99/kg}), empty for one piece
     * @param child hangs on the row above
     * @param fresh added a moment ago
     * @param remove empty where it cannot be removed
     */
    public record Row(
            int line,
            String name,
            String detail,
            String amount,
            String picture,
            boolean child,
            boolean fresh,
            Optional<Control> remove) {}
}
