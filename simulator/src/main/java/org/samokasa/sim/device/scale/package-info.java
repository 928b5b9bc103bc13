/** Scales made of software, with a load cell that needs its time. */
package org.samokasa.sim.device.scale;
