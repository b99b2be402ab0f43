using System.Globalization;
using Campaigns.Local.Functions.Worker.Hosting;
using Microsoft.Extensions.Configuration;

namespace Campaigns.Local.Functions.Worker.Settings;

/// <summary>What only this host has: the section <c>LocalHost</c>, and <c>--port</c> on the command line.</summary>
internal sealed record LocalHostOptions
{
    public const string SectionName = "LocalHost";

    /// <summary>The port on the loopback; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>How long running functions may go on after the host was told to stop.</summary>
    public TimeSpan Drain { get; init; }

    /// <summary>How long a queue message is hidden while its function runs; renewed at half of it.</summary>
    public TimeSpan Lease { get; init; }

    public static LocalHostOptions From(IConfiguration configuration)
    {
        var faults = new List<string>();
        var section = configuration.GetSection(SectionName);
        var options = new LocalHostOptions
        {
            Port = Whole(section, nameof(Port), 7071, 0, 65535, faults),
            Drain = TimeSpan.FromSeconds(Whole(section, "DrainSeconds", 30, 0, 3600, faults)),
            Lease = TimeSpan.FromSeconds(Whole(section, "LeaseSeconds", 600, 2, 604800, faults)),
        };
        StartRefusedException.ThrowIfAny(faults);
        return options;
    }

    private static int Whole(IConfigurationSection section, string name, int otherwise, int least, int most, List<string> faults)
    {
        var text = section[name];
        if (string.IsNullOrEmpty(text))
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        faults.Add($"The setting {SectionName}:{name} is \"{text}\", which is not a whole number from {least} to {most}.");
        return otherwise;
    }
}
