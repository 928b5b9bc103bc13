/** What stands on the receipt, in which order, independent of any printer. */
package org.samokasa.kiosk.domain.receipt;
