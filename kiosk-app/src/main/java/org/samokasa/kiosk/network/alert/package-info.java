/**
 * What leaves the shop's own pages when somebody needs help: the words of an alert, which alerts a request leads to, and in
 * what order and how often each is tried. Pure; the wires are in {@link org.samokasa.kiosk.app.hub.alert}.
 */
package org.samokasa.kiosk.network.alert;
