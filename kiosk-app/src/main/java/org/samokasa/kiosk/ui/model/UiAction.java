package org.samokasa.kiosk.ui.model;

import java.util.List;
import org.samokasa.kiosk.help.SelfHelp;

/** What a press changes on the screen itself. What it tells the lane travels beside it in {@link Control#command()}. */
public sealed interface UiAction {
    /** Nothing changes here; the lane is told something, or that somebody is there. */
    record None() implements UiAction {}

    /** Closes whatever was opened last. */
    record Close() implements UiAction {}

    /**
     * @param page on which it was touched
     * @param cards self-help cards that go with it: as long as the page stays they stay too, whatever else changes, for
     *     nothing may move away under a finger
     */
    record OpenHelp(ScreenId page, List<SelfHelp> cards) implements UiAction {
        public OpenHelp {
            cards = List.copyOf(cards);
        }
    }

    /** One self-help card, large. */
    record OpenSelfHelp(SelfHelp topic) implements UiAction {}

    /** Back from it to who is coming. */
    record CloseSelfHelp() implements UiAction {}

    record OpenLanguages() implements UiAction {}

    /** @param category shelf to begin with, empty to search by name */
    record OpenLookUp(String category) implements UiAction {}

    /** @param by pages forward, negative for back */
    record TurnPage(int by) implements UiAction {}

    record AskRemove(int line) implements UiAction {}

    record TypeLetter(String letter) implements UiAction {}

    record EraseLetter() implements UiAction {}

    /** The shopper read about this problem and goes on meanwhile. */
    record Dismiss(String problem) implements UiAction {}

    /** Bagged, says the shopper: the scale is believed again after a moment. */
    record GiveMoment(String problem) implements UiAction {}

    /** Everything put off is shown again: the shopper wants to pay. */
    record ShowProblems() implements UiAction {}

    /** Between the shop's theme and high contrast. */
    record SwitchContrast() implements UiAction {}

    /** Staff want to sign in. */
    record OpenStaff() implements UiAction {}

    record TypeDigit(int digit) implements UiAction {}

    record EraseDigit() implements UiAction {}

    /** What was typed is handed over and forgotten here. */
    record SubmitPin() implements UiAction {}

    record OpenMachine(String machine) implements UiAction {}

    /** A test that has consequences is asked for twice. */
    record AskEndOfDay(String machine) implements UiAction {}

    UiAction NONE = new None();
    UiAction CLOSE = new Close();
}
