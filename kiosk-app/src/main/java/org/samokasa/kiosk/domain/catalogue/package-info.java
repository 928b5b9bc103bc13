/** The goods of a shop and how they are found. */
package org.samokasa.kiosk.domain.catalogue;
