/** Bioptics made of software: a scanner and a scale behind one cable. */
package org.samokasa.sim.device.magellan;
