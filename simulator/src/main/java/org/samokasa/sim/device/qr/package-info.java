/** A bank behind a code on the screen: money that comes in time, late, twice, wrong or never. */
package org.samokasa.sim.device.qr;
