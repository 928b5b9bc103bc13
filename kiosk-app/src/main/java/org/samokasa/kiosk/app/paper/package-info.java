/** Dots for paper: lines in scripts no printer has, and logos. */
package org.samokasa.kiosk.app.paper;
