package org.samokasa.kiosk.lane;

import java.time.Instant;

/**
 * Bytes that went one way on a machine's wire, without card data.
 *
 * @param sent true towards the machine
 * @param size how many there were
 * @param hex the first of them; empty where none may be seen
 * @param text the same as text, a dot for what is no character
 * @param meaning empty where nobody knows it
 */
public record WireLine(Instant at, boolean sent, int size, String hex, String text, String meaning) {}
