/** What a shopper has scanned so far. */
package org.samokasa.kiosk.domain.basket;
