/** HID scales, usage page 8D. Source: protocol sheet scale-usb, sections 1 and 2. */
package org.samokasa.protocol.hidscale;
