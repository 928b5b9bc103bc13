/** What the launcher does besides starting Java. */
package org.samokasa.launcher;
