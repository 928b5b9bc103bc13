/** The goods in an H2 file beside the journal: imported from CSV, looked up by key. It can be made anew at any time. */
package org.samokasa.kiosk.persistence.catalogue;
