/** As much of HTTP/1.1 (RFC 9112) as a terminal's door needs: one request, one response, both with a body of known end. */
package org.samokasa.protocol.http;
