/** Maven's own resolver as a service for {@code %maven}. */
package org.tinybabel.maven;
