/** Draws reports: charts with XChart, the page for a printer with PDFBox, the page for a browser. */
package org.samokasa.kiosk.app.report;
