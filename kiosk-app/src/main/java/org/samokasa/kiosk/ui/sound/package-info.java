/** The lane's few tones, synthesised; without an audio device they are simply absent. */
package org.samokasa.kiosk.ui.sound;
