/**
 * Payment terminals behind {@link org.samokasa.devices.CardTerminal}: {@link org.samokasa.driver.terminal.ZvtTerminal}
 * joins a byte link, the ZVT framer and the ZVT session.
 */
package org.samokasa.driver.terminal;
