/**
 * Writing files so that bad luck costs nothing: whole or not at all.
 *
 * <pre>{@code
 * AtomicFile.write(Path.of("tune.abc"), "X:1\nK:G\nGABc|\n");
 * }</pre>
 *
 * <p>Read this first: {@link diabolo.file.AtomicFile}, {@link diabolo.file.FileSet}.
 */
@NullMarked
package diabolo.file;

import org.jspecify.annotations.NullMarked;
