package exercises.course;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tests of an exercise: they are given what they test ({@link Subject}), and run in the order in which to mend what fails. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(Subject.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public @interface ExerciseTest {}
