/**
 * Payment terminals behind {@link org.samokasa.devices.CardTerminal}: {@link org.samokasa.driver.terminal.ZvtTerminal}
 * joins a byte link, the ZVT framer and the ZVT session, over a serial line with the block protocol between them;
 * {@link org.samokasa.driver.terminal.CallingTerminal} joins the protocols that connect for each question with the lines
 * they need.
 */
package org.samokasa.driver.terminal;
