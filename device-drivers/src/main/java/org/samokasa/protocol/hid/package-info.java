/**
 * Human interface devices on USB: what a report descriptor says about the reports, and how a field is taken out of one.
 * Source of the item format: USB-IF Device Class Definition for HID 1.11, section 6.2.2.
 */
package org.samokasa.protocol.hid;
