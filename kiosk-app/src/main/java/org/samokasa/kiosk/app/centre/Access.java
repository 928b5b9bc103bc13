package org.samokasa.kiosk.app.centre;

import java.util.Optional;
import org.samokasa.kiosk.web.CentreDesk.Standing;

/**
 * Whether a hub has let an operator in.
 *
 * @param session the hub's own, empty when it has not
 * @param why     {@link Standing#TRYING} for one that was let in; otherwise why not
 * @param detail  of the reason
 */
record Access(Optional<String> session, Standing why, String detail) {
    static final Access NEVER_TRIED = closed(Standing.PIN_NEEDED, "");

    static Access in(String session) {
        return new Access(Optional.of(session), Standing.TRYING, "");
    }

    static Access closed(Standing why, String detail) {
        return new Access(Optional.empty(), why, detail);
    }

    /** Without the session: it acts for somebody. */
    @Override
    public String toString() {
        return why + " " + detail;
    }
}
