/** Swing components that draw a {@link org.samokasa.kiosk.ui.model.ViewState} and report which control was pressed. */
package org.samokasa.kiosk.ui.view;
