using System.Text.Json;

namespace Campaigns.Local.Demo;

/// <summary>A figure that the demo enters by hand.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Date">The day on which things stood so.</param>
/// <param name="Query">What it is about: channel, account and scope, as the address has them.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">In what it counts.</param>
/// <param name="Definition">What it counts.</param>
/// <param name="ReadFrom">Where it was read.</param>
internal sealed record Entered(string Name, string Date, string Query, int Value, string Unit, string Definition, string ReadFrom)
{
    /// <summary>Its address below the campaign's.</summary>
    public string Path => $"figures/{Name}/{Date}{Query}";

    /// <summary>It as the engine takes it.</summary>
    public string Json => JsonSerializer.Serialize(new { value = Value, unit = Unit, definition = Definition, source = ReadFrom, reportedBy = "the demo" });
}
