/**
 * A disk in memory that fails the way real ones do. It remembers what a program wrote and, apart from that, what was
 * forced; a power cut leaves the forced part and, of the rest, whatever a {@link org.samokasa.kiosk.disk.CrashPolicy}
 * says: nothing, everything, some sectors, half a write, flipped bits. The journal runs on it through its own file
 * port, H2 through its file system interface. No clock and no thread in here, and chance comes from the caller: the same
 * seed gives the same disk.
 */
package org.samokasa.kiosk.disk;
