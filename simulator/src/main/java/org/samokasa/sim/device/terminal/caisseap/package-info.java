/** A terminal that speaks Caisse-AP from the far end of the wire; it shares the message format with the driver, no more. */
package org.samokasa.sim.device.terminal.caisseap;
