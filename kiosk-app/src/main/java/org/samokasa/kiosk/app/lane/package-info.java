/** The lane process: its configuration, its one writer thread, a thread for each machine. */
package org.samokasa.kiosk.app.lane;
