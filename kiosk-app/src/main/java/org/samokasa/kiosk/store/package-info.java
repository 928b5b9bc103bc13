/**
 * The shop as the hub knows it: requests for help, sales, how far each lane has been heard. A plain model of events;
 * no network, disk or browser in it.
 */
package org.samokasa.kiosk.store;
