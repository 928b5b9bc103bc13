/** The demo: a sample shop of real processes, played by a trip or by whoever sits in front of it. */
package org.samokasa.sim.app.demo;
