/** Tax that is contained in shelf prices. */
package org.samokasa.kiosk.domain.tax;
