/** Machines and drivers in one thread and in virtual time. */
package org.samokasa.sim.world;
