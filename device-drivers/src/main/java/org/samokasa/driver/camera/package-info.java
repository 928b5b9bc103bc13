/** A camera as a barcode reader. The only package that decodes pictures, see docs/decisions/0015-camera.md. */
package org.samokasa.driver.camera;
