/**
 * Lines of tokens that are learned and sampled by masking some of them: what the music of four voices and that of two hands have in common,
 * whatever the tokens mean.
 *
 * <pre>{@code
 * InpainterFile model = InpainterFile.read(Path.of("hands.safetensors"));
 * try (Inpainter inpainter = model.open()) {
 *     inpainter.spec().lines(); // 4
 * }
 * }</pre>
 *
 * <p>Read this first: {@link diabolo.inpainting.GibbsSampling}.
 */
@NullMarked
package diabolo.inpainting;

import org.jspecify.annotations.NullMarked;
