package org.samokasa.kiosk.app.centre;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody at a device of the centre: how each hub has let them in, and which pages are open. In memory alone. */
final class Operator {
    private final String name;
    private final Instant since;
    private final Map<String, Access> accesses = new ConcurrentHashMap<>();
    private final Set<OpenPage> pages = ConcurrentHashMap.newKeySet();

    Operator(String name, Instant since) {
        this.name = name;
        this.since = since;
    }

    String name() {
        return name;
    }

    Instant since() {
        return since;
    }

    Access access(String shop) {
        return accesses.getOrDefault(shop, Access.NEVER_TRIED);
    }

    /** A hub has answered; the pages begin anew with that shop. */
    void access(String shop, Access access) {
        accesses.put(shop, access);
        pages.forEach(page -> page.lookAgain(shop));
    }

    /** A hub does not know the session any more. */
    void lost(String shop, String session) {
        boolean gone = accesses.computeIfPresent(
                        shop,
                        (any, now) -> now.session().filter(session::equals).isPresent() ? Access.NEVER_TRIED : now)
                == Access.NEVER_TRIED;
        if (gone) {
            pages.forEach(page -> page.lookAgain(shop));
        }
    }

    void opened(OpenPage page) {
        pages.add(page);
    }

    void closed(OpenPage page) {
        pages.remove(page);
    }

    List<OpenPage> pages() {
        return List.copyOf(pages);
    }
}
