/** Shoppers and attendants: they see screens, terminals and the console, and know nothing of what is behind them. */
package org.samokasa.soak.people;
