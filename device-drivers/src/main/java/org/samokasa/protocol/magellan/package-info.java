/**
 * The single cable of Datalogic Magellan and NCR bioptics: scanner and scale share one line, and every message names by two
 * digits whose it is. No check of its own. Source: protocol sheets scanner-serial, section 7, and scale-serial, section 7.
 */
package org.samokasa.protocol.magellan;
