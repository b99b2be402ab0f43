using Campaigns.Local.Functions.Worker.Settings;
using Microsoft.Extensions.Configuration;

namespace Campaigns.Local.Functions.Worker.Hosting;

/// <summary>What the app sees as its configuration, the later the stronger: files, app settings of this machine, the environment, the command line.</summary>
internal static class HostConfiguration
{
    private static readonly Dictionary<string, string> Switches = new(StringComparer.OrdinalIgnoreCase)
    {
        ["--port"] = $"{LocalHostOptions.SectionName}:{nameof(LocalHostOptions.Port)}",
    };

    public static void Fill(ConfigurationManager configuration, HostJson hostJson, AppSettings settings, string[] args)
    {
        configuration.AddInMemoryCollection(LogLevels(hostJson));
        configuration.AddJsonFile("appsettings.json", optional: true);
        configuration.AddJsonFile("appsettings.Development.json", optional: true);
        configuration.AddInMemoryCollection(settings.Values);
        configuration.AddInMemoryCollection(settings.Environment);
        configuration.AddCommandLine(args, Switches);
    }

    private static Dictionary<string, string?> LogLevels(HostJson hostJson)
    {
        var levels = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Logging:LogLevel:Default"] = "Information",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
        };
        foreach (var (category, level) in hostJson.LogLevels)
        {
            levels[$"Logging:LogLevel:{category}"] = level.ToString();
        }

        return levels;
    }
}
