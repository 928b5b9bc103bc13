package org.samokasa.kiosk.app.centre;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.samokasa.kiosk.json.RecordJson;
import org.samokasa.kiosk.web.CentreDesk.Page;
import org.samokasa.kiosk.web.CentreDesk.ShopLine;

/** A page that an operator has open, with a watch for each shop. */
final class OpenPage {
    private static final String NO_SHOP = "";

    /** What the page is told first; the others follow by shop. */
    record Shops(String name, Instant now, List<ShopLine> shops) {}

    private final Operator operator;
    private final Page page;
    private final InstantSource clock;
    private final Executor timer;
    private final Map<String, ShopWatch> watches = new LinkedHashMap<>();

    /** @param timer runs what must not happen while somebody holds a lock */
    OpenPage(Operator operator, Page page, Collection<HubLine> hubs, InstantSource clock, Executor timer) {
        this.operator = operator;
        this.page = page;
        this.clock = clock;
        this.timer = timer;
        hubs.forEach(hub -> watches.put(hub.address().id(), new ShopWatch(hub, operator, page, clock)));
    }

    void begin() {
        List<ShopLine> lines = watches.values().stream().map(ShopWatch::said).toList();
        byte[] shops = RecordJson.write(Shops.class, new Shops(operator.name(), clock.instant(), lines));
        page.tell(NO_SHOP, "shops", new String(shops, StandardCharsets.UTF_8));
        watches.values().forEach(ShopWatch::begin);
    }

    /** The operator's standing with this shop is another one. */
    void lookAgain(String shop) {
        timer.execute(watches.get(shop)::begin);
    }

    void tick(Instant now) {
        watches.values().forEach(watch -> watch.tick(now));
    }

    /** The page is gone. */
    void end() {
        timer.execute(() -> watches.values().forEach(ShopWatch::end));
    }

    /** The operator is gone. */
    void close() {
        end();
        page.close();
    }
}
