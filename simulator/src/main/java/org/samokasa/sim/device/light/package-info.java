/** Lights made of software. */
package org.samokasa.sim.device.light;
