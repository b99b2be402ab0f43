namespace Campaigns.Local.Functions.Worker.Hosting;

/// <summary>This host is for a developer's machine: where Azure's own host is at work, it refuses to run.</summary>
internal static class Place
{
    /// <summary>What App Service and Functions set in every app that they run.</summary>
    private static readonly string[] Marks = ["WEBSITE_SITE_NAME", "WEBSITE_INSTANCE_ID", "WEBSITE_POD_NAME"];

    /// <summary>What the official host passes to the worker that it starts.</summary>
    private static readonly string[] Arguments = ["--functions-uri", "--functions-worker-id", "--workerId"];

    public static void MustBeLocal(IReadOnlyDictionary<string, string?> environment, IEnumerable<string> args)
    {
        if (Marks.FirstOrDefault(mark => !string.IsNullOrEmpty(environment.GetValueOrDefault(mark))) is { } mark)
        {
            throw new StartRefusedException($"This build is for a developer's machine and {mark} says that it runs in Azure: publish with -p:FunctionsHost=azure.");
        }

        if (args.FirstOrDefault(static arg => Arguments.Contains(arg, StringComparer.OrdinalIgnoreCase)) is { } argument)
        {
            throw new StartRefusedException($"This build brings its own host and was started by another ({argument}): build with -p:FunctionsHost=azure for the Functions host, or start it by itself.");
        }
    }
}
