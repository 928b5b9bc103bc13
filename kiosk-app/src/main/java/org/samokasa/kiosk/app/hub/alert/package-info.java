/** The wires on which alerts leave the hub, each on a thread of its own: a slow mail server keeps nobody waiting. */
package org.samokasa.kiosk.app.hub.alert;
