/** HID POS barcode readers, usage page 8C. Source: protocol sheet scanner-usb, section 2. */
package org.samokasa.protocol.hidscanner;
