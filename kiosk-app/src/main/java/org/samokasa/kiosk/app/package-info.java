/** Composition root: processes, threads, the wall clock, configuration and the choice of drivers - here and nowhere else. */
package org.samokasa.kiosk.app;
