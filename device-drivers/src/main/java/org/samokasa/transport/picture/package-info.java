/** Picture files as grey frames. The only place beside windows that knows the JDK's picture classes. */
package org.samokasa.transport.picture;
