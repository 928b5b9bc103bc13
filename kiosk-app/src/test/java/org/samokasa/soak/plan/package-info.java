/** What will happen in a run, written down beforehand: who comes when, and what breaks. A plan can be cut down and kept. */
package org.samokasa.soak.plan;
