/**
 * The store hub as a running program: configuration, threads, the embedded broker, and how lanes, journal, view and
 * console are put together.
 */
package org.samokasa.kiosk.app.hub;
