using Campaigns.Local.Functions.Worker.Hosting;
using Campaigns.Local.Functions.Worker.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Local.Tests.Functions.Worker.Settings;

public sealed class HostJsonTests
{
    [Theory]
    [InlineData("""{ "queues": { "batchSize": 33 } }""", "extensions.queues.batchSize", "33", "1 to 32")]
    [InlineData("""{ "queues": { "batchSize": "8" } }""", "extensions.queues.batchSize", "\"8\"")]
    [InlineData("""{ "queues": { "newBatchThreshold": -1 } }""", "extensions.queues.newBatchThreshold", "-1")]
    [InlineData("""{ "queues": { "maxDequeueCount": 0 } }""", "extensions.queues.maxDequeueCount", "0")]
    [InlineData("""{ "queues": { "visibilityTimeout": "30 seconds" } }""", "extensions.queues.visibilityTimeout", "30 seconds", "hh:mm:ss")]
    [InlineData("""{ "queues": { "visibilityTimeout": 30 } }""", "extensions.queues.visibilityTimeout", "30")]
    [InlineData("""{ "queues": { "maxPollingInterval": "00:00:00" } }""", "extensions.queues.maxPollingInterval", "00:00:00")]
    [InlineData("""{ "queues": { "messageEncoding": "utf8" } }""", "extensions.queues.messageEncoding", "utf8", "none, base64")]
    [InlineData("""{ "queues": { "batchsizes": 8 } }""", "extensions.queues.batchsizes", "8", "batchSize")]
    [InlineData("""{ "queues": [] }""", "extensions.queues", "[]")]
    [InlineData("""{ "http": { "routePrefix": 1 } }""", "extensions.http.routePrefix", "1")]
    [InlineData("""{ "http": { "prefix": "" } }""", "extensions.http.prefix", "routePrefix")]
    public void A_wrong_value_stops_the_start_with_its_key_and_value_named(string extensions, params string[] named) =>
        Refused($$"""{ "version": "2.0", "extensions": {{extensions}} }""", named);

    [Theory]
    [InlineData("""{ "version": "2.0", "functionTimeout": "soon" }""", "functionTimeout", "soon")]
    [InlineData("""{ "version": "2.0", "logging": { "logLevel": { "default": "Loud" } } }""", "logging.logLevel.default", "Loud", "Warning")]
    [InlineData("""{ "extensions": {} }""", "version", "2.0", "missing")]
    [InlineData("""{ "version": """, "not JSON")]
    [InlineData("""{ "version": "3.0", "functionTimeout": 5 }""", "version", "3.0", "functionTimeout", "5")]
    public void A_host_json_that_Azure_would_not_take_stops_the_start(string json, params string[] named) => Refused(json, named);

    [Fact]
    public void Comments_and_settings_for_other_parts_of_the_host_are_taken()
    {
        using var host = new HostSetup
        {
            HostJson = """
                {
                  "version": "2.0", // as always
                  "functionTimeout": "-1",
                  "telemetryMode": "OpenTelemetry",
                  "extensions": { "queues": { "batchSize": 32, "visibilityTimeout": "00:00:30", }, "serviceBus": { "prefetchCount": 1 } },
                }
                """,
        }.Build();
        Assert.NotNull(host);
    }

    [Fact]
    public void The_log_levels_of_host_json_hold()
    {
        using var host = new HostSetup
        {
            HostJson = """{ "version": "2.0", "logging": { "logLevel": { "default": "Warning", "Function.Talks": "Debug" } } }""",
            Configure = static builder => builder.Services.AddSingleton<ILoggerProvider, AllEars>(),
        }.Build();
        var logs = host.Services.GetRequiredService<ILoggerFactory>();

        Assert.True(logs.CreateLogger("Function.Talks").IsEnabled(LogLevel.Debug));
        Assert.False(logs.CreateLogger("Function.Other").IsEnabled(LogLevel.Information));
        Assert.Equal("Warning", host.Services.GetRequiredService<IConfiguration>()["Logging:LogLevel:Default"]);
    }

    [Fact]
    public void App_settings_stand_in_for_values_of_host_json_whatever_their_capitals()
    {
        var hostJson = Read("""{ "version": "2.0", "extensions": { "queues": { "batchSize": 8, "maxDequeueCount": 5 } } }""", new()
        {
            ["AzureFunctionsJobHost__extensions__queues__maxDequeueCount"] = "2",
            ["AzureFunctionsJobHost:Extensions:Queues:VisibilityTimeout"] = "00:00:03",
            ["AzureFunctionsJobHost__logging__logLevel__default"] = "Warning",
        });

        Assert.Equal((8, 2, TimeSpan.FromSeconds(3)), (hostJson.Queues.BatchSize, hostJson.Queues.MaxDequeueCount, hostJson.Queues.VisibilityTimeout));
        Assert.Equal(LogLevel.Warning, hostJson.LogLevels["default"]);
    }

    [Theory]
    [InlineData("AzureFunctionsJobHost__extensions__queues__maxDequeueCount", "0", "extensions.queues.maxDequeueCount", "0")]
    [InlineData("AzureFunctionsJobHost__extensions__queues__batchsizes", "8", "extensions.queues.batchsizes", "batchSize")]
    [InlineData("AzureFunctionsJobHost__version__major", "2", "AzureFunctionsJobHost__version__major", "version is no object")]
    public void An_app_setting_that_host_json_could_not_say_stops_the_start(string name, string value, params string[] named)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Read(HostSetup.EmptyHostJson, new() { [name] = value }));
        Assert.All(named, part => Assert.Contains(part, refusal.Message, StringComparison.Ordinal));
    }

    private static HostJson Read(string hostJson, Dictionary<string, string?> settings)
    {
        var folder = Directory.CreateTempSubdirectory("campaigns-host-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, HostJson.FileName), hostJson);
            return HostJson.Read(folder.FullName, new AppSettings(new Dictionary<string, string?>(), settings));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Refused(string hostJson, params string[] named)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => new HostSetup { HostJson = hostJson }.Build());
        Assert.All(named, name => Assert.Contains(name, refusal.Message, StringComparison.Ordinal));
    }

    private sealed class AllEars : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
        }

        public void Dispose()
        {
        }
    }
}
