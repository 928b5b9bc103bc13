/** Languages: plural rules and how amounts, weights and numbers are written. */
package org.samokasa.kiosk.domain.language;
