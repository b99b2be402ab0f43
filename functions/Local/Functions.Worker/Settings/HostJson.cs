using System.Text.Json;
using Campaigns.Local.Functions.Worker.Hosting;
using Microsoft.Extensions.Logging;

namespace Campaigns.Local.Functions.Worker.Settings;

/// <summary>What <c>host.json</c> says, and the app settings that stand in for it. A value that Azure would refuse is refused here, all of them at once.</summary>
internal sealed record HostJson
{
    public const string FileName = "host.json";

    public string RoutePrefix { get; init; } = "api";

    public QueueSettings Queues { get; init; } = new();

    /// <summary>How long one invocation may run; null is without end.</summary>
    public TimeSpan? FunctionTimeout { get; init; } = TimeSpan.FromMinutes(30);

    public IReadOnlyDictionary<string, LogLevel> LogLevels { get; init; } = new Dictionary<string, LogLevel>();

    public static HostJson Read(string folder, AppSettings settings)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new StartRefusedException($"There is no host.json in {folder}: a functions app has one beside its assembly.");
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path), JsonFiles.Lenient);
            var section = new JsonSection(HostJsonOverrides.Lay(json.RootElement, settings), "", []);
            var hostJson = From(section);
            StartRefusedException.ThrowIfAny(section.Faults);
            return hostJson;
        }
        catch (JsonException exception)
        {
            throw new StartRefusedException($"{path} is not JSON: {exception.Message}", exception);
        }
    }

    private static HostJson From(JsonSection root)
    {
        root.MustSay("version", "2.0");
        var extensions = root.Section("extensions");
        var http = extensions.Section("http");
        http.Known("routePrefix", "maxOutstandingRequests", "maxConcurrentRequests", "dynamicThrottlesEnabled", "hsts", "customHeaders");
        var defaults = new HostJson();
        return new HostJson
        {
            RoutePrefix = http.Text("routePrefix", defaults.RoutePrefix).Trim('/'),
            Queues = QueuesFrom(extensions.Section("queues")),
            FunctionTimeout = TimeoutFrom(root, defaults.FunctionTimeout),
            LogLevels = LevelsFrom(root.Section("logging").Section("logLevel")),
        };
    }

    private static QueueSettings QueuesFrom(JsonSection queues)
    {
        queues.Known("batchSize", "newBatchThreshold", "maxDequeueCount", "visibilityTimeout", "maxPollingInterval", "messageEncoding");
        var defaults = new QueueSettings();
        var batchSize = queues.Whole("batchSize", defaults.BatchSize, 1, QueueSettings.LargestBatch);
        return new QueueSettings
        {
            BatchSize = batchSize,
            NewBatchThreshold = queues.Whole("newBatchThreshold", batchSize / 2, 0, int.MaxValue),
            MaxDequeueCount = queues.Whole("maxDequeueCount", defaults.MaxDequeueCount, 1, int.MaxValue),
            VisibilityTimeout = queues.Time("visibilityTimeout", defaults.VisibilityTimeout, TimeSpan.Zero, TimeSpan.FromDays(7)),
            MaxPollingInterval = queues.Time("maxPollingInterval", defaults.MaxPollingInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromDays(1)),
            Base64 = queues.OneOf("messageEncoding", "base64", "none", "base64") == "base64",
        };
    }

    private static TimeSpan? TimeoutFrom(JsonSection root, TimeSpan? otherwise) =>
        root.IsText("functionTimeout", "-1")
            ? null
            : root.Time("functionTimeout", otherwise!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromDays(10));

    private static Dictionary<string, LogLevel> LevelsFrom(JsonSection levels) =>
        levels.Names.ToDictionary(
            static name => name,
            name => Enum.Parse<LogLevel>(levels.OneOf(name, nameof(LogLevel.Information), Enum.GetNames<LogLevel>()), ignoreCase: true));
}
