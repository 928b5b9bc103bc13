/** Drivers fed with millions of random and mutated bytes. */
package org.samokasa.soak.fuzz;
