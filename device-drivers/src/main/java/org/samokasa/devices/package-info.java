/**
 * What the shop may ask of a machine, and what a machine may tell the shop.
 *
 * <p>Nothing here knows a shop type, a wire or a thread: grams, minor currency units with their ISO code and lines of
 * text are the whole vocabulary. The kiosk meets these interfaces in its {@code hardware} package alone.
 */
package org.samokasa.devices;
