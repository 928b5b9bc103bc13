/** Money: integer minor units and a currency. */
package org.samokasa.kiosk.domain.money;
