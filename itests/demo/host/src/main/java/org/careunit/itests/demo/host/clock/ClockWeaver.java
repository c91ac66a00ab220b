package org.careunit.itests.demo.host.clock;

import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;

/**
 * Has the class that Careunit's store reads the time by add what {@link MovableClock} is ahead: at the end of its
 * {@code instant()} stands {@code .plusMillis(Long.getLong("careunit.demo.aheadMillis"))} then. Careunit goes by its
 * database's time, no setting moves that, and no code of Careunit knows of this.
 */
final class ClockWeaver implements WeavingHook {

    private static final String WOVEN = "org.careunit.storage.internal.database.DatabaseClock";

    @Override
    public void weave(WovenClass loaded) {
        if (loaded.getClassName().equals(WOVEN)) {
            loaded.setBytes(woven(loaded.getBytes()));
        }
    }

    static byte[] woven(byte[] type) {
        ClassReader reader = new ClassReader(type);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new ClockClass(writer), 0);
        return writer.toByteArray();
    }

    /** The class, method by method. */
    private static final class ClockClass extends ClassVisitor {

        ClockClass(ClassVisitor next) {
            super(ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String types, String generic, String[] thrown) {
            MethodVisitor method = super.visitMethod(access, name, types, generic, thrown);
            return name.equals("instant") ? new InstantMethod(method) : method;
        }
    }

    /** The method that says what time it is. */
    private static final class InstantMethod extends MethodVisitor {

        InstantMethod(MethodVisitor next) {
            super(ASM9, next);
        }

        @Override
        public void visitInsn(int instruction) {
            if (instruction == ARETURN) {
                super.visitLdcInsn(MovableClock.AHEAD);
                super.visitMethodInsn(
                        INVOKESTATIC, "java/lang/Long", "getLong", "(Ljava/lang/String;)Ljava/lang/Long;", false);
                super.visitMethodInsn(INVOKEVIRTUAL, "java/lang/Long", "longValue", "()J", false);
                super.visitMethodInsn(
                        INVOKEVIRTUAL, "java/time/Instant", "plusMillis", "(J)Ljava/time/Instant;", false);
            }
            super.visitInsn(instruction);
        }
    }
}
