/**
 * The lane: what is known of it, what it is told, what it decides.
 *
 * <p>{@link org.samokasa.kiosk.lane.Lane} is the durable state, made of {@code event}s alone;
 * {@link org.samokasa.kiosk.lane.Readings} is what the machines say right now and is lost at a restart;
 * {@link org.samokasa.kiosk.lane.rules.Decide} turns a command into events and effects with the help of the small {@code rules}.
 * Everything is a value, time is an argument.
 */
package org.samokasa.kiosk.lane;
