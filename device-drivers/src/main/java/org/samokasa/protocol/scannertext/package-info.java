/**
 * Plain text of barcode readers on a serial line: optional prefix, optional AIM identifier, data, terminator. There is no
 * check in it, so everything odd is refused rather than repaired. Source: protocol sheet scanner-serial, sections 1 to 6.
 */
package org.samokasa.protocol.scannertext;
