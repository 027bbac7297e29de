/**
 * Checkpoints of MusicVAE as Magenta published them for the browser, made into models of ours. A folder of theirs goes through
 * a manifest (what lies where), named arrays in TensorFlow's order, and a mapping to a spec and weights in our order; after
 * that nothing in Diabolo knows where the model came from, but its provenance says it.
 *
 * <p>Read these first: {@link diabolo.magenta.ImportedModel}, {@link diabolo.magenta.MagentaCheckpoint}, {@link
 * diabolo.magenta.MusicVaeMapping}.
 */
@NullMarked
package diabolo.magenta;

import org.jspecify.annotations.NullMarked;
