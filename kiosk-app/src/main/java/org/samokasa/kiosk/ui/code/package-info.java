/** Codes that a phone reads off the screen. The only kiosk package that knows the code library. */
package org.samokasa.kiosk.ui.code;
