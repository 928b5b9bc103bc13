/** Machines made of software, and the hands that operate them. */
package org.samokasa.sim.device;
