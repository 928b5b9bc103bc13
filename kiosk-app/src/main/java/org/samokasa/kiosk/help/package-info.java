/**
 * Calling the attendant: who, why, how urgent, answered by whom, how it ended. One request has one life, told by
 * {@link org.samokasa.kiosk.help.HelpLifecycle}: commands become events or a refusal, events become the next request.
 * Pure: time comes in as an argument, and a repeated command changes nothing, because the network repeats.
 */
package org.samokasa.kiosk.help;
