package org.samokasa.kiosk.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.RoutingHandler;
import io.undertow.util.Methods;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The addresses behind {@code /api}, which can be listed: docs/messages/console.openapi.json describes each. */
final class Routes {
    private final RoutingHandler handler = new RoutingHandler();
    private final Set<String> all = new TreeSet<>();

    /** @param path with names in braces, {@code /lanes/{lane}/open} */
    void get(String path, HttpHandler what) {
        all.add("get " + path);
        handler.get(path, what);
    }

    void post(String path, HttpHandler what) {
        all.add("post " + path);
        handler.add(Methods.POST, path, what);
    }

    /** Each as {@code get /state}. */
    Set<String> all() {
        return Collections.unmodifiableSet(all);
    }

    /** Answers what no route is for, and what a route is not for. */
    HttpHandler otherwise(HttpHandler unknown, HttpHandler wrongMethod) {
        handler.setFallbackHandler(unknown);
        handler.setInvalidMethodHandler(wrongMethod);
        return handler;
    }
}
