package org.samokasa.soak.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.samokasa.kiosk.help.HelpEvent;
import org.samokasa.kiosk.insight.IssueEvent;
import org.samokasa.kiosk.lane.event.LaneEvent;
import org.samokasa.kiosk.store.StoreEvent;

/** Every kind of fact that lanes and hub can put on record: what a soak never came to, it says nothing about. */
public final class FactKinds {
    private static final String HUB = "hub";

    private FactKinds() {}

    /** All of them, lanes' by their names, the hub's with {@code hub} in front. */
    public static Set<String> all() {
        Set<String> names = new TreeSet<>();
        kinds(LaneEvent.class).map(Class::getSimpleName).forEach(names::add);
        Stream.of(StoreEvent.class, HelpEvent.class, IssueEvent.class)
                .flatMap(FactKinds::kinds)
                .filter(kind -> kind != StoreEvent.HelpHasChanged.class && kind != StoreEvent.IssueHasChanged.class)
                .map(kind -> HUB + kind.getSimpleName())
                .forEach(names::add);
        return names;
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(FactKinds::kinds) : Stream.of(type);
    }

    static String of(LaneEvent event) {
        return event.getClass().getSimpleName();
    }

    static String of(StoreEvent event) {
        Object inner = event;
        if (event instanceof StoreEvent.HelpHasChanged changed) {
            inner = changed.event();
        } else if (event instanceof StoreEvent.IssueHasChanged changed) {
            inner = changed.event();
        }
        return HUB + inner.getClass().getSimpleName();
    }
}
