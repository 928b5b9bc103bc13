/** Pictures of printed paper. */
package org.samokasa.sim.paper;
