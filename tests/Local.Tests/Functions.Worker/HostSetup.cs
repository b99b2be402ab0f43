using Campaigns.Local.Functions.Worker.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Local.Tests.Functions.Worker;

/// <summary>A host of a few function classes, with a folder and app settings of its own.</summary>
internal sealed class HostSetup(params Type[] functions)
{
    public const string EmptyHostJson = """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""";

    public string HostJson { get; init; } = EmptyHostJson;

    public string? LocalSettings { get; init; }

    public Dictionary<string, string?> Settings { get; init; } = [];

    public string[] Arguments { get; init; } = [];

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromSeconds(230);

    public Action<FunctionsApplicationBuilder> Configure { get; init; } = static builder => builder.ConfigureFunctionsWebApplication();

    public StringWriter Output { get; } = new();

    public IHost Build(params object[] services)
    {
        var folder = Directory.CreateTempSubdirectory("campaigns-host-").FullName;
        File.WriteAllText(Path.Combine(folder, "host.json"), HostJson);
        if (LocalSettings is not null)
        {
            File.WriteAllText(Path.Combine(folder, "local.settings.json"), LocalSettings);
        }

        try
        {
            var builder = FunctionsApplication.CreateBuilder(Arguments, new HostSurroundings
            {
                Folder = folder,
                Functions = typeof(HostSetup).Assembly,
                Only = functions,
                Clock = Clock,
                AnswerTime = AnswerTime,
                Environment = new Dictionary<string, string?>(Settings) { ["LocalHost__Port"] = "0" },
                Output = TextWriter.Synchronized(Output),
            });
            builder.Logging.ClearProviders();
            Configure(builder);
            foreach (var service in services)
            {
                builder.Services.AddSingleton(service.GetType(), service);
            }

            return builder.Build();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public async Task<RunningHost> StartAsync(params object[] services)
    {
        var host = Build(services);
        await host.StartAsync();
        return new RunningHost(host);
    }
}
