/** Receipt printers made of software: they take the whole command set apart and keep what ends up on paper. */
package org.samokasa.sim.device.printer;
