/** The simulator as a process: its configuration, its control port, its panel. */
package org.samokasa.sim.app;
