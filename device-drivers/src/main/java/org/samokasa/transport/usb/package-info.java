/**
 * The USB bus as {@code javax.usb} shows it: real devices by usb4java and virtual ones beside them. Whoever opens a device
 * goes through {@code UsbHostManager} and cannot tell the two apart.
 */
package org.samokasa.transport.usb;
