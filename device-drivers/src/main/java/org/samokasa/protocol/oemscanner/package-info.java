/** IBM/OEM barcode readers, usage page FF45: hand-held and table-top. Source: protocol sheet scanner-usb, section 4. */
package org.samokasa.protocol.oemscanner;
