/** Barcode readers made of software. */
package org.samokasa.sim.device.scanner;
