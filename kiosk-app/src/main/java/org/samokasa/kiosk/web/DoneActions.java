package org.samokasa.kiosk.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.samokasa.kiosk.store.StoreDecision;

/**
 * What pages have had done lately, by the id they gave it. A page whose answer got lost sends the same again and gets the
 * same answer; nothing happens twice. Safe for many threads.
 */
final class DoneActions {
    /** Pages repeat within two minutes; a dozen pages cannot do more in that time. */
    private static final int KEPT_MAX = 1000;

    private final Map<String, CompletableFuture<StoreDecision>> done = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<StoreDecision>> eldest) {
            return size() > KEPT_MAX;
        }
    };

    /** The decision of that id; made now unless it was before. What could not be recorded may be tried again. */
    synchronized CompletableFuture<StoreDecision> once(String id, Supplier<CompletableFuture<StoreDecision>> action) {
        CompletableFuture<StoreDecision> before = done.get(id);
        if (before != null && !before.isCompletedExceptionally()) {
            return before;
        }
        CompletableFuture<StoreDecision> now = action.get();
        done.put(id, now);
        return now;
    }
}
