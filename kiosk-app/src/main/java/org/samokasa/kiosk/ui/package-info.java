/**
 * The customer's side of a lane: {@link org.samokasa.kiosk.ui.KioskWindow} opens the window, shows lane views and hands
 * back what the shopper does. What is shown is decided in {@code model}, which has no Swing; {@code view} only draws it.
 */
package org.samokasa.kiosk.ui;
