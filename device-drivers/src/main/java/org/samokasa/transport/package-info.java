/**
 * Wires: serial, TCP and memory, opened from an address, kept open, closed and opened again.
 *
 * <p>The only code of the drivers that knows threads, sockets, ports and the libraries for them.
 */
package org.samokasa.transport;
