/** Translators between machines and lane: the only place of the kiosk, with {@code app}, that sees {@code devices}. */
package org.samokasa.kiosk.hardware;
