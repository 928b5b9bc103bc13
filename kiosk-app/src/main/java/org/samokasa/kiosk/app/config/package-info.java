/** Configuration files: read once at start, every error told at once with its line. */
package org.samokasa.kiosk.app.config;
