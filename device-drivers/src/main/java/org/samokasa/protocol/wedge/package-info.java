/** Readers that type. Source: protocol sheet scanner-usb, section 3. */
package org.samokasa.protocol.wedge;
