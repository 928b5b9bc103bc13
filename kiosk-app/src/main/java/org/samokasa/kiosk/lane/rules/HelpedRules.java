package org.samokasa.kiosk.lane.rules;

import java.util.List;
import java.util.Optional;
import org.samokasa.kiosk.help.HelpRating;
import org.samokasa.kiosk.lane.Helped;
import org.samokasa.kiosk.lane.Phase;
import org.samokasa.kiosk.lane.Refusal;
import org.samokasa.kiosk.lane.event.CallEvent.HelpAnswered;
import org.samokasa.kiosk.lane.event.CallEvent.HelpRated;

/** What shoppers say of the help they had. Everything may be skipped and nothing waits for it. */
public final class HelpedRules {
    private HelpedRules() {}

    /** "No" calls somebody again at once: nobody should have to ask twice for one thing. */
    public static void answer(Deciding d, boolean solved) {
        Optional<Helped> asked = d.lane()
                .helped()
                .filter(helped -> helped.isAsked() && d.lane().help().isEmpty());
        if (asked.isEmpty()) {
            d.refuse(Refusal.NOTHING_TO_DO, "help");
            return;
        }
        d.record(new HelpAnswered(d.now(), asked.get().requestId(), solved));
        if (!solved) {
            CallRules.callAgain(d, asked.get().requestId());
        }
    }

    public static void rate(Deciding d, int faces, List<String> reasons) {
        boolean known = faces >= 1
                && faces <= HelpRating.FACES
                && Helped.reasonsFor(faces).containsAll(reasons)
                && reasons.size() <= Helped.reasonsFor(faces).size();
        Optional<Helped> helped =
                d.lane().helped().filter(had -> known && d.lane().phase() == Phase.THANKS);
        if (helped.isEmpty()) {
            d.refuse(Refusal.NOTHING_TO_DO, "rating");
            return;
        }
        d.record(new HelpRated(d.now(), helped.get().requestId(), faces, reasons));
    }

    /** Whether the thank-you has stood long enough; whoever gives a face is not cut off. */
    static boolean thanksAreOver(Deciding d) {
        boolean stood = d.passed(d.lane().phaseSince(), d.policy().thanks());
        boolean rated = d.lane()
                .helped()
                .map(helped -> d.passed(helped.ratedAt(), d.policy().thanksAfterFace()))
                .orElse(true);
        return stood && rated;
    }
}
