/** Simulated machines and whole shops as parameters of JUnit 5 tests. */
package org.samokasa.sim.junit;
