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
    /// <summary>The layout of what is stored.</summary>
    public int Version { get; init; } = 1;

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

    /// <summary>Reads it.</summary>
    /// <param name="bytes">What is stored.</param>
    /// <param name="tag">Storage's tag.</param>
    public static BackupState Read(BinaryData bytes, ETag tag)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return bytes.ToObjectFromJson<BackupState>(JsonSerializerOptions.Web) is { Version: 1 } state
            ? state with { ETag = tag }
            : throw new InvalidDataException("This backup is of another version.");
    }
}
