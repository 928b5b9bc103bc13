/** Commands of the launcher that are no process of the shop: decode, catalogue, journal. One JSON line each. */
package org.samokasa.kiosk.app.cli;
