/**
 * What the screens say, without Swing: from the lane's view, from what the shopper opened on the screen and from the time
 * comes one immutable {@link org.samokasa.kiosk.ui.model.ViewState} with every text ready to be drawn.
 */
package org.samokasa.kiosk.ui.model;
