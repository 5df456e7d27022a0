package org.tinybabel.kernel.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Writes elements as a reader of code would, without packages. */
final class Signatures {

    private static final Pattern PACKAGES =
            Pattern.compile("\\b(?:\\p{javaLowerCase}\\w*\\.)+(?=\\p{javaUpperCase}|\\$)");
    private static final Pattern HOLDERS = Pattern.compile("(REPL\\.)?(\\$JShell\\$\\w+|Cell\\$)\\.");
    private static final Pattern ANNOTATIONS = Pattern.compile("@[\\w.]+(\\([^)]*\\))?\\s*");

    private final Types types;

    Signatures(Types types) {
        this.types = types;
    }

    static String type(TypeMirror type) {
        var text = ANNOTATIONS.matcher(type.toString()).replaceAll("");
        return PACKAGES.matcher(HOLDERS.matcher(text).replaceAll(""))
                .replaceAll("")
                .replace(",", ", ")
                .replace(",  ", ", ");
    }

    /** The parameters of a method, as seen through the type that it is called on. */
    String parameters(ExecutableElement method, TypeMirror receiver) {
        var seen = seenThrough(method, receiver);
        var parameters = new ArrayList<String>();
        for (var i = 0; i < method.getParameters().size(); i++) {
            var type = type(seen.getParameterTypes().get(i));
            if (method.isVarArgs() && i == method.getParameters().size() - 1) {
                type = type.replaceFirst("\\[]$", "...");
            }
            var name = method.getParameters().get(i).getSimpleName().toString();
            parameters.add(name.matches("arg\\d+") ? type : type + " " + name);
        }
        return "(" + String.join(", ", parameters) + ")";
    }

    private ExecutableType seenThrough(ExecutableElement method, TypeMirror receiver) {
        if (receiver instanceof DeclaredType declared && declared.getKind() == TypeKind.DECLARED) {
            try {
                return (ExecutableType) types.asMemberOf(declared, method);
            } catch (IllegalArgumentException e) {
                // Not a member, as for a function that was imported.
            }
        }
        return (ExecutableType) method.asType();
    }

    /** What a method returns or a variable holds. */
    TypeMirror result(Element element, TypeMirror receiver) {
        if (element instanceof ExecutableElement method) {
            return method.getKind() == ElementKind.CONSTRUCTOR
                    ? method.getEnclosingElement().asType()
                    : seenThrough(method, receiver).getReturnType();
        } else if (receiver instanceof DeclaredType declared
                && declared.getKind() == TypeKind.DECLARED
                && element.getKind().isField()) {
            try {
                return types.asMemberOf(declared, element);
            } catch (IllegalArgumentException e) {
                return element.asType();
            }
        }
        return element.asType();
    }

    /** The whole declaration, in one line. */
    String declaration(Element element) {
        if (element instanceof ExecutableElement method) {
            var owner = method.getEnclosingElement();
            var name = method.getKind() == ElementKind.CONSTRUCTOR
                    ? "new " + owner.getSimpleName()
                    : type(method.getReturnType()) + " " + ownerPrefix(owner) + method.getSimpleName();
            return modifiers(method, List.of(Modifier.STATIC))
                    + typeParameters(method.getTypeParameters())
                    + name
                    + parameters(method, method.asType())
                    + thrown(method);
        } else if (element instanceof TypeElement type) {
            return modifiers(type, List.of(Modifier.ABSTRACT, Modifier.SEALED)) + kind(type) + " " + type(type.asType())
                    + supertypes(type);
        } else if (element instanceof VariableElement variable) {
            var constant = variable.getConstantValue();
            return modifiers(variable, List.of(Modifier.STATIC, Modifier.FINAL)) + type(variable.asType()) + " "
                    + (variable.getKind().isField() ? ownerPrefix(variable.getEnclosingElement()) : "")
                    + variable.getSimpleName()
                    + (constant == null
                            ? ""
                            : " = " + (constant instanceof String ? '"' + constant.toString() + '"' : constant));
        }
        return element.toString();
    }

    private static String ownerPrefix(Element owner) {
        var name = owner.getSimpleName().toString();
        return name.isEmpty() || name.contains("$") ? "" : name + ".";
    }

    private static String modifiers(Element element, List<Modifier> shown) {
        if (Names.isOfCells(element)) {
            // JShell makes everything static.
            return "";
        }
        var isInterface = element.getKind().isInterface();
        return element.getModifiers().stream()
                .filter(shown::contains)
                .filter(modifier -> !isInterface || modifier != Modifier.ABSTRACT)
                .map(modifier -> modifier + " ")
                .collect(Collectors.joining());
    }

    private static String typeParameters(List<? extends TypeParameterElement> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.stream()
                        .map(parameter -> {
                            var bounds = parameter.getBounds().stream()
                                    .map(Signatures::type)
                                    .filter(bound -> !bound.equals("Object"))
                                    .collect(Collectors.joining(" & "));
                            return parameter + (bounds.isEmpty() ? "" : " extends " + bounds);
                        })
                        .collect(Collectors.joining(", ", "<", "> "));
    }

    private static String thrown(ExecutableElement method) {
        return method.getThrownTypes().isEmpty()
                ? ""
                : method.getThrownTypes().stream()
                        .map(Signatures::type)
                        .collect(Collectors.joining(", ", " throws ", ""));
    }

    static String kind(TypeElement type) {
        return switch (type.getKind()) {
            case INTERFACE -> "interface";
            case ENUM -> "enum";
            case RECORD -> "record";
            case ANNOTATION_TYPE -> "@interface";
            default -> "class";
        };
    }

    private static String supertypes(TypeElement type) {
        var text = "";
        if (type.getSuperclass().getKind() == TypeKind.DECLARED
                && type.getKind() == ElementKind.CLASS
                && !type(type.getSuperclass()).equals("Object")) {
            text = " extends " + type(type.getSuperclass());
        }
        var interfaces = type.getInterfaces().stream().map(Signatures::type).collect(Collectors.joining(", "));
        return interfaces.isEmpty()
                ? text
                : text + (type.getKind().isInterface() ? " extends " : " implements ") + interfaces;
    }
}
