/**
 * The goods in an H2 file beside the journal: imported from CSV, looked up by key. A lane only reads the file; an import
 * makes a new one and puts it in its place, so a power cut leaves one version or the other, whole. It can be made anew at
 * any time.
 */
package org.samokasa.kiosk.persistence.catalogue;
