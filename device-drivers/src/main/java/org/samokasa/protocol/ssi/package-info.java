/**
 * Zebra and Symbol SSI: packets with a 16-bit sum, each acknowledged. Source: protocol sheet scanner-serial, section 9.
 */
package org.samokasa.protocol.ssi;
