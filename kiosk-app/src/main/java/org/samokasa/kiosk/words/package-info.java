/** The word files: one UTF-8 properties file for each language. */
package org.samokasa.kiosk.words;
