/** Drivers of barcode readers. */
package org.samokasa.driver.scanner;
