/**
 * The simulator's ends of real wires: pseudo-terminals and TCP servers, with plugs that can be pulled.
 *
 * <p>The only code of the simulator that knows threads, descriptors and sockets of machines.
 */
package org.samokasa.sim.transport;
