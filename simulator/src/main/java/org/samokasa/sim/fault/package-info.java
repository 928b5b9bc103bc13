/** What can go wrong with a machine or its wire, on purpose and always in the same way. */
package org.samokasa.sim.fault;
