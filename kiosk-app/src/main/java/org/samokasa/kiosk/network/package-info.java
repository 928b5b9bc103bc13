/**
 * What lane and hub say to each other. The broker between them only carries: whoever says something that must arrive
 * keeps it until the other side has it on its own disk and says so ({@link org.samokasa.kiosk.network.Outbox},
 * {@link org.samokasa.kiosk.network.Inbox}). The texts are described in docs/messages/.
 */
package org.samokasa.kiosk.network;
