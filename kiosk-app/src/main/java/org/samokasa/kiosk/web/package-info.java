/**
 * The attendant's console: one small web server that serves a plain page, live events and a handful of commands. It
 * knows nothing of broker and journal; {@link org.samokasa.kiosk.web.ConsoleDesk} stands between.
 */
package org.samokasa.kiosk.web;
