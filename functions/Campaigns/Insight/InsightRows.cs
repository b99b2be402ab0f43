using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Campaigns.Listening.Cells;
using Campaigns.Planning;
using Campaigns.Storage;

namespace Campaigns.Insight;

/// <summary>Keys and entities of the <c>Insight</c> table: one partition for each campaign and generation.</summary>
internal static class InsightRows
{
    /// <summary>Totals of a local day: all that results read.</summary>
    public const string DayPrefix = "day|";

    /// <summary>How many mentions of a day have each phrase, by keys.</summary>
    public const string PhrasesPrefix = "phrases|";

    /// <summary>Which mentions of an hour were looked at, and behind a further bar its full pages.</summary>
    public const string LookedPrefix = "looked|";

    /// <summary>The words of a day's phrases.</summary>
    private const string Words = "W";

    private const byte Version = 1;
    private const int LongestGroup = 192;
    private const int PhraseKeySize = 6;

    public static string Partition(CellId hour) => CampaignPartition.Of(hour.Campaign, hour.Generation);

    public static string Page(CellId hour, int number) => string.Create(CultureInfo.InvariantCulture, $"{LookedPrefix}{hour.HourText}|{number:0000}");

    public static TableEntity Row(CellId hour, LookedAt looked)
    {
        var row = new TableEntity(Partition(hour), LookedPrefix + hour.HourText) { ["Pages"] = looked.Pages.Count };
        LongBytes.Put(row, "K", Bytes(looked.Open));
        LongBytes.Put(row, "B", Bytes(looked.Batches));
        return row;
    }

    public static TableEntity PageRow(CellId hour, int number, ulong[] keys)
    {
        var row = new TableEntity(Partition(hour), Page(hour, number));
        LongBytes.Put(row, "K", Bytes(keys));
        return row;
    }

    public static ulong[] Keys(TableEntity row, string property = "K")
    {
        var bytes = LongBytes.Read(row, property);
        var keys = new ulong[bytes.Length / 8];
        for (var key = 0; key < keys.Length; key++)
        {
            keys[key] = BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(key * 8));
        }

        return keys;
    }

    public static TableEntity Row(string partition, InsightDay day)
    {
        var bytes = new byte[16 + (day.Groups.Count * LongestGroup)];
        var writer = new ByteWriter(bytes);
        writer.Byte(Version);
        writer.Number((ulong)day.Groups.Count);
        foreach (var (group, counts) in day.Groups)
        {
            writer.Text(group.Channel);
            writer.Number(group.Tags);
            writer.Number(group.Topics);
            writer.Text(group.Language ?? "");
            foreach (var count in (ReadOnlySpan<long>)[counts.Positive, counts.Neutral, counts.Negative, counts.Mixed, counts.NotOffered, counts.Failed, counts.OverBudget, counts.Confidence])
            {
                writer.Number((ulong)count);
            }
        }

        var row = new TableEntity(partition, DayPrefix + day.Day)
        {
            ["Analysers"] = JsonSerializer.Serialize(day.Analysers.Select(analyser => new StoredAnalyser(analyser.Key.Name, analyser.Key.Version, analyser.Value))),
        };
        LongBytes.Put(row, "G", bytes.AsMemory(0, writer.Written));
        LongBytes.Put(row, Words, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(day.Phrases, CampaignAnswer.AsWritten)));
        return row;
    }

    public static InsightDay Day(TableEntity row)
    {
        var day = new InsightDay(row.RowKey[DayPrefix.Length..]) { WrittenAt = row.Timestamp };
        var reader = new ByteReader(LongBytes.Read(row, "G"));
        if (reader.Byte() != Version)
        {
            throw new CellFormatException($"The row {row.RowKey} has another layout than {Version}.");
        }

        for (var left = reader.Count(12); left > 0; left--)
        {
            var (channel, tags, topics, language) = (reader.Text(), reader.Number(), reader.Number(), reader.Text());
            day.Add(new InsightGroup(channel, tags, topics, language.Length == 0 ? null : language), new InsightCounts
            {
                Positive = (long)reader.Number(),
                Neutral = (long)reader.Number(),
                Negative = (long)reader.Number(),
                Mixed = (long)reader.Number(),
                NotOffered = (long)reader.Number(),
                Failed = (long)reader.Number(),
                OverBudget = (long)reader.Number(),
                Confidence = (long)reader.Number(),
            });
        }

        foreach (var analyser in JsonSerializer.Deserialize<StoredAnalyser[]>(row.GetString("Analysers"))!)
        {
            day.AddAnalyser(analyser.Name, analyser.Version, analyser.Texts);
        }

        // Rows of before have them as a text, in which all but plain letters were six characters each: too many of them did not fit.
        var phrases = row.GetString("Phrases") is { } text ? Encoding.UTF8.GetBytes(text) : LongBytes.Read(row, Words);
        foreach (var (phrase, mentions) in JsonSerializer.Deserialize<Dictionary<string, long>>(phrases)!)
        {
            day.Show(phrase, mentions);
        }

        return day;
    }

    public static TableEntity Row(string partition, string day, PhraseCounts phrases)
    {
        var bytes = new byte[16 + (phrases.All.Count * (PhraseKeySize + ByteWriter.LongestNumber))];
        var writer = new ByteWriter(bytes);
        writer.Number((ulong)phrases.All.Count);
        foreach (var (key, mentions) in phrases.All)
        {
            for (var shift = (PhraseKeySize - 1) * 8; shift >= 0; shift -= 8)
            {
                writer.Byte((byte)(key >> shift));
            }

            writer.Number((ulong)mentions);
        }

        var row = new TableEntity(partition, PhrasesPrefix + day);
        LongBytes.Put(row, "P", bytes.AsMemory(0, writer.Written));
        return row;
    }

    public static PhraseCounts Phrases(TableEntity row)
    {
        var phrases = new PhraseCounts();
        var reader = new ByteReader(LongBytes.Read(row, "P"));
        for (var left = reader.Count(PhraseKeySize + 1); left > 0; left--)
        {
            var key = 0UL;
            for (var at = 0; at < PhraseKeySize; at++)
            {
                key = (key << 8) | reader.Byte();
            }

            phrases.Set(key, (long)reader.Number());
        }

        return phrases;
    }

    /// <summary>The key under which a phrase is counted, of the key that its campaign makes of it.</summary>
    public static ulong PhraseKey(UInt128 key) => (ulong)(key >> (128 - (PhraseKeySize * 8)));

    private static byte[] Bytes(ulong[] keys)
    {
        var bytes = new byte[keys.Length * 8];
        foreach (var (at, key) in keys.Index())
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(at * 8), key);
        }

        return bytes;
    }

    private sealed record StoredAnalyser(string Name, string Version, long Texts);
}
