/** IBM/OEM scales, page FF45 usage 6E00, as in bioptic scanner-scales. Source: protocol sheet scale-usb, section 4. */
package org.samokasa.protocol.oemscale;
