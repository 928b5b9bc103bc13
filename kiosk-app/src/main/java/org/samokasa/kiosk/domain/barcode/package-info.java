/** What the text of a scanner means: from AIM identifier, digits and GS1 elements to a key of the catalogue, or a reason why not. */
package org.samokasa.kiosk.domain.barcode;
