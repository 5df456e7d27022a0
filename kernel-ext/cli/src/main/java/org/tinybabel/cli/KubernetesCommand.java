package org.tinybabel.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what grades a folder on a Kubernetes cluster. */
@Command(
        name = "kubernetes",
        description = {
            "Print a manifest (JSON, which is YAML too) of an indexed job that grades submissions in parts.",
            "The image holds the built kit; a persistent volume holds submissions and results. A pod is a sandbox less strict"
                    + " than bubblewrap: where pods may not make name spaces, let the job run in a sandboxed runtime and add"
                    + " --trust. When the job is complete, run tinybabel merge on the results."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  tinybabel kubernetes /data/submissions --out /data/grades \\",
            "    --image example/tinybabel --claim course-data | kubectl apply -f -"
        })
final class KubernetesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions options;

    @Option(names = "--image", paramLabel = "IMAGE", required = true, description = "The image with the built kit.")
    private String image;

    @Option(
            names = "--claim",
            paramLabel = "NAME",
            required = true,
            description = "The persistent volume claim that holds submissions and results.")
    private String claim;

    @Option(
            names = "--mount",
            paramLabel = "DIR",
            defaultValue = "/data",
            description = "Where the volume is mounted (without it: ${DEFAULT-VALUE}).")
    private Path mount;

    @Option(
            names = "--kit",
            paramLabel = "DIR",
            defaultValue = "/opt/tinybabel",
            description = "Where the kit lies in the image (without it: ${DEFAULT-VALUE}).")
    private Path kit;

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "tinybabel-grade", description = "The job's name.")
    private String name;

    @Option(names = "--trust", description = "Grade even where pods may not make name spaces.")
    private boolean trust;

    @Override
    public Integer call() {
        if (!name.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
            throw new UserError("--name must consist of lower-case letters, digits and hyphens, got \"" + name + "\".");
        }
        options.checkedNumbers();
        spec.commandLine()
                .getOut()
                .println(new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(job()));
        return 0;
    }

    private JsonObject job() {
        var pod = new JsonObject();
        pod.addProperty("restartPolicy", "OnFailure");
        pod.add("containers", list(container()));
        pod.add("volumes", list(volume()));
        var template = new JsonObject();
        template.add("spec", pod);
        var job = new JsonObject();
        job.addProperty("completionMode", "Indexed");
        job.addProperty("completions", options.shards());
        job.addProperty("parallelism", options.shards());
        job.addProperty("backoffLimit", 3 * options.shards());
        job.add("template", template);
        var metadata = new JsonObject();
        metadata.addProperty("name", name);
        var manifest = new JsonObject();
        manifest.addProperty("apiVersion", "batch/v1");
        manifest.addProperty("kind", "Job");
        manifest.add("metadata", metadata);
        manifest.add("spec", job);
        return manifest;
    }

    private JsonObject container() {
        var command = new JsonArray();
        // Code 3 says that some submissions could not be graded; trying again would not change that.
        List.of("/bin/sh", "-c", "\"$@\"; code=$?; [ $code -eq 3 ] && exit 0; exit $code", "sh")
                .forEach(command::add);
        options.grade(kit.resolve("tinybabel").toString()).forEach(command::add);
        if (trust) {
            command.add("--i-trust-these-submissions");
        }
        var shards = new JsonObject();
        shards.addProperty("name", "TINYBABEL_SHARDS");
        shards.addProperty("value", String.valueOf(options.shards()));
        var amounts = new JsonObject();
        amounts.addProperty("cpu", String.valueOf(options.cpus()));
        amounts.addProperty("memory", options.gibibytes() + "Gi");
        var resources = new JsonObject();
        resources.add("requests", amounts);
        resources.add("limits", amounts.deepCopy());
        var volume = new JsonObject();
        volume.addProperty("name", "course");
        volume.addProperty("mountPath", mount.toString());
        var container = new JsonObject();
        container.addProperty("name", "grade");
        container.addProperty("image", image);
        container.add("command", command);
        container.add("env", list(shards));
        container.add("resources", resources);
        container.add("volumeMounts", list(volume));
        return container;
    }

    private JsonObject volume() {
        var source = new JsonObject();
        source.addProperty("claimName", claim);
        var volume = new JsonObject();
        volume.addProperty("name", "course");
        volume.add("persistentVolumeClaim", source);
        return volume;
    }

    private static JsonArray list(JsonObject one) {
        var list = new JsonArray();
        list.add(one);
        return list;
    }
}
