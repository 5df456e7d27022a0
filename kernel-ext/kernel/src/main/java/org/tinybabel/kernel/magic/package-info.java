/** Magics: lines such as {@code %maven group:artifact:version} that tell the kernel, not Java, to do something. */
package org.tinybabel.kernel.magic;
