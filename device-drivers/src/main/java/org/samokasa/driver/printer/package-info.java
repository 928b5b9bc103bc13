/** Drivers of receipt printers. */
package org.samokasa.driver.printer;
