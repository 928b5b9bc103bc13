/**
 * A payment terminal made of software, speaking ZVT from the far end of the wire: cards, PIN dialogue, host, turnover
 * store, receipts and the ways in which real ones misbehave. It shares the codec with the driver and nothing else.
 */
package org.samokasa.sim.device.terminal;
