/**
 * Records as JSON and back, for the journal, the messages between lane and hub, and the console. One value has one
 * text, so hashes and golden files hold; reading is strict, because a field nobody knows is a fact nobody handles.
 */
package org.samokasa.kiosk.json;
