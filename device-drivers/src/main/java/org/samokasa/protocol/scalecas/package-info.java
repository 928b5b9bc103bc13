/**
 * CAS scales: type 6 (ENQ, then DC1), whose blocks carry an exclusive-or of their bytes, and the 22-byte stream of the
 * indicators, which has no check. Source: protocol sheet scale-serial, section 5.
 */
package org.samokasa.protocol.scalecas;
