/**
 * Writing files so that bad luck costs nothing: whole or not at all.
 *
 * <p>Read this first: {@link diabolo.file.AtomicFile}, {@link diabolo.file.FileSet}.
 */
@NullMarked
package diabolo.file;

import org.jspecify.annotations.NullMarked;
