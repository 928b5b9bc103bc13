package org.samokasa.kiosk.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.samokasa.kiosk.help.SelfHelp;
import org.samokasa.kiosk.lane.LaneView;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Sale;

/**
 * What the shopper opened on the screen: nothing the lane needs to know, nothing that outlives the visit.
 *
 * @param open the overlay opened last
 * @param openSince last touch in it, its time-out counts from here
 * @param page page of the basket or of the look-up tiles
 * @param putOff problems the shopper has read, and until when they stay away
 * @param sale number of the sale last seen, 0 for none
 * @param lastLine highest line number last seen
 * @param lineAt when it was added
 */
public record UiState(
        Open open,
        Instant openSince,
        int page,
        Map<String, Instant> putOff,
        boolean highContrast,
        long sale,
        int lastLine,
        Instant lineAt) {

    /** After "I have put it there" the scale gets this long to agree before the question comes back. */
    static final Duration MOMENT = Duration.ofSeconds(6);

    /** No name of an article is longer than this when somebody types it. */
    static final int TYPED_MAX = 24;

    private static final Duration LANGUAGE_TIME = Duration.ofSeconds(15);
    private static final Duration LOOK_UP_TIME = Duration.ofSeconds(45);
    private static final Duration HELP_TIME = Duration.ofSeconds(30);

    /** Three steps are read and tried with goods in hand: as long as an open basket may lie idle (UX.md section 9). */
    private static final Duration SELF_HELP_TIME = Duration.ofSeconds(60);

    private static final Duration PIN_TIME = Duration.ofSeconds(30);

    /** No PIN is longer. */
    private static final int PIN_MAX = 12;

    private static final Duration REMOVE_TIME = Duration.ofSeconds(20);

    /** What is open above the screen the lane asks for. */
    public sealed interface Open {
        record Nothing() implements Open {}

        record Languages() implements Open {}

        /**
         * @param answered the call is on record: when it ends, nothing is left to show
         * @param page on which it was opened
         * @param cards self-help cards that were chosen there
         * @param topic the one that is read
         */
        record Help(boolean answered, ScreenId page, List<SelfHelp> cards, Optional<SelfHelp> topic) implements Open {
            public Help {
                cards = List.copyOf(cards);
            }

            private Help reading(Optional<SelfHelp> next) {
                return new Help(answered, page, cards, next);
            }

            private Help onRecord() {
                return new Help(true, page, cards, topic);
            }
        }

        record Remove(int line) implements Open {}

        /** @param category shelf shown, empty while searching for {@code typed} */
        record LookUp(String category, String typed) implements Open {}

        /** Digits of a PIN; shown as dots, never kept beyond this screen. */
        record Pin(String typed) implements Open {
            @Override
            public String toString() {
                return "Pin[" + typed.length() + " digits]";
            }
        }

        /**
         * One machine, on the staff's pages.
         *
         * @param asked whether its end of day was pressed once
         */
        record Machine(String name, boolean asked) implements Open {}

        Open NOTHING = new Nothing();
    }

    public UiState {
        putOff = Map.copyOf(putOff);
    }

    public static UiState fresh() {
        return new UiState(Open.NOTHING, Instant.EPOCH, 0, Map.of(), false, 0, 0, Instant.EPOCH);
    }

    public UiState on(UiAction action, Instant now) {
        if (action instanceof UiAction.Close) {
            return opening(Open.NOTHING, now);
        } else if (action instanceof UiAction.OpenHelp help) {
            return opening(new Open.Help(false, help.page(), help.cards(), Optional.empty()), now);
        } else if (action instanceof UiAction.OpenLanguages) {
            return opening(new Open.Languages(), now);
        } else if (action instanceof UiAction.OpenLookUp lookUp) {
            return opening(new Open.LookUp(lookUp.category(), ""), now);
        } else if (action instanceof UiAction.AskRemove ask) {
            return opening(new Open.Remove(ask.line()), now);
        } else if (action instanceof UiAction.TurnPage turn) {
            return with(open, now, Math.max(0, page + turn.by()), putOff);
        } else if (action instanceof UiAction.TypeLetter type) {
            return typed(typed() + type.letter(), now);
        } else if (action instanceof UiAction.EraseLetter) {
            String typed = typed();
            return typed(typed.isEmpty() ? "" : typed.substring(0, typed.length() - 1), now);
        } else if (action instanceof UiAction.Dismiss dismiss) {
            return puttingOff(dismiss.problem(), Instant.MAX, now);
        } else if (action instanceof UiAction.GiveMoment moment) {
            return puttingOff(moment.problem(), now.plus(MOMENT), now);
        } else if (action instanceof UiAction.ShowProblems) {
            return with(Open.NOTHING, now, 0, Map.of());
        } else if (action instanceof UiAction.SwitchContrast) {
            return new UiState(open, now, page, putOff, !highContrast, sale, lastLine, lineAt);
        }
        return onSelfHelp(action, now);
    }

    private UiState onSelfHelp(UiAction action, Instant now) {
        if (action instanceof UiAction.OpenSelfHelp read && open instanceof Open.Help help) {
            return opening(help.reading(Optional.of(read.topic())), now);
        } else if (action instanceof UiAction.CloseSelfHelp && open instanceof Open.Help help) {
            return opening(help.reading(Optional.empty()), now);
        }
        return onStaff(action, now);
    }

    private UiState onStaff(UiAction action, Instant now) {
        if (action instanceof UiAction.OpenStaff || action instanceof UiAction.SubmitPin) {
            return opening(new Open.Pin(""), now);
        } else if (action instanceof UiAction.OpenMachine machine) {
            return opening(new Open.Machine(machine.machine(), false), now);
        } else if (action instanceof UiAction.AskEndOfDay ask) {
            return opening(new Open.Machine(ask.machine(), true), now);
        } else if (action instanceof UiAction.TypeDigit digit && pin().length() < PIN_MAX) {
            return opening(new Open.Pin(pin() + digit.digit()), now);
        } else if (action instanceof UiAction.EraseDigit && !pin().isEmpty()) {
            return opening(new Open.Pin(pin().substring(0, pin().length() - 1)), now);
        }
        return this;
    }

    /** What has been typed of a PIN; empty on every other screen. */
    public String pin() {
        return open instanceof Open.Pin pin ? pin.typed() : "";
    }

    /** What follows from the lane: a new line brings the basket back, the end of a visit forgets everything. */
    public UiState following(LaneView view, Instant now) {
        long number = view.lane().sale().map(Sale::number).orElse(0L);
        int line = view.lane().sale().map(Sale::lastLine).orElse(0);
        if (number != sale) {
            boolean left = view.lane().phase() == Phase.ATTRACT || number == 0;
            Open stays = left || open instanceof Open.Remove ? Open.NOTHING : open;
            boolean contrast = !left && highContrast;
            return new UiState(stays, now, 0, Map.of(), contrast, number, line, line > 0 ? now : Instant.EPOCH);
        }
        if (line != lastLine) {
            Open stays = open instanceof Open.Languages || open instanceof Open.Help ? open : Open.NOTHING;
            return new UiState(stays, openSince, 0, putOff, highContrast, sale, line, now);
        }
        boolean here = view.lane().staff().isHere();
        if (open instanceof Open.Pin && here || open instanceof Open.Machine && !here) {
            return opening(Open.NOTHING, now);
        }
        if (open instanceof Open.Help help) {
            return followingHelp(help, view.lane().help().isPresent(), now);
        }
        boolean noPlaceForIt =
                view.lane().phase() != Phase.SHOPPING && (open instanceof Open.LookUp || open instanceof Open.Remove);
        return noPlaceForIt ? opening(Open.NOTHING, now) : this;
    }

    private UiState followingHelp(Open.Help help, boolean called, Instant now) {
        if (help.answered() && !called) {
            return opening(Open.NOTHING, now);
        }
        return called && !help.answered()
                ? new UiState(help.onRecord(), openSince, page, putOff, highContrast, sale, lastLine, lineAt)
                : this;
    }

    /** Closes what nobody has touched for its time. */
    public UiState at(Instant now) {
        Optional<Duration> time = timeOf(open);
        boolean over = time.isPresent() && !now.isBefore(openSince.plus(time.get()));
        return over ? opening(Open.NOTHING, now) : this;
    }

    public boolean isPutOff(String problem, Instant now) {
        Instant until = putOff.get(problem);
        return until != null && now.isBefore(until);
    }

    private static Optional<Duration> timeOf(Open open) {
        if (open instanceof Open.Languages) {
            return Optional.of(LANGUAGE_TIME);
        } else if (open instanceof Open.Help help) {
            return Optional.of(help.topic().isPresent() ? SELF_HELP_TIME : HELP_TIME);
        } else if (open instanceof Open.Remove) {
            return Optional.of(REMOVE_TIME);
        } else if (open instanceof Open.Pin) {
            return Optional.of(PIN_TIME);
        } else if (open instanceof Open.LookUp) {
            return Optional.of(LOOK_UP_TIME);
        }
        return Optional.empty();
    }

    private String typed() {
        return open instanceof Open.LookUp lookUp ? lookUp.typed() : "";
    }

    private UiState typed(String text, Instant now) {
        return text.length() > TYPED_MAX ? this : opening(new Open.LookUp("", text), now);
    }

    private UiState puttingOff(String problem, Instant until, Instant now) {
        TreeMap<String, Instant> more = new TreeMap<>(putOff);
        more.put(problem, until);
        return with(Open.NOTHING, now, page, more);
    }

    private UiState opening(Open next, Instant now) {
        return with(next, now, 0, putOff);
    }

    private UiState with(Open next, Instant since, int nextPage, Map<String, Instant> nextPutOff) {
        return new UiState(next, since, nextPage, nextPutOff, highContrast, sale, lastLine, lineAt);
    }
}
