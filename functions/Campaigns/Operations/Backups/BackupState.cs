using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;

namespace Campaigns.Operations.Backups;

/// <summary>How far a backup is: what was copied, and from where it goes on.</summary>
/// <param name="Id">The day that it is of, in UTC, as <c>2015-06-08</c>.</param>
/// <param name="StartedAt">When it was begun.</param>
/// <param name="DoneAt">When it was whole; null until then.</param>
/// <param name="Tables">Each table, in the order in which they are copied.</param>
public sealed record BackupState(string Id, DateTimeOffset StartedAt, DateTimeOffset? DoneAt, IReadOnlyList<BackupTable> Tables)
{
    /// <summary>The layout that this engine writes, and the only one that it reads.</summary>
    public const int Layout = 1;

    /// <summary>The layout of what is stored. Of another one than ours only the day is known.</summary>
    public int Version { get; init; } = Layout;

    /// <summary>Whether this engine can restore it, or go on with it.</summary>
    [JsonIgnore]
    public bool IsOurs => Version == Layout;

    /// <summary>Storage's tag.</summary>
    [JsonIgnore]
    public ETag? ETag { get; init; }

    /// <summary>The blob that says how far a backup is.</summary>
    /// <param name="id">The backup.</param>
    public static string BlobOf(string id) => $"{id}/state.json";

    /// <summary>The id of a day's backup.</summary>
    /// <param name="day">The day.</param>
    public static string IdOf(DateTimeOffset day) => day.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>It as it is stored.</summary>
    public BinaryData Write() => BinaryData.FromObjectAsJson(this, JsonSerializerOptions.Web);

    /// <summary>Reads it; of another layout, no more than its version.</summary>
    /// <param name="id">The backup.</param>
    /// <param name="bytes">What is stored.</param>
    /// <param name="tag">Storage's tag.</param>
    public static BackupState Read(string id, BinaryData bytes, ETag tag)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        using var document = JsonDocument.Parse(bytes);
        var state = document.RootElement.GetProperty("version").GetInt32() is var version && version == Layout
            ? document.Deserialize<BackupState>(JsonSerializerOptions.Web)!
            : new BackupState(id, DateTimeOffset.ParseExact(id, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), null, []) { Version = version };
        return state with { ETag = tag };
    }
}
