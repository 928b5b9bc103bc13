/** The goods at hand: what can be scanned by name and what it weighs. */
package org.samokasa.sim.shelf;
