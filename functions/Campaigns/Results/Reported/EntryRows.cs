using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Campaigns.Planning;
using Campaigns.Storage;
using NodaTime;
using NodaTime.Text;

namespace Campaigns.Results.Reported;

/// <summary>Keys and entities of the <c>Reported</c> table: what stands now in one range of keys, and behind it every version of everything.</summary>
internal static class EntryRows
{
    public const string FigurePrefix = "f.";
    public const string InputPrefix = "i.";

    /// <summary>Before it stands what counts now, behind it what once did.</summary>
    public const string EndOfCurrent = "j";

    private const string VersionPrefix = "v.";

    public static string PrefixOf(EntryKind kind) => kind == EntryKind.Figure ? FigurePrefix : InputPrefix;

    /// <summary>What all entries of a name and a day begin with.</summary>
    public static string DayOf(EntryKind kind, string name, LocalDate date) => $"{PrefixOf(kind)}{name}.{LocalDatePattern.Iso.Format(date)}.";

    /// <summary>The day in a key of what stands now.</summary>
    public static LocalDate DayOf(string key) => LocalDatePattern.Iso.Parse(key.Split('.')[2]).Value;

    public static string KeyOf(Entry entry) => DayOf(entry.Kind, entry.Name, entry.Date) + entry.Side.Key;

    /// <summary>What all versions of an entry begin with.</summary>
    public static string VersionsOf(Entry entry) => $"{VersionPrefix}{KeyOf(entry)}.";

    public static TableEntity Current(string partition, Entry entry) => Row(partition, KeyOf(entry), entry);

    public static TableEntity Version(string partition, Entry entry) =>
        Row(partition, string.Create(CultureInfo.InvariantCulture, $"{VersionsOf(entry)}{entry.Version:0000}"), entry);

    public static Entry Read(TableEntity row)
    {
        var key = row.RowKey.StartsWith(VersionPrefix, StringComparison.Ordinal) ? row.RowKey[VersionPrefix.Length..] : row.RowKey;
        var parts = key.Split('.');
        return new Entry
        {
            Kind = key.StartsWith(FigurePrefix, StringComparison.Ordinal) ? EntryKind.Figure : EntryKind.Input,
            Name = parts[1],
            Date = DayOf(key),
            Side = new FigureSide(row.GetString("Channel"), row.GetString("Account"), row.GetString("Scope"))
            {
                Dimension = row.GetString("Dimension"),
                Group = row.GetString("Group"),
                Post = row.GetString("Post"),
            },
            Content = JsonSerializer.Deserialize<EntryContent>(LongText.Read(row))!,
            Version = row.GetInt32("Version")!.Value,
            Withdrawn = row.GetBoolean("Withdrawn")!.Value,
            CreatedAt = row.GetDateTimeOffset("CreatedAt")!.Value,
            UpdatedAt = row.GetDateTimeOffset("UpdatedAt")!.Value,
            WriteToken = row.GetString("WriteToken"),
            ETag = row.ETag,
        };
    }

    private static TableEntity Row(string partition, string key, Entry entry) => LongText.Put(
        new TableEntity(partition, key)
        {
            ["Version"] = entry.Version,
            ["Withdrawn"] = entry.Withdrawn,
            ["CreatedAt"] = entry.CreatedAt,
            ["UpdatedAt"] = entry.UpdatedAt,
            ["WriteToken"] = entry.WriteToken,
        }.With("Channel", entry.Side.Channel).With("Account", entry.Side.Account).With("Scope", entry.Side.Scope).With("Dimension", entry.Side.Dimension).With("Group", entry.Side.Group).With("Post", entry.Side.Post),
        JsonSerializer.Serialize(entry.Content, CampaignAnswer.AsWritten));
}
