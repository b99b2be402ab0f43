using System.Collections;
using System.Reflection;

namespace Campaigns.Local.Functions.Worker.Hosting;

/// <summary>What a host finds around it; tests put other things there.</summary>
internal sealed record HostSurroundings
{
    /// <summary>Where <c>host.json</c> and <c>local.settings.json</c> lie.</summary>
    public string Folder { get; init; } = AppContext.BaseDirectory;

    /// <summary>The assembly whose functions run.</summary>
    public Assembly Functions { get; init; } = Assembly.GetEntryAssembly()!;

    /// <summary>Instead of every function of the assembly, only those of these classes.</summary>
    public IReadOnlyCollection<Type>? Only { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public IReadOnlyDictionary<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(static entry => (string)entry.Key, static entry => (string?)entry.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Azure's load balancer waits no longer than this for an answer.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromSeconds(230);

    public TextWriter Output { get; init; } = Console.Out;
}
