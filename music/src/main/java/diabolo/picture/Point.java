package diabolo.picture;

/**
 * A place on a canvas, in pixels from the top left, or a point of a curve.
 *
 * <pre>{@code
 * new Point(3, 0.25); // in epoch 3 the loss was 0.25
 * }</pre>
 */
public record Point(double x, double y) {}
