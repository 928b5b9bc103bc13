/** Colours, type, icons, pictures and millimetres: everything the screens look like, kept out of the screens. */
package org.samokasa.kiosk.ui.theme;
