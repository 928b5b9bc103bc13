/** What went over a wire, kept and played again: with it a driver meets a machine that is not there any more. */
package org.samokasa.sim.record;
