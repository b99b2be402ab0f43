using System.Text.Json;

namespace Campaigns.Benchmarks.Cost;

/// <summary>What of a deployment is paid for by the month whatever is asked of it, as its parameter file has it laid down.</summary>
/// <param name="Name">The parameter file's name without its ending: <c>dev</c>, <c>prod</c>.</param>
/// <param name="AlwaysReadyInstances">Instances that are always ready.</param>
/// <param name="PrivateEndpoints">Private endpoints.</param>
/// <param name="PrivateZones">Private DNS zones.</param>
/// <param name="Redundancy">How often and where storage copies, such as <c>Standard_LRS</c>.</param>
/// <param name="BackupsKept">Backups that are there on any day, removed ones that can be brought back among them.</param>
/// <param name="LogRetentionDays">For how many days logs are kept.</param>
/// <param name="Language">Whether Azure AI Language looks at texts, or the embedded analyser.</param>
internal sealed record Deployment(
    string Name, int AlwaysReadyInstances, int PrivateEndpoints, int PrivateZones, string Redundancy, int BackupsKept, int LogRetentionDays, bool Language)
{
    /// <summary>Reads one.</summary>
    public static Deployment Of(JsonProperty entry) => entry.Value.Deserialize<Deployment>(JsonSerializerOptions.Web)! with { Name = entry.Name };
}
