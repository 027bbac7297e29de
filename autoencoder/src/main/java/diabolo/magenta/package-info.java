/**
 * Imports checkpoints of MusicVAE as Magenta published them for the browser: a manifest of the files, named arrays in TensorFlow's
 * layout, and a mapping to a spec and weights in ours. Only the provenance of the model names its origin.
 *
 * <pre>{@code
 * ImportedModel imported = ImportedModel.read(Path.of("mel_2bar_small"), "melody-2bar-magenta");
 * imported.save(Path.of("models/melody-2bar-magenta"), SafeTensors.Precision.HALF);
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.magenta.ImportedModel}, {@link diabolo.magenta.MagentaCheckpoint}, {@link
 * diabolo.magenta.MusicVaeMapping}.
 */
@NullMarked
package diabolo.magenta;

import org.jspecify.annotations.NullMarked;
