/** JSON trees for protocols that speak it. Keeps the streaming library, and its way of failing, out of them. */
package org.samokasa.json;
