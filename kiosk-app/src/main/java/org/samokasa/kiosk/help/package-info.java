/** Calling the attendant: who, why, how urgent, answered by whom. Pure: time comes in as an argument. */
package org.samokasa.kiosk.help;
